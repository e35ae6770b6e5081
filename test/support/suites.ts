import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A Markdown file of tests: its title is a code, each heading below a test. */
interface Suite {
  readonly code: string;
  readonly tests: readonly SuiteTest[];
}

export interface SuiteTest {
  readonly title: string;
  /** Markdown, plain text or a web page, as the service is told. */
  readonly language: string;
  /** The text with its marks taken out. */
  readonly text: string;
  /** What stood between `<|` and `|>`: where the findings of the suite's code are, so many `times` each. */
  readonly marks: readonly Mark[];
  /** Other codes that are found as well. */
  readonly also: readonly string[];
  /** The messages of the findings, one a quoted line; empty where the test leaves them open. */
  readonly messages: readonly string[];
  /** What the fixes of the first finding make of the text, by number from 1. */
  readonly fixed: ReadonlyMap<number, string>;
  /** How many fixes the first finding has, where the test says so. */
  readonly fixes: number | undefined;
}

interface Mark {
  readonly start: number;
  readonly end: number;
}

interface Fence {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly body: string;
}

export function readSuites(): Suite[] {
  const folder = join(root, 'suites');
  return readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => readSuite(readFileSync(join(folder, name), 'utf8')));
}

function readSuite(markdown: string): Suite {
  const [head = '', ...parts] = markdown.split(/^## /mu);
  return { code: /^# (.+)$/mu.exec(head)?.[1] ?? '', tests: parts.map(readTest) };
}

function readTest(part: string): SuiteTest {
  const title = part.split('\n')[0] ?? '';
  const fences = [...part.matchAll(/^```(.+)\n([\s\S]*?)\n?^```$/gmu)].map(([, info = '', body = '']) => fenceOf(info, body));
  const [input, ...rest] = fences;
  if (!input || rest.some(({ words }) => words[0] !== 'fixed')) {
    throw new Error(`${title}: one text, then what is made of it`);
  }
  const ends = (text: string): string => (input.options.get('eol') === 'crlf' ? text.replaceAll('\n', '\r\n') : text);
  const marked = ends(textOf(input));
  const { text, marks } = unmark(marked);
  const fixes = input.options.get('fixes');
  return {
    title,
    language: languageOf(input),
    text,
    marks: marks.flatMap((mark) => new Array<Mark>(Number(input.options.get('times') ?? 1)).fill(mark)),
    also: input.options.get('also')?.split(',') ?? [],
    messages: [...part.replaceAll(/^```[\s\S]*?^```$/gmu, '').matchAll(/^> (.+)$/gmu)].map(([, message = '']) => message),
    fixed: new Map(rest.map((fence) => [Number(fence.options.get('fix') ?? 1), ends(fixedText(fence, text.replaceAll('\r\n', '\n')))])),
    fixes: fixes === undefined ? undefined : Number(fixes),
  };
}

function fenceOf(info: string, body: string): Fence {
  const words = info.split(' ');
  const options = words.flatMap((word) => (word.includes('=') ? [word.split('=') as [string, string]] : []));
  return { words: words.filter((word) => !word.includes('=')), options: new Map(options), body: body === '' ? '' : `${body}\n` };
}

/** The whole text of a fence; a `diff` changes the base report that it names. */
function textOf({ words, options, body }: Fence): string {
  return words.includes('diff') ? applyDiff(readBase(options.get('base') ?? ''), body) : body;
}

function fixedText({ words, body }: Fence, before: string): string {
  return words.includes('diff') ? applyDiff(before, body) : body;
}

function languageOf({ words, options }: Fence): string {
  const name = options.get('base') ?? words[0] ?? '';
  return /md$|markdown/u.test(name) ? 'markdown' : /html$/u.test(name) ? 'html' : 'plaintext';
}

export function readBase(name: string): string {
  return readFileSync(join(root, 'fixtures', `base-${name}`), 'utf8');
}

/** Applies hunks of lines that start with `-`, `+` or a space; `@@` alone parts hunks. */
export function applyDiff(text: string, diff: string): string {
  let lines = text.split('\n');
  let from = 0;
  for (const hunk of diff.replace(/\n$/u, '').split(/^@@\n/mu)) {
    const changes = hunk.replace(/\n$/u, '').split('\n').map((line) => ({ sign: line[0] ?? ' ', words: line.slice(1) }));
    const old = changes.filter(({ sign }) => sign !== '+').map(({ words }) => unmark(words).text);
    const at = lines.findIndex((_, index) => index >= from && old.every((line, offset) => unmark(lines[index + offset] ?? '\0').text === line));
    if (at < 0 || old.length === 0) {
      throw new Error(`The text has no lines like these:\n${old.join('\n')}`);
    }
    const fresh = changes.filter(({ sign }) => sign !== '-').map(({ words }) => words);
    lines = [...lines.slice(0, at), ...fresh, ...lines.slice(at + old.length)];
    from = at + fresh.length;
  }
  return lines.join('\n');
}

/** Takes out `<|` and `|>`, which may stand on different lines. */
function unmark(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let rest = marked;
  for (let open = rest.indexOf('<|'); open >= 0; open = rest.indexOf('<|')) {
    const close = rest.indexOf('|>', open + 2);
    const start = text.length + open;
    if (close < 0) {
      break;
    }
    text += rest.slice(0, open) + rest.slice(open + 2, close);
    marks.push({ start, end: text.length });
    rest = rest.slice(close + 2);
  }
  return { text: text + rest, marks };
}
