import assert from 'node:assert/strict';
import fc from 'fast-check';

import type { OpenDocument } from '../../server/src/document.ts';
import { createReportService } from '../../server/src/service.ts';
import type { Position, ReportDocument } from '../../server/src/service-types.ts';
import { answersOf } from '../support/answers.ts';
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

describe('typing in figures', () => {
  for (const layout of layouts) {
    it(`${layout.name}: each digit that is typed or deleted equals a fresh start`, () => {
      const keys = fc.array(keyArbitrary, { minLength: 4, maxLength: 16 });
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), keys, (report, damage, strokes) => {
        const laidOut = layout.lay(report, damage);
        const places = [...laidOut.expected.values()].flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end }]));
        if (places.length > 0) {
          typeAndCompare(laidOut, places, strokes);
        }
      }), runs(12));
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
    if (at === 2 || at === plans.length - 1) {
      assert.deepEqual(answersOf(service, document), answersOf(service, fresh), `after ${JSON.stringify(edit)}`);
    }
  });
}

/** A key pressed in one of the figures: `at` says in which and where in it. */
const keyArbitrary = fc.record({
  figure: fc.nat({ max: 1000 }),
  at: fc.nat({ max: 3 }),
  key: fc.oneof({ weight: 8, arbitrary: fc.constantFrom('0', '1', '7', '12', '003') }, { weight: 1, arbitrary: fc.constantFrom(' ', '.', ',', '|', '\t', '增') }),
  deleted: fc.nat({ max: 2 }),
});

type Key = typeof keyArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

/** Types into the figures as they stood at first, several keys in a row before the document is asked. */
function typeAndCompare({ text: start, language }: LaidOut, places: readonly { start: number; end: number }[], strokes: readonly Key[]): void {
  const document = service.open('test:///typed', language, 1, start);
  let text = start;
  let moved: readonly { start: number; end: number }[] = places;
  strokes.forEach(({ figure, at, key, deleted }, index) => {
    const place = moved[figure % moved.length] as { start: number; end: number };
    const from = Math.min(place.start + at, place.end);
    const to = Math.min(from + deleted, place.end);
    applyTo(document, text, { start: from, end: to, text: key }, index + 2);
    text = applyEdit(text, { start: from, end: to, text: key });
    const delta = key.length - (to - from);
    moved = moved.map((one) => ({ start: one.start > from ? one.start + delta : one.start, end: one.end >= to ? one.end + delta : one.end }));
    assert.equal(document.text, text);
    if (index % 2 === 1) {
      const fresh = service.open('test:///typed', language, index + 2, text);
      assert.deepEqual(stateOf(document), stateOf(fresh), `${key} at ${from}`);
    } else {
      service.diagnostics(document);
    }
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

/** What a user sees of a document without asking, its tree, and whether its reports hold nodes of that tree alone. */
function stateOf(document: ReportDocument): unknown {
  return {
    tree: treeOf(document),
    strangers: strangersIn(document as OpenDocument),
    figures: service.extract(document),
    findings: service.diagnostics(document).map(({ code, severity, message, range, figure, report }) =>
      ({ code, severity, message, range, figure, report })),
    outline: service.outline(document),
    states: service.states(document),
  };
}

/** How many nodes the reports hold that are not, or no longer, nodes of the tree. */
function strangersIn({ syntax, reports }: OpenDocument): number {
  const own = new Set<unknown>(syntax.chunks.flatMap(({ nodes }) => nodes));
  const held = reports.flatMap(({ nodes, preamble, sections, tables }) => [
    ...nodes, ...preamble, ...[...tables.values()].flatMap(({ parts }) => parts),
    ...sections.flatMap((section) => [section.title.heading, ...section.nodes, ...section.subheadings, ...section.prose]),
  ]);
  return held.filter((node) => !own.has(node)).length;
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
