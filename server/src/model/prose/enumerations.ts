import { hasRole, isWord, joins } from './classify.ts';
import type { Token } from './lexer.ts';

/**
 * The tokens behind 未收到 without those that are denied together with what is asked about, or that are all its ways, and so do
 * not narrow it: 未发生举报、复议和诉讼, 未收到书面、网络等申请.
 */
export function withoutEnumerated(tokens: readonly Token[]): readonly Token[] {
  const left = new Set(tokens);
  for (let at = 0; at < tokens.length; at += 1) {
    const end = listEnd(tokens, at);
    if (end > at && isListed(tokens, at, end)) {
      tokens.slice(at, end).forEach((token) => left.delete(token));
    }
    at = Math.max(at, end);
  }
  return tokens.filter((token) => left.has(token));
}

/** The end of a run of words for other business, or for ways in, with the marks between them; `at` itself where none begins. */
function listEnd(tokens: readonly Token[], at: number): number {
  const role = hasRole(tokens[at], 'other') ? 'other' : 'channel';
  let end = at;
  while (end < tokens.length && (hasRole(tokens[end], role) || (end > at && joins(tokens[end]))) && (end === at || tokens[end - 1]?.to === tokens[end]?.at)) {
    end += 1;
  }
  return end;
}

/** Whether what follows goes on with the list, as reviews do behind 举报、, or ends it with 等 behind several ways. */
function isListed(tokens: readonly Token[], at: number, end: number): boolean {
  const next = tokens[end];
  if (next === undefined || !isWord(next) || tokens[end - 1]?.to !== next.at) {
    return false;
  }
  const goesOn = joins(tokens[end - 1]) && next.word.quantity?.kind === 'review';
  return hasRole(tokens[at], 'other') ? goesOn : hasRole(next, 'etc') && tokens.slice(Math.max(0, at - 1), end).some(joins);
}
