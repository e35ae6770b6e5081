import { DocumentRangeFormattingRequest } from 'vscode-languageserver';
import { isWronglyDecoded } from '../../encoding.ts';
import { ofReport, standard } from '../../handler.ts';

/** Aligns the tables in a range. */
export const rangeFormatting = standard(DocumentRangeFormattingRequest.type, ofReport({
  capabilities: ({ options }) => (options.asksForFormatting === true ? {} : { documentRangeFormattingProvider: true }),
  empty: () => [],
  answer: (document, { range }, { service }) => (isWronglyDecoded(document) ? [] : [...service.format(document, range)]),
}));
