import { formatPatch, OMIT_HEADERS, structuredPatch, type StructuredPatch } from 'diff';
import { isAbsolute, sep } from 'node:path';
import { visible } from '../terminal/shown-text.ts';

/** So many changed lines are compared line by line; beyond, the time would grow with their square. */
const mostChanges = 2000;

/** A unified diff that `patch` and `git apply` take; lines end at LF. */
export function unifiedDiff(path: string | Buffer, before: string, after: string): string {
  const exact = structuredPatch('', '', before, after, undefined, undefined, { context: 3, maxEditLength: mostChanges });
  const hunks = formatPatch(exact ?? wholePatch(before, after), OMIT_HEADERS);
  const [from, to] = isAbsolute(path.toString()) ? [path, path] : [below('a/', path), below('b/', path)];
  return hunks === '' ? '' : `--- ${headerName(from)}\n+++ ${headerName(to)}\n${hunks}`;
}

function below(folder: string, path: string | Buffer): string | Buffer {
  return typeof path === 'string' ? folder + path.split(sep).join('/') : Buffer.concat([Buffer.from(folder), path]);
}

/** As git writes it with `core.quotePath` off: only marks that would end the name or are unsafe to show are escaped; a tab ends one with spaces. */
function headerName(name: string | Buffer): string {
  const shown = name.toString();
  if (typeof name === 'string' ? /["\\\n\t]/u.test(name) || visible(name) !== name : true) {
    return `"${[...Buffer.from(name)].map(quotedByte).join('')}"`;
  }
  return shown.includes(' ') ? `${shown}\t` : shown;
}

/** A byte in a name between quotation marks, as both git and patch read it. */
function quotedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '"' || character === '\\') {
    return `\\${character}`;
  }
  return byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, '0')}`;
}

/** All lines between the first and the last change as one hunk. */
function wholePatch(before: string, after: string): StructuredPatch {
  const old = linesOf(before);
  const fresh = linesOf(after);
  let top = 0;
  while (top < old.length && top < fresh.length && old[top] === fresh[top]) {
    top += 1;
  }
  let bottom = 0;
  while (bottom < old.length - top && bottom < fresh.length - top && old.at(-1 - bottom) === fresh.at(-1 - bottom)) {
    bottom += 1;
  }
  const removed = old.slice(top, old.length - bottom);
  const added = fresh.slice(top, fresh.length - bottom);
  return {
    oldFileName: '', newFileName: '', oldHeader: undefined, newHeader: undefined,
    hunks: [{
      oldStart: removed.length === 0 ? top : top + 1, oldLines: removed.length,
      newStart: added.length === 0 ? top : top + 1, newLines: added.length,
      lines: [...marked('-', removed), ...marked('+', added)],
    }],
  };
}

/** Each with its line end, if it has one. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

function marked(sign: string, lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.endsWith('\n')
    ? [sign + line.slice(0, -1)]
    : [sign + line, '\\ No newline at end of file']);
}
