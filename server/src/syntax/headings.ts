import { isBlankCode, trimmed, withoutRemarks } from './text.ts';
import { looksLikeFigure } from './number.ts';
import { looksNumbered, readLooseNumber } from './numerals.ts';
import { isReportName } from './report-name.ts';
import type { Span } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * `marked`: marked as a heading by the markup; `title`: the name of a report; `section`: the title of a section,
 * official or altered; `sub`: any other short numbered line.
 */
export interface HeadingReading extends Span {
  readonly kind: 'marked' | 'title' | 'section' | 'sub';
}

const longestTitle = 60;
const longestLine = 400;
/** The line that a flipping book sets on top of each page. */
export const pageHeader = /^\s*P(?:age)?\.?\s*\d/iu;
const numbered = /^(?:第\s*[一二三四五六七八九十]\s*部分\s*[、.．:：]?|[一二三四五六七八九十]{1,3}\s*[、.．,，:：]|、|[\d０-９]{1,2}\s*[、.．](?![\d０-９]))\s*(?<title>.*)$/u;
const bracketed = /^[（(⑴-⒇㈠-㈩]\s*[一二三四五六七八九十\d]{0,3}\s*[）)]?/u;
const sentence = /[。；;！？!?]/u;

/** A row of a table of commas, whatever words it begins with. */
const commaRow = /(?:,\d*){4}/u;

/** Reads a line as a heading, with the marks around its words left out; undefined where it is none. Local to the line. */
export function readHeading(text: string, vocabulary: Vocabulary): HeadingReading | undefined {
  const line = withoutRemarks(text);
  let { start, end } = trimmed(line);
  if (end - start < 2 || line.length > longestLine) {
    return undefined;
  }
  const marks = /^#{1,6}(?=[^#])/u.exec(line.slice(start, end))?.[0].length ?? 0;
  ({ start, end } = withoutMarks(line, start + marks, end));
  if (end - start < 2) {
    return undefined;
  }
  const kind = kindOf(line.slice(start, end), vocabulary);
  if (kind) {
    return commaRow.test(line) ? undefined : { kind, start, end };
  }
  if (marks > 0) {
    return { kind: 'marked', start, end };
  }
  const title = leadingTitle(line, start, end, vocabulary);
  return title === undefined ? undefined : { kind: 'section', start, end: title };
}

function withoutMarks(line: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && (isBlankCode(line.charCodeAt(from)) || line[from] === '*' || (line[from] === '_' && line[from + 1] === '_'))) {
    from += 1;
  }
  while (to > from && (isBlankCode(line.charCodeAt(to - 1)) || line[to - 1] === '*' || line[to - 1] === '#')) {
    to -= 1;
  }
  return { start: from, end: to };
}

function kindOf(text: string, vocabulary: Vocabulary): HeadingReading['kind'] | undefined {
  if (text.length > longestTitle || text.includes('\t') || text.includes('|')) {
    return undefined;
  }
  const normal = vocabulary.normalise(text);
  if (vocabulary.isTitle(normal)) {
    return 'section';
  }
  if (vocabulary.isLabel(normal) || (normal.endsWith(')') && vocabulary.isLabel(normal.replace(/\([^()]*\)$/u, '')))) {
    return undefined;
  }
  if (isReportName(normal) && !pageHeader.test(text) && !sentence.test(text) && !/[，：:]/u.test(text) && !/[《〈]/u.test(text)) {
    return 'title';
  }
  const title = numbered.exec(text)?.groups?.['title'] ?? (looksNumbered.test(text) ? text.replace(looksNumbered, '') : undefined);
  if (title !== undefined) {
    return numberedKind(title, normal, vocabulary);
  }
  if (!bracketed.test(text) && vocabulary.isTitle(readLooseNumber(normal)?.words ?? '')) {
    return 'section';
  }
  return bracketed.test(text) && isSubheading(text, normal, vocabulary) ? 'sub' : undefined;
}

function numberedKind(title: string, normal: string, vocabulary: Vocabulary): 'section' | 'sub' | undefined {
  const words = vocabulary.normalise(title);
  if (vocabulary.isTitle(words)) {
    return 'section';
  }
  if (!isSubheading(title, normal, vocabulary)) {
    return words.length <= 20 && /[。：:]$/u.test(title) && !vocabulary.isFragment(normal) && vocabulary.hasCue(words)
      ? 'section'
      : undefined;
  }
  return words.length <= 40 && vocabulary.hasCue(words) ? 'section' : 'sub';
}

function isSubheading(text: string, normal: string, vocabulary: Vocabulary): boolean {
  return text.length > 0 && text.length <= 45 && !sentence.test(text) && !/[，：:,]$/u.test(text)
    && !endsInFigures(text) && !vocabulary.isFragment(normal) && !vocabulary.resemblesLabel(normal);
}

function endsInFigures(text: string): boolean {
  const words = text.split(/\s+/u);
  return words.length > 1 && looksLikeFigure(words.at(-1) ?? '');
}

/** The end of an official title that the line begins with, numeral included, where text follows it in the same line. */
function leadingTitle(line: string, start: number, end: number, vocabulary: Vocabulary): number | undefined {
  const match = /^[一二三四五六]\s*[、.．]\s*[^\s：:。，,；;]{4,40}(?=[\s：:。])/u.exec(line.slice(start, end));
  const words = match && vocabulary.normalise(match[0]).slice(2);
  return match && words && vocabulary.isTitle(words) ? start + match[0].length : undefined;
}
