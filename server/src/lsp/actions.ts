import * as l10n from '@vscode/l10n';
import {
  CodeActionKind, CodeActionTriggerKind, type ChangeAnnotation, type CodeAction, type CodeActionParams, type Connection,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Diagnostic as Finding, QuickFix, Range, ReportDocument, ReportService, TextEdit } from '../service-types.ts';
import { settingsUris } from '../settings/index.ts';
import type { ClientSupport } from './client-support.ts';
import { comparePositions, isSameRange, toDiagnostic, toWorkspaceEdit } from './convert.ts';
import { recomputeTotalsKind, type EditsParams, type EditsResult } from './protocol.ts';
import type { SettingsSource } from './settings.ts';
import { silencingEdit, type Silenced } from './silence.ts';

/** What an action needs so that its edit can be computed later. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  /** Place among the fixes of the range. */
  readonly fix?: number;
  /** The finding that the settings file shall silence. */
  readonly silenced?: Silenced;
}

export interface Actions {
  offer(document: ReportDocument, params: CodeActionParams): CodeAction[];
  /** The action with its edit; without one where the document is another one now. */
  resolve(action: CodeAction): CodeAction | Promise<CodeAction>;
  edits(document: ReportDocument, kind: EditsParams['kind']): EditsResult;
}

export interface ActionsContext {
  readonly connection: Connection;
  readonly service: ReportService;
  readonly client: ClientSupport;
  readonly settings: SettingsSource;
  readonly find: (uri: string) => ReportDocument | undefined;
}

export function createActions({ connection, service, client, settings, find }: ActionsContext): Actions {
  return {
    offer(document, { range, context }) {
      if (isWronglyDecoded(document) || !service.isReport(document)) {
        return [];
      }
      const actions: CodeAction[] = [];
      if (isWanted(CodeActionKind.QuickFix, context.only)) {
        actions.push(...offerFixes(document, range, context.diagnostics));
        actions.push(...offerSilencing(document, range, context.diagnostics));
      }
      if (isWanted(recomputeTotalsKind, context.only) && service.recomputeTotals(document, range).length > 0) {
        const title = l10n.t('Recompute the totals of the report');
        actions.push(withEdit({ title, kind: recomputeTotalsKind }, document, { range },
          () => recomputation(document, range)));
      }
      // Not at every move of the caret, since each is tried out before it is offered.
      if (isWanted(CodeActionKind.RefactorRewrite, context.only) && context.triggerKind !== CodeActionTriggerKind.Automatic) {
        actions.push(...offerLayouts(document, range));
      }
      return actions;
    },
    resolve(action) {
      const data = action.data as ActionData;
      const document = find(data.uri);
      if (!document || document.version !== data.version) {
        return action;
      }
      if (data.silenced) {
        return resolveSilencing(action, document, data.silenced);
      }
      if (data.fix === undefined) {
        return { ...action, edit: recomputation(document, data.range) };
      }
      const fix = service.quickFixes(document, data.range)[data.fix]?.fix;
      return fix?.title === action.title ? { ...action, edit: toWorkspaceEdit(document, fix.edits, client) } : action;
    },
    edits(document, kind) {
      const { version } = document;
      if (isWronglyDecoded(document)) {
        return { version, edits: [], wrongEncoding: true };
      }
      return { version, edits: kind === 'recomputeTotals' ? service.recomputeTotals(document) : service.fillBlanks(document) };
    },
  };

  function offerFixes(document: ReportDocument, range: Range, known: readonly Diagnostic[]): CodeAction[] {
    return service.quickFixes(document, range).map(({ diagnostic, fix }, index) => {
      const action: CodeAction = {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [shownAs(diagnostic, document, known)],
      };
      if (fix.isPreferred) {
        action.isPreferred = true;
      }
      return withEdit(action, document, { range, fix: index }, () => editOf(document, fix));
    });
  }

  /** Only for a client that asks for edits later and can make the file. */
  function offerSilencing(document: ReportDocument, range: Range, known: readonly Diagnostic[]): CodeAction[] {
    if (!client.resolvesEdits || !client.createsFiles || settingsUris(document.uri).length === 0) {
      return [];
    }
    const { uri, version } = document;
    return service.diagnostics(document).filter((finding) => touches(finding.range, range)).map((finding) => {
      const { code, figure, range: place } = finding;
      const silenced: Silenced = figure === undefined ? { code, range: place } : { code, range: place, figure };
      return {
        title: l10n.t('Ignore this finding “{0}” in the settings file', code),
        kind: CodeActionKind.QuickFix,
        diagnostics: [shownAs(finding, document, known)],
        data: { uri, version, range, silenced } satisfies ActionData,
      };
    });
  }

  /** The ways in which the table at the start of the range may be written without a loss. */
  function offerLayouts(document: ReportDocument, { start }: Range): CodeAction[] {
    const place = { start, end: start };
    const ways: readonly (readonly [title: string, edits: readonly TextEdit[]])[] = [
      [l10n.t('Align the table'), service.format(document, place)],
      [l10n.t('Convert the table to Markdown'), service.convertTable(document, start, 'pipe').edits],
      [l10n.t('Convert the table to HTML with merged headers'), service.convertTable(document, start, 'html').edits],
    ];
    return ways.filter(([, edits]) => edits.length > 0).map(([title, edits]) =>
      ({ title, kind: CodeActionKind.RefactorRewrite, edit: toWorkspaceEdit(document, edits, client) }));
  }

  async function resolveSilencing(action: CodeAction, document: ReportDocument, silenced: Silenced): Promise<CodeAction> {
    const file = await settings.fileFor(document.uri);
    const edit = file && silencingEdit(document, silenced, file, connection);
    return edit ? { ...action, edit } : action;
  }

  /** The diagnostic as the client knows it, so that it can tell which one an action is for. */
  function shownAs(finding: Finding, document: ReportDocument, known: readonly Diagnostic[]): Diagnostic {
    return known.find(({ code, range }) => code === finding.code && isSameRange(range, finding.range))
      ?? toDiagnostic(finding, document, client);
  }

  function withEdit(
    action: CodeAction, document: ReportDocument, data: Omit<ActionData, 'uri' | 'version'>, edit: () => CodeAction['edit'],
  ): CodeAction {
    const { uri, version } = document;
    return client.resolvesEdits ? { ...action, data: { uri, version, ...data } satisfies ActionData } : { ...action, edit: edit() };
  }

  function editOf(document: ReportDocument, fix: QuickFix): CodeAction['edit'] {
    return toWorkspaceEdit(document, fix.edits, client);
  }

  function recomputation(document: ReportDocument, range: Range): CodeAction['edit'] {
    return toWorkspaceEdit(document, service.recomputeTotals(document, range), client, recomputationToConfirm());
  }
}

/** Published figures are changed only after a look at the change. */
function recomputationToConfirm(): ChangeAnnotation {
  return {
    label: l10n.t('Recompute totals'),
    description: l10n.t('Sets each total to the sum of its parts'),
    needsConfirmation: true,
  };
}

function touches(one: Range, other: Range): boolean {
  return comparePositions(one.start, other.end) <= 0 && comparePositions(other.start, one.end) <= 0;
}

/** Whether a kind of action is asked for: all are where none is named, else those at or below a named one. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** U+FFFD stands where bytes could not be read: an edit would save the loss. */
export function isWronglyDecoded(document: ReportDocument): boolean {
  return document.text.includes('\uFFFD');
}
