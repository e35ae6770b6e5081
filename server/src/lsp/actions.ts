import * as l10n from '@vscode/l10n';
import {
  CodeActionKind, type ChangeAnnotation, type CodeAction, type CodeActionParams, type Diagnostic,
} from 'vscode-languageserver';
import type { QuickFix, Range, ReportDocument, ReportService } from '../service-types.ts';
import type { ClientSupport } from './client-support.ts';
import { isSameRange, toDiagnostic, toWorkspaceEdit } from './convert.ts';
import { recomputeTotalsKind, type EditsParams, type EditsResult } from './protocol.ts';

/** What an action needs so that its edit can be computed later. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  /** Place among the fixes of the range; absent for the source action. */
  readonly fix?: number;
}

export interface Actions {
  offer(document: ReportDocument, params: CodeActionParams): CodeAction[];
  /** The action with its edit; without one where the document is another one now. */
  resolve(action: CodeAction): CodeAction;
  edits(document: ReportDocument, kind: EditsParams['kind']): EditsResult;
}

export function createActions(
  service: ReportService, client: ClientSupport, find: (uri: string) => ReportDocument | undefined,
): Actions {
  return {
    offer(document, { range, context }) {
      if (isWronglyDecoded(document) || !service.isReport(document)) {
        return [];
      }
      const actions: CodeAction[] = [];
      if (isWanted(CodeActionKind.QuickFix, context.only)) {
        actions.push(...offerFixes(document, range, context.diagnostics));
      }
      if (isWanted(recomputeTotalsKind, context.only) && service.recomputeTotals(document, range).length > 0) {
        const title = l10n.t('Recompute the totals of the report');
        actions.push(withEdit({ title, kind: recomputeTotalsKind }, document, { range },
          () => recomputation(document, range)));
      }
      return actions;
    },
    resolve(action) {
      const data = action.data as ActionData;
      const document = find(data.uri);
      if (!document || document.version !== data.version) {
        return action;
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
      const shown = known.find(({ code, range: place }) => code === diagnostic.code && isSameRange(place, diagnostic.range));
      const action: CodeAction = {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [shown ?? toDiagnostic(diagnostic, document, client)],
      };
      if (fix.isPreferred) {
        action.isPreferred = true;
      }
      return withEdit(action, document, { range, fix: index }, () => editOf(document, fix));
    });
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

/** Whether a kind of action is asked for: all are where none is named, else those at or below a named one. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** U+FFFD stands where bytes could not be read: an edit would save the loss. */
export function isWronglyDecoded(document: ReportDocument): boolean {
  return document.text.includes('\uFFFD');
}
