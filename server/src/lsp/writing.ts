import { CompletionItemKind, type CompletionItem, type CompletionParams, type ServerCapabilities } from 'vscode-languageserver';
import * as l10n from '@vscode/l10n';
import type { CompletionEntry } from '../service-types.ts';
import { isWronglyDecoded } from './actions.ts';
import { newReportMethod, nextReportMethod, type NewReportParams, type NewReportResult, type NextReportParams } from './protocol.ts';
import type { ReadingContext } from './reading.ts';

export const writingCapabilities: ServerCapabilities = { completionProvider: { triggerCharacters: ['#', '|'] } };

const kinds: Readonly<Record<CompletionEntry['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  row: CompletionItemKind.Field,
  sentence: CompletionItemKind.Text,
};

/** Serves what writes new text: reports from nothing or from last year's, and completion. */
export function serveWriting({ connection, guard, service, find }: Omit<ReadingContext, 'client'>): void {
  connection.onCompletion(guard.request<CompletionParams, CompletionItem[]>('completion', [], (params) => {
    const document = find(params);
    return document ? service.completions(document, params.position).map(toItem) : [];
  }));
  connection.onRequest<NewReportResult | null, never>(newReportMethod, guard.request<NewReportParams, NewReportResult | null>(newReportMethod, null,
    (params) => service.newReport(params)));
  connection.onRequest<NewReportResult | null, never>(nextReportMethod, guard.request<NextReportParams, NewReportResult | null>(nextReportMethod, null,
    ({ uri, position }) => {
      const document = find({ textDocument: { uri } });
      return document && isWronglyDecoded(document)
        ? { refusal: l10n.t('The file was read in a wrong encoding, so nothing is changed. Reopen it in its own encoding (GB18030, say).') }
        : (document ? service.nextReport(document, position) : null);
    }));
}

function toItem({ kind, label, detail, range, newText, filterText }: CompletionEntry, index: number): CompletionItem {
  return {
    label,
    kind: kinds[kind],
    ...(detail === '' ? {} : { detail }),
    filterText,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range, newText },
  };
}
