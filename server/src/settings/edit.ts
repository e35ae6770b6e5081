import { applyEdits, modify, parseTree, type FormattingOptions, type Node, type ParseError } from 'jsonc-parser';
import type { IgnoreEntry } from '../service-types.ts';
import type { Ignorable } from './ignore.ts';

/** The entry of `ignore` that suppresses one finding and nothing else as far as can be told; stable under edits elsewhere. */
export function ignoreEntryFor(finding: Ignorable, relativePath: string, text: string): IgnoreEntry {
  const file = relativePath.replaceAll('\\', '/');
  const { code, figure } = finding;
  return figure === undefined ? { file, code, text } : { file, code, figure, text };
}

/**
 * The text of the settings file with an entry of `ignore` added at the end, its comments and its indentation kept.
 * `text` is undefined or blank where there is no file yet; undefined comes back where the file is no valid JSON.
 */
export function addIgnoreEntry(text: string | undefined, entry: IgnoreEntry): string | undefined {
  if (text === undefined || text.trim() === '') {
    return `${JSON.stringify({ ignore: [entry] }, undefined, 2)}\n`;
  }
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const content = text.slice(mark.length);
  const errors: ParseError[] = [];
  const root = parseTree(content, errors, { allowTrailingComma: true });
  const list = root?.children?.find((property) => property.children?.[0]?.value === 'ignore')?.children?.[1];
  if (errors.length > 0 || root?.type !== 'object' || (list !== undefined && list.type !== 'array')) {
    return undefined;
  }
  const last = list?.children?.at(-1);
  if (last !== undefined) {
    return mark + insertBehind(content, last, entry);
  }
  return mark + applyEdits(content, modify(content, ['ignore'], [entry], { formattingOptions: formattingOf(content) }));
}

/** Behind the last entry, on a line of its own where that entry starts a line; what stands there keeps its shape. */
function insertBehind(content: string, last: Node, entry: IgnoreEntry): string {
  const at = last.offset + last.length;
  const indent = /(?:^|[\r\n])([ \t]*)$/u.exec(content.slice(0, last.offset))?.[1];
  const separator = indent === undefined ? ' ' : formattingOf(content).eol + indent;
  return `${content.slice(0, at)},${separator}${onOneLine(entry)}${content.slice(at)}`;
}

function onOneLine(entry: IgnoreEntry): string {
  const members = Object.entries(entry).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{ ${members.join(', ')} }`;
}

function formattingOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)"/mu.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
