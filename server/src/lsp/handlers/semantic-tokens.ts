import { SemanticTokensRequest } from 'vscode-languageserver';
import { toTokenData, tokenLegend } from '../convert.ts';
import { ofReport, standard } from '../handler.ts';

/** Figures, totals, labels and headings by what they are, for the whole document. */
export const semanticTokens = standard(SemanticTokensRequest.type, ofReport({
  capabilities: (client) => ({
    semanticTokensProvider: { legend: { tokenTypes: tokenLegend(client), tokenModifiers: [] }, full: true, range: true },
  }),
  empty: () => ({ data: [] }),
  answer: (document, _, { service }) => ({ data: toTokenData(service.semanticTokens(document)) }),
}));
