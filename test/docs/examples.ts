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
  /** Other reports that it is checked with. */
  readonly beside: readonly { readonly language: string; readonly text: string }[];
  /** The settings file's text, where the example has one. */
  readonly settings: string;
}

/**
 * The one example below the heading, with the reports that stand `beside` it and its `settings`. An `excerpt` is put in its
 * place in a whole report without mistakes; a year or an organ behind it take the place of that report's own.
 */
export function exampleUnder(page: string, heading: string): Example {
  const fences = fencesOf(page).filter((fence) => fence.heading === heading).map((fence) => ({ ...fence, words: fence.info.split(' ') }));
  const beside = fences.filter(({ words }) => words.includes('beside'));
  const settings = fences.filter(({ words }) => words.includes('settings'));
  const [fence, ...others] = fences.filter((one) => !beside.includes(one) && !settings.includes(one));
  if (fence === undefined || others.length > 0) {
    throw new Error(`${heading}: ${others.length + 1} examples`);
  }
  return {
    ...unmark(fence.words[0] ?? '', textOf(fence)),
    beside: beside.map((one) => ({ language: one.words[0] ?? '', text: textOf(one) })),
    settings: settings[0]?.body ?? '{}',
  };
}

/** The year and the organ of the base report. */
const [baseYear, baseOrgan] = [2024, '澄溪县档案局'];

function textOf({ words, body }: { readonly words: readonly string[]; readonly body: string }): string {
  if (!words.includes('excerpt')) {
    return body;
  }
  const year = Number(words.find((word) => /^\d{4}$/u.test(word)) ?? baseYear);
  const organ = words.find((word) => /^\p{Script=Han}+$/u.test(word)) ?? baseOrgan;
  return splice(body).replaceAll(baseOrgan, organ).replaceAll(/20\d\d(?=年)/gu, (written) => String(Number(written) - baseYear + year));
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

function unmark(language: string, marked: string): Pick<Example, 'language' | 'text' | 'marks'> {
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

/** What a line stands for: a heading by its numeral, a table row by its label, anything else, and a line of heads alone, by its text. */
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
  if (!cells.some((cell) => /\d/u.test(cell)) && cells.slice(0, 3).every((cell) => /^-*$/u.test(cell))) {
    return `head ${line}`;
  }
  const label = cells.slice(0, 3).filter((cell) => cell !== '' && !/^[\d.,/-]+$/u.test(cell)).at(-1);
  return label === undefined ? `figures ${cells.length}` : `row ${label}`;
}
