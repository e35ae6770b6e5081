import assert from 'node:assert/strict';
import { createReportService } from '../../../server/src/service.ts';
import type { Position, Range, ReportDocument } from '../../../server/src/service-types.ts';
import { fixture } from '../../support/fixtures.ts';

/** A service whose features must not fail. */
export const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

export const base = fixture('base-2021.md');

export function open(text: string, language = 'markdown'): ReportDocument {
  return service.open('test:///report', language, 1, text);
}

/** The place within `line`, which stands once in the text, where `word` begins for the first time. */
export function at(text: string, line: string, word: string): Position {
  const start = text.indexOf(line);
  assert.ok(start >= 0 && text.indexOf(line, start + 1) < 0, `“${line}” stands once`);
  const before = text.slice(0, start + line.indexOf(word)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

export function textAt(text: string, { start, end }: Range): string {
  const lines = text.split('\n');
  return start.line === end.line
    ? (lines[start.line] ?? '').slice(start.character, end.character)
    : [(lines[start.line] ?? '').slice(start.character), ...lines.slice(start.line + 1, end.line), (lines[end.line] ?? '').slice(0, end.character)].join('\n');
}
