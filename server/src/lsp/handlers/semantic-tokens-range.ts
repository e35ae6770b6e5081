import { SemanticTokensRangeRequest } from 'vscode-languageserver';
import { toTokenData } from '../convert.ts';
import { ofReport, standard } from '../handler.ts';

/** The same tokens of the part that is on the screen. */
export const semanticTokensRange = standard(SemanticTokensRangeRequest.type, ofReport({
  empty: () => ({ data: [] }),
  answer: (document, { range }, { service }) => ({ data: toTokenData(service.semanticTokens(document, range)) }),
}));
