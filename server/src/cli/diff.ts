import { formatPatch, OMIT_HEADERS, structuredPatch, type StructuredPatch } from 'diff';
import { isAbsolute, sep } from 'node:path';

/** So many changed lines are compared line by line; beyond, the time would grow with their square. */
const mostChanges = 2000;

/** A unified diff that `patch` and `git apply` take; lines end at LF. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const plain = path.split(sep).join('/');
  const [from, to] = isAbsolute(path) ? [plain, plain] : [`a/${plain}`, `b/${plain}`];
  const exact = structuredPatch(from, to, before, after, undefined, undefined, { context: 3, maxEditLength: mostChanges });
  const hunks = formatPatch(exact ?? wholePatch(from, to, before, after), OMIT_HEADERS);
  return hunks === '' ? '' : `--- ${headerName(from)}\n+++ ${headerName(to)}\n${hunks}`;
}

/** As git writes it with `core.quotePath` off: only marks that would end the name are escaped; a tab ends one with spaces. */
function headerName(name: string): string {
  if (/["\\\u0000-\u001f]/u.test(name)) {
    return JSON.stringify(name);
  }
  return name.includes(' ') ? `${name}\t` : name;
}

/** All lines between the first and the last change as one hunk. */
function wholePatch(from: string, to: string, before: string, after: string): StructuredPatch {
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
    oldFileName: from, newFileName: to, oldHeader: undefined, newHeader: undefined,
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
