import { createReportService } from '../../server/src/service.ts';
import type { Diagnostic, Position, QuickFix, Range, TextEdit } from '../../server/src/service-types.ts';

const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

export function check(text: string, language: string): readonly Diagnostic[] {
  return service.diagnostics(service.open('test:///report', language, 1, text));
}

/** Offsets of positions in a text; lines end at LF, CRLF or CR. */
export function offsets(text: string): (position: Position) => number {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/gu)].map((match) => match.index + match[0].length)];
  return ({ line, character }) => (starts[line] ?? text.length) + character;
}

export function applyFix(text: string, fix: QuickFix): string {
  return applyEdits(text, fix.edits);
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const at = offsets(text);
  const sorted = edits.map(({ range, newText }) => ({ start: at(range.start), end: at(range.end), newText })).sort((one, other) => one.start - other.start);
  let result = '';
  let from = 0;
  for (const { start, end, newText } of sorted) {
    if (start < from) {
      throw new Error('Edits overlap.');
    }
    result += text.slice(from, start) + newText;
    from = end;
  }
  return result + text.slice(from);
}

export function placed(text: string, { start, end }: Range): { start: number; end: number } {
  const at = offsets(text);
  return { start: at(start), end: at(end) };
}

/** What may come up on text that a fix inserted. */
const onInsertedText: ReadonlySet<string> = new Set(['blank-cell', 'empty-section']);

/** What is wrong with a fix: its finding stays, or new ones come; empty where it is right. */
export function flawsOf(text: string, language: string, diagnostic: Diagnostic, fix: QuickFix): string[] {
  const before = check(text, language);
  const after = check(applyFix(text, fix), language);
  const known = count(before.filter((one) => one !== before.find((other) => same(other, diagnostic))).map(keyOf));
  const fresh = count(after.map(keyOf));
  const flaws: string[] = [];
  for (const [key, number] of fresh) {
    const code = key.split(' ')[0] ?? '';
    if (number > (known.get(key) ?? 0) && !(onInsertedText.has(code) && code !== diagnostic.code) && fix.reveals?.includes(code) !== true) {
      flaws.push(`${fix.title}: ${key}`);
    }
  }
  return flaws;
}

function same(one: Diagnostic, other: Diagnostic): boolean {
  return one.code === other.code && one.message === other.message && JSON.stringify(one.range) === JSON.stringify(other.range);
}

function keyOf({ code, figure, message }: Diagnostic): string {
  return `${code} ${figure ?? message}`;
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  keys.forEach((key) => counts.set(key, (counts.get(key) ?? 0) + 1));
  return counts;
}
