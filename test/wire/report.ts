import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Position, Range, TextEdit } from '../../server/src/service-types.ts';

export const uri = 'file:///reports/report.md';

/** A report without a mistake; in it 自然人 of （七）总计 is 12. */
export const rightReport = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../fixtures/base-2021.md'), 'utf8');

const rightTotal = '| （七）总计 |  | 12 |';

/** The same report with one mistake: that total says 99. */
export const wrongReport = rightReport.replace(rightTotal, '| （七）总计 |  | 99 |');

/** Where 99 stands in the wrong report. */
export const wrongRange = rangeOf(wrongReport, wrongReport.indexOf('| 99 |') + 2, 2);

/** The range of `length` characters at an offset. */
export function rangeOf(text: string, offset: number, length: number): Range {
  return { start: positionAt(text, offset), end: positionAt(text, offset + length) };
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The text after edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  return [...edits]
    .sort((one, other) => offset(other.range.start) - offset(one.range.start))
    .reduce((result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)), text);
}
