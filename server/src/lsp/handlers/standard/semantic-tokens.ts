import {
  SemanticTokensDeltaRequest, SemanticTokensRangeRequest, SemanticTokensRequest, type SemanticTokens, type SemanticTokensDelta,
  type SemanticTokensEdit,
} from 'vscode-languageserver';
import type { ReportDocument } from '../../../service-types.ts';
import { Notes } from '../../../syntax/notes.ts';
import { commonEnds } from '../../../texts/common-ends.ts';
import { toTokenData, tokenLegend } from '../../convert.ts';
import { ofReport, standard } from '../../handler.ts';
import type { Session } from '../../session.ts';

/** What was last answered for a document, from which the next answer may be told in its differences; gone with the document. */
const answered = new Notes<ReportDocument, SemanticTokens>();

/** Figures, totals, labels and headings by what they are, for the whole document. */
export const semanticTokens = standard(SemanticTokensRequest.type, ofReport({
  capabilities: (client) => ({
    semanticTokensProvider: { legend: { tokenTypes: tokenLegend(client), tokenModifiers: [] }, full: { delta: true }, range: true },
  }),
  empty: (): SemanticTokens => ({ data: [] }),
  answer: (document, _, session) => tokensOf(document, session),
}));

/** The same in its differences from the answer that the client still has; all of it where that was not the last one. */
export const semanticTokensDelta = standard(SemanticTokensDeltaRequest.type, ofReport({
  empty: (): SemanticTokens | SemanticTokensDelta => ({ data: [] }),
  answer(document, { previousResultId }, session) {
    const before = answered.get(document);
    const tokens = tokensOf(document, session);
    return before?.resultId === previousResultId ? { resultId: tokens.resultId ?? '', edits: editsBetween(before.data, tokens.data) } : tokens;
  },
}));

/** The tokens of the part that is on the screen. */
export const semanticTokensRange = standard(SemanticTokensRangeRequest.type, ofReport({
  empty: () => ({ data: [] }),
  answer: (document, { range }, { service }) => ({ data: toTokenData(service.semanticTokens(document, range)) }),
}));

function tokensOf(document: ReportDocument, { service }: Session): SemanticTokens {
  const number = Number(answered.get(document)?.resultId ?? 0) + 1;
  const tokens = { resultId: String(number), data: toTokenData(service.semanticTokens(document)) };
  answered.set(document, tokens);
  return tokens;
}

/** What stands between the numbers that are the same at the beginning and at the end; nothing where all are. */
function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const { start, end } = commonEnds(before, after);
  const deleteCount = before.length - start - end;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
