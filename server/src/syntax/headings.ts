import { withoutMarks } from './markup.ts';
import type { Grammar } from './layout.ts';
import { isBlank, isBlankCode, trimmed, withoutRemarks } from './text.ts';
import { looksLikeFigure, looksLikeMarkedFigure } from './number.ts';
import { looksNumbered, readLooseNumbering, readNumbering, beginsWithNumeral, numeral, partName } from './numerals.ts';
import { numerals } from '../texts/chinese-numbers.ts';
import { isReportName } from './report-name.ts';
import type { Span } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isPageHeader } from './page-furniture.ts';

/**
 * `marked`: marked as a heading by the markup; `title`: the name of a report; `section`: the title of a section,
 * official or altered; `sub`: any other short numbered line.
 */
interface HeadingReading extends Span {
  readonly kind: 'marked' | 'title' | 'section' | 'sub';
}

const longestTitle = 60;
const longestLine = 400;
const numbered = new RegExp(String.raw`^(?:第\s*[${numerals}]\s*${partName}\s*[、.．:：]?|${numeral}\s*[、.．,，:：]|、|[\d０-９]{1,2}\s*[、.．](?![\d０-９]))\s*(?<title>[^]*)$`, 'u');
const bracketed = new RegExp(String.raw`^[（(⑴-⒇㈠-㈩]\s*[${numerals}\d]{0,3}\s*[）)]?`, 'u');
const sentence = /[。；;！？!?]/u;

/** Reads a line of a text file, with its markup, as a heading. */
export function headingOf(line: string, grammar: Grammar): HeadingReading | undefined {
  const { text } = withoutMarks(line);
  return readHeading(text, grammar) ?? (isMarkedByTag(line) && !isBlank(text) ? { kind: 'marked', ...trimmed(text) } : undefined);
}

/** Whether a line that reads so names a report or a section: no row of a table does. */
export function isTitle(heading: HeadingReading | undefined): boolean {
  return heading?.kind === 'section' || heading?.kind === 'title';
}

/** Whether a text, with a number or without, is a title that the forms know, or nearly one. */
export function namesSection(text: string, vocabulary: Vocabulary): boolean {
  const normal = vocabulary.normalise(text).replace(/[:。]$/u, '');
  return vocabulary.namesSection(normal) || vocabulary.namesSection(readNumbering(normal)?.words ?? '');
}

/** Whether a line of a text file is an official title with a number like a sub-heading's, （二）: no row of a table is. */
export function isBracketedTitle(line: string, vocabulary: Vocabulary): boolean {
  return line.length <= longestTitle && /^[\s*_]*[（(]/u.test(line)
    && vocabulary.isTitle(readLooseNumbering(vocabulary.normalise(withoutMarks(line).text))?.words ?? '');
}

/** Whether a text is nothing but the title of a section, official and with the numeral that the form gives it. */
export function isNumberedTitle(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > longestTitle * 2 || !beginsWithNumeral(text)) {
    return false;
  }
  const normal = vocabulary.normalise(text).replace(/[:。]$/u, '');
  return normal !== '' && vocabulary.leadingTitle(normal) === normal.length;
}

/** Whether a line of a text file is a heading of HTML. */
export function isMarkedByTag(line: string): boolean {
  return /^\s*<h[1-6]\b/iu.test(line);
}

/** Reads a line, without its markup, as a heading, and leaves out what stands around its words; undefined where it is none. */
export function readHeading(text: string, grammar: Grammar): HeadingReading | undefined {
  const line = withoutRemarks(text);
  if (line.length > longestLine) {
    return undefined;
  }
  const { marks, start: first, end } = wordsOf(line);
  const start = behindBullet(line, first, end, grammar);
  if (end - start < 2) {
    return undefined;
  }
  const kind = kindOf(line.slice(start, end), grammar);
  if (kind) {
    return { kind, start, end };
  }
  if (marks > 0) {
    return { kind: 'marked', start, end };
  }
  const title = leadingTitle(line, start, end, grammar);
  return title === undefined ? undefined : { kind: 'section', start, end: title };
}

/** The mark of a list; Word writes its own as characters for private use. */
const bullet = /^(?:[-+](?=\s)|[●○◆◇■□▪▫•·◦‣★☆►▶▸➢➤✓✔※\uF000-\uF0FF])\s*/u;

/** Where a section's title with its number begins behind the mark of a list; `start` where none does. */
function behindBullet(line: string, start: number, end: number, grammar: Grammar): number {
  const behind = start + (bullet.exec(line.slice(start, end))?.[0].length ?? 0);
  const words = line.slice(behind, end);
  return behind > start && numbered.test(words) && !words.startsWith('、') && kindOf(words, grammar) === 'section' ? behind : start;
}

/** `#` of Markdown, `==` of AsciiDoc and MediaWiki, `h2.` of Textile and Confluence, `@chapter` of Texinfo, `\section{` of LaTeX. */
const headingMarks = /^(?:#{1,6}(?=[^#])|={1,6}(?=\s)|h[1-6]\.(?=\s)|@(?:chapter|section|unnumbered)(?=\s)|\\(?:title|chapter|(?:sub)?section)\*?\{)/u;
/** What such a mark is closed by at the end of the line. */
const closingMarks = /[=}]/u;

/** The words of a line without the marks of a heading, marks of emphasis that are left over, and the commas that fill up a row of a sheet. */
function wordsOf(line: string): Span & { readonly marks: number } {
  const inner = trimmed(line);
  const marks = headingMarks.exec(line.slice(inner.start, inner.end))?.[0].length ?? 0;
  let start = inner.start + marks;
  let { end } = inner;
  while (start < end && (isEdge(line, start) || (line[start] === '_' && line[start + 1] === '_'))) {
    start += 1;
  }
  while (end > start && (isEdge(line, end - 1) || line[end - 1] === '#' || (marks > 0 && closingMarks.test(line[end - 1] ?? '')) || (line[end - 1] === '_' && line[end - 2] === '_'))) {
    end -= 1;
  }
  return { marks, start, end };
}

function isEdge(line: string, at: number): boolean {
  return isBlankCode(line.charCodeAt(at)) || line[at] === '*' || line[at] === ',';
}

function kindOf(text: string, grammar: Grammar): HeadingReading['kind'] | undefined {
  if (text.length > longestTitle || grammar.isRow(text)) {
    return undefined;
  }
  const normal = grammar.normalise(text);
  if (grammar.isTitle(normal) || (!/[。；;！？!?，,]/u.test(text) && grammar.namesSection(normal))) {
    return 'section';
  }
  if (grammar.isLabel(normal) || (normal.endsWith(')') && grammar.isLabel(normal.replace(/\([^()]*\)$/u, '')))) {
    return undefined;
  }
  if ((isReportName(normal) || grammar.endsWithReportName(normal)) && !isPageHeader(text) && !sentence.test(text) && !/[，：:]/u.test(text) && !/[《〈]/u.test(text)) {
    return 'title';
  }
  const title = numbered.exec(text)?.groups?.['title'] ?? (looksNumbered.test(text) ? text.replace(looksNumbered, '') : undefined);
  if (title !== undefined) {
    return numberedKind(title, normal, grammar);
  }
  if (!bracketed.test(text) && grammar.isTitle(readLooseNumbering(normal)?.words ?? '')) {
    return 'section';
  }
  return bracketed.test(text) && isSubheading(text, normal, grammar) ? 'sub' : undefined;
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
    && !holdsFigures(text) && !vocabulary.isFragment(normal) && !vocabulary.resemblesLabel(normal);
}

/** Whether figures stand at the end of a text, or beside each other in it, be it with marks around them: `（3） （0）`. */
function holdsFigures(text: string): boolean {
  const words = text.split(/[\s，,；;]+/u);
  return words.some((word, at) => at > 0 && looksLikeFigure(word) && (at === words.length - 1 || looksLikeFigure(words[at + 1] ?? '')))
    || words.some((word, at) => at > 0 && looksLikeMarkedFigure(word) && looksLikeMarkedFigure(words[at + 1] ?? ''));
}

/** Where the name of a report ends that a text begins with, where white space parts it from what follows; 0 where none does. */
export function leadingName(text: string, grammar: Grammar): number {
  const first = /^\s*\S{6,60}(?=\s)/u.exec(text)?.[0] ?? '';
  return first !== '' && kindOf(first.trim(), grammar) === 'title' ? first.length : 0;
}

/** The end of an official title that the line begins with, numeral included, where text follows it in the same line. */
function leadingTitle(line: string, start: number, end: number, vocabulary: Vocabulary): number | undefined {
  const match = /^[一二三四五六]\s*[、.．]\s*[^\s：:。，,；;]{4,40}(?=[\s：:。])/u.exec(line.slice(start, end));
  const words = match && vocabulary.normalise(match[0]).slice(2);
  return match && words && vocabulary.isTitle(words) ? start + match[0].length : undefined;
}
