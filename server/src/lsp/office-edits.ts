import { diffArrays, diffChars } from 'diff';
import type { OfficeEdit } from '../office/office-text.ts';
import { commonEnds } from '../texts/common-ends.ts';

/** An edit of the text of an office file, and the line of the new text that it makes. */
export interface LineEdit extends OfficeEdit {
  readonly line: number;
}

/** A line of a text with its end, or its place where there is none. */
interface Line {
  readonly text: string;
  /** Its first character in the old text. */
  readonly offset: number;
  /** Its number in the new text. */
  readonly number: number;
}

type Pair = readonly [before: Line, after: Line];

/** Larger blocks of changed lines are not looked through for the lines that belong together. */
const mostPaired = 300;

/** Longer lines are compared by their beginnings and ends only. */
const longestCompared = 4000;

/**
 * The edits that make one text of another, cell by cell and line by line, as they can be carried back into the file. White
 * space around the text of a cell, and the line below the head of a table, are no part of the file and are not compared.
 */
export function editsBetween(before: string, after: string): readonly LineEdit[] {
  const edits: LineEdit[] = [];
  let offset = 0;
  let number = 0;
  let removed: Line[] = [];
  let added: Line[] = [];
  const end = (): void => {
    for (const [one, other] of pairs(removed, added)) {
      edits.push(...lineEdits(one, other));
    }
    removed = [];
    added = [];
  };
  for (const part of diffArrays(linesOf(before), linesOf(after))) {
    for (const text of part.value) {
      if (part.added) {
        added.push({ text, offset, number });
      } else if (part.removed) {
        removed.push({ text, offset, number });
      } else {
        end();
      }
      offset += part.added ? 0 : text.length;
      number += part.removed ? 0 : 1;
    }
  }
  end();
  return joined(edits);
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/u);
}

/** Which lines of a changed block stand for which; an empty text stands for a line that was taken away or put in. */
function pairs(removed: readonly Line[], added: readonly Line[]): readonly Pair[] {
  const last = removed.at(-1);
  const end = last && last.offset + last.text.length;
  const isPlain = removed.length === added.length && removed.every(({ text }, at) => isRow(text) === isRow(added[at]?.text ?? ''));
  const best = isPlain || removed.length > mostPaired || added.length > mostPaired ? undefined : bestFollowing(removed, added);
  const found: Pair[] = [];
  let [one, other] = [0, 0];
  while (one < removed.length || other < added.length) {
    const [before, after] = [removed[one], added[other]];
    const isPair = before !== undefined && after !== undefined && (best === undefined || isBest(best, one, other, likeness(before, after)));
    if (isPair) {
      found.push([before, after]);
    } else if (before !== undefined && (after === undefined || best?.[one + 1]?.[other] === best?.[one]?.[other])) {
      found.push([before, { ...before, text: '' }]);
    } else if (after !== undefined) {
      found.push([{ ...after, text: '', offset: before?.offset ?? end ?? after.offset }, after]);
    }
    const taken = found.at(-1);
    one += before !== undefined && taken?.[0] === before ? 1 : 0;
    other += after !== undefined && taken?.[1] === after ? 1 : 0;
  }
  return found;
}

function isBest(best: readonly (readonly number[])[], one: number, other: number, alike: number): boolean {
  return alike > 0 && best[one]?.[other] === (best[one + 1]?.[other + 1] ?? 0) + alike;
}

/** For each two beginnings how alike the lines from there on can be. */
function bestFollowing(removed: readonly Line[], added: readonly Line[]): readonly (readonly number[])[] {
  const best = Array.from({ length: removed.length + 1 }, () => new Array<number>(added.length + 1).fill(0));
  for (let one = removed.length - 1; one >= 0; one -= 1) {
    for (let other = added.length - 1; other >= 0; other -= 1) {
      const alike = likeness(removed[one], added[other]);
      (best[one] as number[])[other] = Math.max(
        alike > 0 ? (best[one + 1]?.[other + 1] ?? 0) + alike : 0, best[one + 1]?.[other] ?? 0, best[one]?.[other + 1] ?? 0);
    }
  }
  return best;
}

/** 1 for the same text, 0 for lines of which one cannot have become the other. */
function likeness(one: Line | undefined, other: Line | undefined): number {
  if (one === undefined || other === undefined || isRow(one.text) !== isRow(other.text)) {
    return 0;
  }
  const { start, end } = commonEnds(one.text, other.text);
  return Math.max(start + end, 0.1) / Math.max(one.text.length, other.text.length);
}

function isRow(line: string): boolean {
  return /^\s*\|/u.test(line);
}

function lineEdits(before: Line, { text: after, number }: Line): LineEdit[] {
  const { text, offset } = before;
  const [old, now] = [cellsOf(text), cellsOf(after)];
  if (!isRow(text) || !isRow(after) || old.length !== now.length) {
    return differences(text, after, offset, number);
  }
  if (isRuler(text) && isRuler(after)) {
    return [];
  }
  return old.flatMap((cell, at) => differences(cell.text, now[at]?.text ?? '', offset + cell.start, number));
}

/** The line below the head of a table. */
function isRuler(line: string): boolean {
  return /^[\s|:-]+$/u.test(line) && line.includes('-');
}

/** The texts between the bars of a row, without the white space around them. */
function cellsOf(row: string): readonly { readonly text: string; readonly start: number }[] {
  const bars = [...row.matchAll(/(?<!\\)\|/gu)].map(({ index }) => index);
  return bars.slice(0, -1).map((bar, at) => {
    const inner = row.slice(bar + 1, bars[at + 1]);
    const text = inner.trim();
    const blank = text === '' ? Math.min(1, inner.length) : inner.length - inner.trimStart().length;
    return { text, start: bar + 1 + blank };
  });
}

/** Several small changes of a line are told apart, so that what stands between them is left alone. */
function differences(before: string, after: string, offset: number, line: number): LineEdit[] {
  if (before === after) {
    return [];
  }
  if (before === '' || after === '' || before.length + after.length > longestCompared) {
    const { start, end } = commonEnds(before, after);
    return [{ start: offset + start, end: offset + before.length - end, newText: after.slice(start, after.length - end), line }];
  }
  const edits: LineEdit[] = [];
  let at = offset;
  for (const { value, added, removed } of diffChars(before, after)) {
    if (removed) {
      edits.push({ start: at, end: at + value.length, newText: '', line });
    } else if (added) {
      edits.push({ start: at, end: at, newText: value, line });
    }
    at += added ? 0 : value.length;
  }
  return joined(edits);
}

/** Edits that touch are one: what is taken away and what is put into its place. */
function joined(edits: readonly LineEdit[]): LineEdit[] {
  const result: LineEdit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last?.end === edit.start) {
      result[result.length - 1] = { ...last, end: edit.end, newText: last.newText + edit.newText };
    } else {
      result.push(edit);
    }
  }
  return result;
}
