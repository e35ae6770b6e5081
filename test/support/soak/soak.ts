import assert from 'node:assert/strict';
import type { Position, ReportDocument, ReportService } from '../../../server/src/service-types.ts';
import { answersOf } from '../answers.ts';
import { applyEdit, expressible, type Edit } from '../edits.ts';
import { lineStarts } from '../reading.ts';
import type { Random } from '../random.ts';
import { inverse, randomEdit } from './edits.ts';

/** What was tried so far. */
export interface SoakCounts {
  edits: number;
  batches: number;
  /** How often what shows of a text was compared with a fresh start, and how often all that can be asked. */
  compared: number;
  comparedWholly: number;
}

/** Texts that have grown by more than this are given up: others are worth more. */
const mostGrowth = 12_000;
/** An undo goes back so far at most. */
const remembered = 40;

/** A text and edits of it after which something differed from a fresh start. */
export class SoakFailure extends Error {
  readonly before: string;
  readonly language: string;
  readonly batches: readonly (readonly Edit[])[];

  constructor(before: string, language: string, batches: readonly (readonly Edit[])[], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.before = before;
    this.language = language;
    this.batches = batches;
  }
}

/** Works on a text in batches of edits, and holds what is shown to a fresh start, now and then all that can be asked. */
export function soak(service: ReportService, start: { text: string; language: string }, batches: number, random: Random, counts: SoakCounts): void {
  const { language } = start;
  const document = service.open('test:///soaked', language, 1, start.text);
  const undo: Edit[] = [];
  let { text } = start;
  let since: (readonly Edit[])[] = [];
  let before = text;
  const longest = text.length + mostGrowth;
  for (let batch = 0; batch < batches && text.length < longest; batch += 1) {
    const edits: Edit[] = [];
    const changes = Array.from({ length: random.integer(1, 24) }, () => {
      const undone = random.chance(0.08) ? undo.pop() : undefined;
      const edit = undone === undefined ? randomEdit(text, edits.at(-1), random) : expressible(text, undone);
      if (undone === undefined) {
        undo.push(inverse(edit, text));
      }
      edits.push(edit);
      const change = changeOf(text, edit);
      text = applyEdit(text, edit);
      return change;
    });
    since.push(edits);
    counts.edits += edits.length;
    counts.batches += 1;
    try {
      service.edit(document, changes, batch + 2);
      look(service, document, text, random, counts);
    } catch (cause) {
      throw new SoakFailure(before, language, since, cause);
    }
    if (since.length > remembered) {
      [before, since] = [text, []];
    }
  }
}

/** Asks nothing after some batches, what shows after others, and compares after one of five. */
function look(service: ReportService, document: ReportDocument, text: string, random: Random, counts: SoakCounts): void {
  if (random.chance(0.5)) {
    return;
  }
  if (random.chance(0.6)) {
    shownOf(service, document);
    return;
  }
  assert.equal(document.text, text);
  const fresh = service.open('test:///soaked', document.languageId, document.version, text);
  assertSame(shownOf(service, document), shownOf(service, fresh));
  counts.compared += 1;
  if (random.chance(0.03)) {
    assertSame(answersOf(service, document), answersOf(service, fresh));
    counts.comparedWholly += 1;
  }
}

/** What is shown without being asked for. */
function shownOf(service: ReportService, document: ReportDocument): unknown {
  const whole = { start: { line: 0, character: 0 }, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } };
  return {
    figures: service.extract(document),
    findings: service.diagnostics(document).map(({ code, severity, message, range, figure, report }) => [code, severity, message, range, figure, report]),
    outline: service.outline(document),
    states: service.states(document),
    tokens: service.semanticTokens(document),
    folds: service.folds(document),
    hints: service.inlayHints(document, whole),
  };
}

/** Texts are compared first, which is quick; the difference is worked out where there is one. */
function assertSame(edited: unknown, fresh: unknown): void {
  if (JSON.stringify(edited) !== JSON.stringify(fresh)) {
    assert.deepEqual(edited, fresh);
  }
}

function changeOf(text: string, edit: Edit): { range: { start: Position; end: Position }; text: string } {
  const starts = lineStarts(text);
  return { range: { start: positionOf(starts, edit.start), end: positionOf(starts, edit.end) }, text: edit.text };
}

function positionOf(starts: readonly number[], offset: number): Position {
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: offset - (starts[line] ?? 0) };
}
