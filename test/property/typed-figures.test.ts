import assert from 'node:assert/strict';

import { createReportService } from '../../server/src/service.ts';
import type { Range, ReportDocument } from '../../server/src/service-types.ts';
import { readSuites, type SuiteTest } from '../support/suites.ts';

const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

/** So many figures of a text that are not 0 are typed into, for sentences speak of them, */
const mostFilled = 6;
/** and so many that are, other ones in each text of a suite. */
const mostZeros = 12;

describe('another figure typed into the texts of the suites', () => {
  for (const { code, tests } of readSuites()) {
    it(`${code}: findings equal those of a fresh start`, () => {
      tests.filter(({ language }) => language === 'markdown').forEach(typeAndCompare);
    });
  }
});

/** Every rule meets a figure that changes under it: one that is not asked again although it looks at figures is found out. */
function typeAndCompare({ text, language, title }: SuiteTest, turn: number): void {
  const document = service.open('test:///typed', language, 1, text);
  figuresIn(document, turn).forEach(({ range, value }, at) => {
    for (const digits of [String(value + 7), String(value)]) {
      service.diagnostics(document);
      service.edit(document, [{ range: { start: range.start, end: endOf(document, range) }, text: digits }], document.version + 1);
      const fresh = service.open('test:///fresh', language, document.version, document.text);
      assert.deepEqual(findingsOf(document), findingsOf(fresh), `${title}: ${digits} in figure ${at}`);
    }
  });
}

function figuresIn(document: ReportDocument, turn: number): { range: Range; value: number }[] {
  const figures = service.extract(document).flatMap((report) => Object.values(report.figures))
    .flatMap(({ range, value, text }) => (value !== null && text.trim() === String(value) ? [{ range, value }] : []));
  const zeros = figures.filter(({ value }) => value === 0);
  const own = zeros.map((_, at) => zeros[(turn * mostZeros + at) % zeros.length] ?? []).flat().slice(0, mostZeros);
  return [...figures.filter(({ value }) => value !== 0).slice(0, mostFilled), ...own];
}

/** The end of the number that begins where a figure did. */
function endOf(document: ReportDocument, { start }: Range): Range['end'] {
  const line = document.text.split(/\r\n|\n/u)[start.line] ?? '';
  return { line: start.line, character: start.character + (/^\d+/u.exec(line.slice(start.character))?.[0].length ?? 0) };
}

function findingsOf(document: ReportDocument): unknown {
  return service.diagnostics(document).map(({ code, severity, message, range, figure }) => ({ code, severity, message, range, figure }));
}
