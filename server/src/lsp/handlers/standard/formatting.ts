import { DocumentFormattingRequest } from 'vscode-languageserver';
import { isWronglyDecoded } from '../../encoding.ts';
import { ofReport, standard } from '../../handler.ts';

/** Aligns all tables; a client that asks only where there is a report asks without being told that it may. */
export const formatting = standard(DocumentFormattingRequest.type, ofReport({
  capabilities: ({ options }) => (options.asksForFormatting === true ? {} : { documentFormattingProvider: true }),
  empty: () => [],
  answer: (document, _, { service }) => (isWronglyDecoded(document) ? [] : [...service.format(document)]),
}));
