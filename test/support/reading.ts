import { createReportService } from '../../server/src/service.ts';
import type { Diagnostic, ExtractedReport, Position, Range } from '../../server/src/service-types.ts';
import { threeForms } from './third-form.ts';
import type { ExpectedFigure, LaidOut } from './layouts/index.ts';

/** What the engine makes of a text. */
export interface Reading {
  readonly reports: readonly ExtractedReport[];
  readonly diagnostics: readonly Diagnostic[];
}

export const arithmeticCodes: ReadonlySet<string> =
  new Set(['balance', 'results-total', 'row-total', 'review-total', 'suspect-figure']);

/** Reads with a form more than there are: what is known besides changes nothing in reports on the others. */
const service = createReportService({
  forms: threeForms,
  log: (message) => {
    throw new Error(message);
  },
});

export function read(text: string, language: string): Reading {
  const document = service.open('test:///report', language, 1, text);
  return { reports: service.extract(document), diagnostics: service.diagnostics(document) };
}

/** What was read otherwise than it was laid out, one line each; empty where all is right. */
export function misreadings(laidOut: LaidOut, report: ExtractedReport | undefined): string[] {
  if (report === undefined) {
    return ['no report was found'];
  }
  const at = offsets(laidOut.text);
  const wrong: string[] = [];
  for (const [id, figure] of laidOut.expected) {
    if (!isRight(figure, report.figures[id], at, false)) {
      wrong.push(`${id}: ${describe(figure)} was read as ${describeRead(report.figures[id], at)}`);
    }
  }
  for (const [id, figure] of laidOut.uncertain) {
    if (!isRight(figure, report.figures[id], at, true)) {
      wrong.push(`${id}: guessed ${describeRead(report.figures[id], at)}`);
    }
  }
  return wrong;
}

type Extracted = ExtractedReport['figures'][string] | undefined;

/** Whether the figure was read with its value and at its place; a blank as a blank. */
export function isRight(figure: ExpectedFigure, read: Extracted, at: (position: Position) => number, mayBeAbsent: boolean): boolean {
  if (read === undefined) {
    return mayBeAbsent;
  }
  if (read.value === null || figure.value === null) {
    return read.value === figure.value || (mayBeAbsent && read.value === null);
  }
  return Math.abs(read.value - figure.value) < 1e-9 && stands(figure, read.range, at);
}

/** Whether the range is the number as written, with or without its word sign and unit. */
function stands(figure: ExpectedFigure, range: Range, at: (position: Position) => number): boolean {
  const start = at(range.start);
  const end = at(range.end);
  return figure.places.some((place) =>
    place.start <= start && start <= place.digits.start && place.digits.end <= end && end <= place.end);
}

function describe({ value, start, end }: ExpectedFigure): string {
  return value === null ? 'blank' : `${value} at ${start}–${end}`;
}

function describeRead(read: Extracted, at: (position: Position) => number): string {
  return read === undefined ? 'absent' : `${read.value} at ${at(read.range.start)}–${at(read.range.end)} (${JSON.stringify(read.text)})`;
}

/** From a position to the offset in the text; lines end at LF, CRLF or CR. */
export function offsets(text: string): (position: Position) => number {
  const starts = lineStarts(text);
  return ({ line, character }) => (starts[line] ?? text.length) + character;
}

/** Offsets at which lines start. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
    starts.push(index + end.length);
  }
  return starts;
}
