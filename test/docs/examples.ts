import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const base = readFileSync(join(root, 'test/fixtures/base-2021.md'), 'utf8');

/** A fenced example of a rule's page, ready to be checked. */
export interface Example {
  /** `markdown`, `text` or `json`. */
  readonly language: string;
  readonly text: string;
  /** The stretches that the page marks with `<|…|>`, as offsets in `text`. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** The one example below the heading. An `excerpt` is put in its place in a whole report without mistakes. */
export function exampleUnder(page: string, heading: string): Example {
  const fences = fencesOf(page).filter((fence) => fence.heading === heading);
  const [fence] = fences;
  if (fence === undefined || fences.length > 1) {
    throw new Error(`${heading}: ${fences.length} examples`);
  }
  const [language = '', kind] = fence.info.split(' ');
  return unmark(language, kind === 'excerpt' ? splice(fence.body) : fence.body);
}

/** The headings of a page's parts; what looks like one in a fence is none. */
export function headingsOf(page: string): string[] {
  return page.replaceAll(/^```[\s\S]*?^```$/gmu, '').split('\n')
    .filter((line) => line.startsWith('## ')).map((line) => line.slice(3));
}

interface Fence {
  readonly heading: string;
  readonly info: string;
  readonly body: string;
}

function fencesOf(page: string): Fence[] {
  const found = page.matchAll(/^## (?<heading>.*)$|^```(?<info>.*)\n(?<body>[\s\S]*?)\n```$/gmu);
  let heading = '';
  return [...found].flatMap(({ groups }) => {
    heading = groups?.['heading'] ?? heading;
    const { info, body } = groups ?? {};
    return info === undefined || body === undefined ? [] : [{ heading, info, body }];
  });
}

function unmark(language: string, marked: string): Example {
  const marks: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/(?=<\|(?!\|))|(?<=<\|)/u)) {
    text += piece === '<|' ? '' : piece;
    if (piece === '<|') {
      marks.push({ start: text.length, end: -1 });
    }
    const open = marks.at(-1);
    const at = text.indexOf('|>', open?.start);
    if (open?.end === -1 && at >= 0) {
      open.end = at;
      text = text.slice(0, at) + text.slice(at + 2);
    }
  }
  return { language, text, marks };
}

/**
 * Replaces the lines of the base report from the one that the excerpt's first line stands for to the one that its last
 * line stands for. A last line that the base does not have means: to the end of the section.
 */
function splice(excerpt: string): string {
  const lines = base.split('\n');
  const keys = lines.map(keyOf);
  const own = excerpt.split('\n');
  const first = keyOf(own[0] ?? '');
  const last = keyOf(own.at(-1) ?? '');
  const from = keys.indexOf(first);
  if (from < 0) {
    throw new Error(`The base report has no line like: ${own[0]}`);
  }
  const to = keys.indexOf(last, from);
  const next = keys.findIndex((key, at) => at > from && key.startsWith('heading'));
  const rest = to >= 0 ? to + 1 : next;
  return [...lines.slice(0, from), ...own, ...(to >= 0 ? [] : ['']), ...lines.slice(rest)].join('\n');
}

/** What a line stands for: a heading by its numeral, a table row by its label, anything else by its text. */
function keyOf(marked: string): string {
  const line = marked.replaceAll(/<\|(?!\|)|(?<!\|)\|>/gu, '');
  const heading = /^(#+) (?:([一二三四五六])、)?/u.exec(line);
  if (heading) {
    return `heading ${heading[2] ?? 'title'}`;
  }
  if (!line.startsWith('|')) {
    return `text ${line}`;
  }
  const cells = line.slice(1, -1).split('|').map((cell) => cell.trim());
  const label = cells.slice(0, 3).filter((cell) => cell !== '' && !/^[\d.,/-]+$/u.test(cell)).at(-1);
  return label === undefined ? `figures ${cells.length}` : `row ${label}`;
}
