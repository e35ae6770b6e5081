import type { Chunk } from './tree.ts';

/** How a file of data begins that programs write: none of its lines is a report's. */
const data = /^[\s\uFEFF]{0,100}(?:\{\s{0,100}"[^"]{0,100}"\s{0,10}:|\[\s{0,100}\{\s{0,100}")/u;
/** How two versions of a text are compared line by line, what a database writes out, and what calendars and address books hold. */
const record = /^[\s\uFEFF]{0,100}(?:diff --git |--- [^\r\n]{1,200}\r?\n\+\+\+ |@@ -\d|(?:--[^\r\n]{0,200}\r?\n)?(?:INSERT INTO|CREATE TABLE|DROP TABLE|REPLACE INTO) |BEGIN:V[A-Z]{4,8}\r?\n)/u;
/** How source code begins. */
const source = /^[\s\uFEFF]{0,100}(?:#![/ ]|# -\*- coding|(?:from [\w.]{1,60} )?import [\w.{*]|(?:(?:const|let|var) )?[A-Za-z_]\w{0,60} ?= ?["'`[{(])/u;
/** So much of a text shows how it begins. */
const reach = 500;

/** Whether a text, by its first chunk, is data or source code and no text. */
export function isProgramData(first: Chunk | undefined): boolean {
  const start = first?.text.slice(0, reach) ?? '';
  return data.test(start) || record.test(start) || source.test(start);
}
