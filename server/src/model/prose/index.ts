import { hasRole } from './classify.ts';
import { splitSentences } from './clauses.ts';
import { readDenials } from './denials.ts';
import { allGuards, type Guards } from './guards.ts';
import { lex, type Lexed, type Token } from './lexer.ts';
import { isOfPresent, readLead } from './leads.ts';
import { readParts } from './parts.ts';
import { readPercentages } from './percentages.ts';
import { MentionReader } from './reader.ts';
import type {
  Denial,
  Mention,
  PartsMention,
  PercentMention,
  PeriodMention,
  ProseReading,
  YearLead,
  YearMention,
} from './types.ts';
import { everyWords, type Words } from './words.ts';
import { readOwnYears, readPeriods, readQuotedYears } from './years.ts';
import { addAll } from '../../syntax/lists.ts';

export { checkLeads, checkYears, reportYearEvidence, rewriteYear, type YearEvidence, type YearFinding } from './check-years.ts';
export { compareProse, mentionedFigures, type MentionedFigures, type ProseContext, type ProseFinding } from './compare.ts';
export { compareStatements, type SaidTwice } from './statements.ts';
export { measures } from './vocabulary.ts';
export { createWords, type Words } from './words.ts';
export { formatChinese } from '../../texts/chinese-numbers.ts';
export { formatNumber, type NumberStyle } from './number-format.ts';
export type * from './types.ts';

const nothing: ProseReading = {
  mentions: [], totals: [], percentages: [], denials: [], statements: [], years: [], periods: [], leads: [], yearsNamed: [], isOfPresent: false,
};
const onlyPresent: ProseReading = { ...nothing, isOfPresent: true };

/**
 * Reads what a paragraph says in figures. The text is taken as it stands in the document, line breaks, full-width
 * digits and all; offsets are UTF-16 units into it. The reading depends on the text and the words that are known alone.
 */
export function readProse(text: string, guards: Guards = allGuards, words: Words = everyWords()): ProseReading {
  const lexed = lex(text, words);
  if (!saysSomething(lexed)) {
    return lexed.tokens.some((token) => hasRole(token, 'thisYear')) && splitSentences(lexed.tokens).some(isOfPresent) ? onlyPresent : nothing;
  }
  const hasDates = lexed.tokens.some(({ kind }) => kind === 'year' || kind === 'month');
  const denials: Denial[] = [];
  const totals: PartsMention[] = [];
  const percentages: PercentMention[] = [];
  const years: YearMention[] = [];
  const periods: PeriodMention[] = [];
  const leads: YearLead[] = [];
  const mentions: Mention[] = [];
  let ofPresent = false;
  const reader = new MentionReader(lexed, guards, (clause, state) => addAll(denials, readDenials(clause, state, reader)));
  const span = (at: number, to: number): { start: number; end: number } => reader.span(at, to);
  const sentences = splitSentences(lexed.tokens);
  for (const [at, sentence] of sentences.entries()) {
    const read = reader.readSentence(sentence);
    addAll(mentions, read.state.entries.flatMap(({ mention }) => mention ?? []));
    addAll(totals, readParts(read, reader));
    addAll(percentages, readPercentages(read, reader));
    ofPresent ||= isOfPresent(sentence);
    if (hasDates) {
      addAll(leads, readLead(sentence, sentences[at - 1], lexed, span));
      addAll(years, readOwnYears(sentence, lexed, span));
      addAll(periods, readPeriods(sentence, lexed, span));
    }
  }
  addAll(years, readQuotedYears(lexed, span));
  const yearsNamed = [...new Set(lexed.tokens.flatMap((token) => (token.kind === 'year' ? [token.year] : [])))];
  return { mentions, totals, percentages, denials, statements: reader.statements, years, periods, leads, yearsNamed, isOfPresent: ofPresent };
}

/** Whether there is a number, a year, a denial (未收到) or a word like 均 in the text. */
function saysSomething({ tokens, titles }: Lexed): boolean {
  return titles.length > 0 || tokens.some((token) => speaking.has(token.kind) || hasRole(token, 'denial') || hasRole(token, 'all'));
}

const speaking: ReadonlySet<Token['kind']> = new Set(['count', 'percent', 'year', 'month']);
