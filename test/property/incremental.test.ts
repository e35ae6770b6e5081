import assert from 'node:assert/strict';
import fc from 'fast-check';

import type { OpenDocument } from '../../server/src/document.ts';
import { createReportService } from '../../server/src/service.ts';
import type { Position, ReportDocument } from '../../server/src/service-types.ts';
import { damageArbitrary, noDamage } from '../support/damage.ts';
import { applyEdit, editOf, editPlanArbitrary, type Edit } from '../support/edits.ts';
import { layouts, type LaidOut } from '../support/layouts/index.ts';
import { lineStarts } from '../support/reading.ts';
import { seeded } from '../support/random.ts';
import { runs } from '../support/runs.ts';
import { randomReport, reportArbitrary } from '../support/source.ts';

const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

describe('an edited document equals a fresh one', () => {
  for (const layout of layouts) {
    it(`${layout.name}: tree, reports and findings after each of many random edits`, () => {
      fc.assert(fc.property(
        reportArbitrary(), damageArbitrary(), fc.array(editPlanArbitrary(), { minLength: 4, maxLength: 12 }),
        (report, damage, plans) => {
          const { text, language } = layout.lay(report, damage);
          editAndCompare(text, language, plans);
        },
      ), runs(6));
    });
  }
});

describe('an edit leaves alone what it does not touch', () => {
  for (const layout of layouts.filter(({ name }) => name !== 'HTML page')) {
    it(`${layout.name}: a typed digit parses few chunks again`, () => {
      const laidOut = layout.lay(randomReport('2021', seeded(7)), noDamage);
      const shares = typedPlaces(laidOut).map((at) => reusedShare(laidOut, at));
      assert.ok(Math.min(...shares) >= 0.6, `reused shares ${shares.map((share) => share.toFixed(2)).join(' ')}`);
    });
  }
});

function editAndCompare(start: string, language: string, plans: readonly Parameters<typeof editOf>[0][]): void {
  const document = service.open('test:///edited', language, 1, start);
  let text = start;
  let last: { edit: Edit; before: string } | undefined;
  plans.forEach((plan, at) => {
    const edit = editOf(plan, text, last);
    applyTo(document, text, edit, at + 2);
    last = { edit, before: text };
    text = applyEdit(text, edit);
    assert.equal(document.text, text);
    const fresh = service.open('test:///edited', language, at + 2, text);
    assert.deepEqual(stateOf(document), stateOf(fresh), `after ${JSON.stringify(edit)}`);
  });
}

function applyTo(document: ReportDocument, text: string, edit: Edit, version: number): void {
  const starts = lineStarts(text);
  const range = { start: positionOf(starts, edit.start), end: positionOf(starts, edit.end) };
  service.edit(document, [{ range, text: edit.text }], version);
}

function positionOf(starts: readonly number[], offset: number): Position {
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: offset - (starts[line] ?? 0) };
}

/** All that a user can see of a document, and its tree. */
function stateOf(document: ReportDocument): unknown {
  return {
    tree: treeOf(document),
    figures: service.extract(document),
    findings: service.diagnostics(document).map(({ code, severity, message, range, figure, report }) =>
      ({ code, severity, message, range, figure, report })),
    outline: service.outline(document),
    states: service.states(document),
  };
}

function treeOf(document: ReportDocument): unknown {
  const chunks = (document as OpenDocument).syntax.chunks;
  return JSON.parse(JSON.stringify(chunks, (key, value: unknown) => (key === 'chunk' ? undefined : value)));
}

/** Offsets of figures and of words, spread over the report. */
function typedPlaces({ text, expected }: LaidOut): number[] {
  const places = [...expected.values()].flatMap(({ start }) => (start === undefined ? [] : [start]));
  const step = Math.ceil(places.length / 8);
  return [...places.filter((_, at) => at % step === 0), text.indexOf('政务新媒体'), text.lastIndexOf('公开')].filter((at) => at >= 0);
}

function reusedShare({ text, language }: LaidOut, at: number): number {
  const document = service.open('test:///typed', language, 1, text);
  const chunksOf = (): readonly unknown[] => [...(document as OpenDocument).syntax.chunks];
  const before = new Set(chunksOf());
  applyTo(document, text, { start: at, end: at, text: '1' }, 2);
  const after = chunksOf();
  return after.filter((chunk) => before.has(chunk)).length / after.length;
}
