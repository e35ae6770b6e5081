import type { CodeAction } from 'vscode-languageserver';
import type { LayoutChoice, Range, ReportDocument } from '../../service-types.ts';
import type { Session } from '../session.ts';
import type { ProposedNames, Suppressed } from '../suppression.ts';

/** What an action needs so that its edit can be computed later. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  /** Place among the fixes of the range. */
  readonly fix?: number;
  /** Place among what follows from last year's report. */
  readonly fill?: number;
  /** How the table at the start of the range is to be laid out. */
  readonly layout?: LayoutChoice;
  /** What the settings file shall say of names. */
  readonly names?: ProposedNames;
  /** The finding that the settings file shall suppress. */
  readonly suppressed?: Suppressed;
}

/** The action with its edit, or, for a client that asks for edits later, with what leads to it. */
export function withEdit(
  action: CodeAction, document: ReportDocument, data: Omit<ActionData, 'uri' | 'version'>, { client }: Session,
  edit: () => CodeAction['edit'],
): CodeAction {
  const { uri, version } = document;
  return client.resolvesEdits ? { ...action, data: { uri, version, ...data } satisfies ActionData } : { ...action, edit: edit() };
}
