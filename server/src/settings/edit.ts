import { applyEdits, getNodeValue, modify, parseTree, type FormattingOptions, type Node, type ParseError } from 'jsonc-parser';
import type { IgnoreEntry, ReviewEntry } from '../service-types.ts';
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
  return changeList(text, 'ignore', (content, list) => addTo(content, 'ignore', list, entry));
}

/**
 * The text of the settings file with a decision in `review`, in the place of the one on the same finding where there is one;
 * without a status that one is taken out. Otherwise as above.
 */
export function setReview(text: string | undefined, finding: Omit<ReviewEntry, 'status' | 'note'>, decision: ReviewDecision | undefined): string | undefined {
  return changeList(text, 'review', (content, list) => {
    const entry = decision && { ...finding, ...decision };
    const at = (list?.children ?? []).findLastIndex((node) => isOn(finding, getNodeValue(node)));
    if (at < 0) {
      return entry === undefined ? content : addTo(content, 'review', list, entry);
    }
    const old = list?.children?.[at];
    return old && entry ? content.slice(0, old.offset) + onOneLine(entry) + content.slice(old.offset + old.length) : takeOut(content, list?.children ?? [], at);
  });
}

/** What `insertBehind` put there, where nothing else stands between; else as the library does it. */
function takeOut(content: string, entries: readonly Node[], at: number): string {
  const [before, entry] = [entries[at - 1], entries[at]];
  const start = before === undefined ? 0 : before.offset + before.length;
  return before && entry && /^\s*,\s*$/u.test(content.slice(start, entry.offset)) ? content.slice(0, start) + content.slice(entry.offset + entry.length)
    : applyEdits(content, modify(content, ['review', at], undefined, { formattingOptions: formattingOf(content) }));
}

/** What is decided on a finding. */
export type ReviewDecision = Pick<ReviewEntry, 'status' | 'note'>;

function isOn(finding: Omit<ReviewEntry, 'status' | 'note'>, value: unknown): boolean {
  const entry = (value ?? {}) as Partial<ReviewEntry>;
  return (['file', 'code', 'figure', 'text'] as const).every((part) => entry[part] === finding[part]);
}

function changeList(text: string | undefined, key: 'ignore' | 'review', change: (content: string, list: Node | undefined) => string): string | undefined {
  const given = text === undefined || text.trim() === '' ? '{}\n' : text;
  const mark = given.startsWith('\uFEFF') ? '\uFEFF' : '';
  const content = given.slice(mark.length);
  const errors: ParseError[] = [];
  const root = parseTree(content, errors, { allowTrailingComma: true });
  const list = root?.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1];
  if (errors.length > 0 || root?.type !== 'object' || (list !== undefined && list.type !== 'array')) {
    return undefined;
  }
  return mark + change(content, list);
}

function addTo(content: string, key: 'ignore' | 'review', list: Node | undefined, entry: IgnoreEntry): string {
  const last = list?.children?.at(-1);
  return last !== undefined ? insertBehind(content, last, entry)
    : applyEdits(content, modify(content, [key], [entry], { formattingOptions: formattingOf(content) }));
}

/**
 * The text of the settings file with names added to those of an organ or a government; what stands there stays. `text` is as
 * for `addIgnoreEntry`.
 */
export function addNames(text: string | undefined, part: 'organs' | 'hierarchy', name: string, others: readonly string[]): string | undefined {
  const isNew = text === undefined || text.trim() === '';
  const mark = text?.startsWith('\uFEFF') ? '\uFEFF' : '';
  const content = isNew ? '{}' : text.slice(mark.length);
  const errors: ParseError[] = [];
  const root = parseTree(content, errors, { allowTrailingComma: true });
  const lists = root?.type === 'object' ? getNodeValue(root) as Record<string, Record<string, unknown> | undefined> : undefined;
  const own = lists?.[part]?.[name] ?? [];
  if (errors.length > 0 || !lists || !Array.isArray(own)) {
    return undefined;
  }
  const all = [...own as string[], ...others.filter((other) => !own.includes(other))];
  const changed = applyEdits(content, modify(content, [part, name], all, { formattingOptions: formattingOf(content) }));
  return mark + (isNew ? `${changed}\n` : changed);
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
