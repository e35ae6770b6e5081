import { CompletionItemKind, CompletionRequest, type CompletionItem } from 'vscode-languageserver';
import type { CompletionEntry } from '../../../service-types.ts';
import { ofReport, standard } from '../../handler.ts';

const kinds: Readonly<Record<CompletionEntry['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  row: CompletionItemKind.Field,
  sentence: CompletionItemKind.Text,
};

/** Titles of sections, rows of the form, standard sentences. */
export const completion = standard(CompletionRequest.type, ofReport({
  capabilities: () => ({ completionProvider: { triggerCharacters: ['#', '|'] } }),
  empty: () => [],
  answer: (document, { position }, { service }) => service.completions(document, position).map(toItem),
}));

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
