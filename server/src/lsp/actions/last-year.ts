import * as l10n from '@vscode/l10n';
import { CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import type { Range, ReportDocument } from '../../service-types.ts';
import { toWorkspaceEdit } from '../convert.ts';
import type { Session } from '../session.ts';
import { withEdit } from './data.ts';

/** A command of the server's own, for actions that lead to another document; the editor is asked to show it. */
export const showPlaceCommand = 'disclosureReport.showPlace';

export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** At a blank cell: what follows for it from last year's report. */
export function lastYearFixes(document: ReportDocument, { start }: Range, session: Session): CodeAction[] {
  const { client, service } = session;
  return service.lastYearFills(document, start).map(({ title, edits }, fill) => withEdit(
    { title, kind: CodeActionKind.QuickFix }, document, { range: { start, end: start }, fill }, session, () => toWorkspaceEdit(document, edits, client)));
}

/** At any cell, on request: the way to the same cell of last year's report. */
export function lastYearPlaces(document: ReportDocument, { range, context }: CodeActionParams, { client, service }: Session): CodeAction[] {
  const figure = client.showsDocuments && context.triggerKind !== CodeActionTriggerKind.Automatic
    ? service.lastYearFigure(document, range.start) : null;
  const title = l10n.t('Open last year\'s report at this cell');
  return figure === null ? [] : [{
    title, kind: CodeActionKind.Refactor,
    command: { title, command: showPlaceCommand, arguments: [{ uri: figure.uri, range: figure.range } satisfies Place] },
  }];
}
