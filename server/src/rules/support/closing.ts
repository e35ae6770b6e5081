import { foldText } from '../../forms/vocabulary.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../syntax/tree.ts';
import { memoised } from '../../model/memo.ts';
import type { InText, TextNode } from '../../model/running-text.ts';
import { yearDigits } from '../../syntax/numerals.ts';
import { numerals } from '../../texts/chinese-numbers.ts';

/** A line below the last section: who signs, or when. */
interface ClosingLine extends Span {
  /** As it is compared. */
  readonly text: string;
}

interface ClosingLines {
  readonly organ?: InText<ClosingLine>;
  readonly date?: InText<ClosingLine>;
}

const date = new RegExp(String.raw`(?:[12]\d{3}|[二一][${yearDigits}]{3})年[\d${numerals}]{1,3}月[\d${numerals}]{1,3}日$`, 'u');
const organ = /^\p{Script=Han}{4,30}$/u;
const longestLine = 60;

/** The organ and the date at the very end, each a line, or both in one; none where no date ends the report. */
export const closingLines = memoised((report: Report): ClosingLines => {
  const last = report.nodes.at(-1);
  if (!last || last.kind === 'table') {
    return {};
  }
  const lines = linesOf(last);
  const before = report.nodes.at(-2);
  const ends = lines.length === 1 && before !== undefined && before.kind !== 'table' ? [...linesOf(before).slice(-1), ...lines] : lines.slice(-2);
  const end = ends.at(-1);
  const written = end && date.exec(end.found.text);
  if (!written) {
    return {};
  }
  const name = written.index > 0 ? { ...end, found: { ...end.found, text: end.found.text.slice(0, written.index) } } : ends.at(-2);
  const isAlone = written.index === 0 || (name !== undefined && organ.test(name.found.text));
  return isAlone ? { date: { ...end, found: { ...end.found, text: written[0] } }, ...(name && organ.test(name.found.text) && { organ: name }) } : {};
});

function linesOf(node: TextNode): InText<ClosingLine>[] {
  const end = node.text.trimEnd().length;
  const from = Math.max(0, end - 2 * longestLine);
  const lines: InText<ClosingLine>[] = [];
  for (const { 0: line, index } of node.text.slice(from, end).matchAll(/[^\r\n]+/gu)) {
    const start = from + index + line.length - line.trimStart().length;
    const isWhole = index > 0 || from === 0;
    if (line.trim() !== '' && isWhole) {
      lines.push({ node, found: { start, end: from + index + line.trimEnd().length, text: foldText(line) } });
    }
  }
  return lines;
}
