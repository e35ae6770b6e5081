import { createRequire } from 'node:module';
import { createReportService } from '../server/src/service.ts';
import type { BenchDocument } from './documents.ts';
import type { Runner } from './statistics.ts';

export const ours = 'Disclosure Report';

/** An edit of one digit: which text comes of it, where, and with which digit. */
interface Keystroke {
  readonly before: string;
  readonly after: string;
  readonly at: number;
  readonly digit: string;
}

/** What a subject does with a keystroke. */
type Subject = (document: BenchDocument) => (stroke: Keystroke) => void;

const load = createRequire(__filename);

/** Everything that can follow an edit in this process, by name; what is not installed is absent. */
export function editSubjects(): ReadonlyMap<string, Subject> {
  const all: readonly (readonly [string, () => Subject])[] = [
    [ours, createOurs],
    ['@lezer/markdown', createLezer],
    ['tree-sitter-markdown', createTreeSitter],
    ['markdown-it', createMarkdownIt],
    ['markdownlint', createMarkdownlint],
  ];
  return new Map(all.flatMap(([name, create]) => {
    try {
      return [[name, create()] as const];
    } catch (error) {
      console.error(`${name} is left out: ${String(error)}`);
      return [];
    }
  }));
}

/** Runners that each type another digit into the same cell; the making of the new text counts for all of them. */
export function editRunners(subjects: ReadonlyMap<string, Subject>, document: BenchDocument): Runner[] {
  // A hundred reports take markdownlint half a minute, and no budget stops it within one run.
  const measured = [...subjects].filter(([subject]) => subject !== 'markdownlint' || document.size < 100);
  return measured.map(([subject, follow]) => {
    const type = follow(document);
    let { text } = document;
    let turn = 0;
    return {
      subject,
      run() {
        turn += 1;
        const digit = String(turn % 10);
        const after = `${text.slice(0, document.at)}${digit}${text.slice(document.at + 1)}`;
        type({ before: text, after, at: document.at, digit });
        text = after;
      },
    };
  });
}

/** Where an offset stands, as editors say it. */
export function positionOf(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function createOurs(): Subject {
  const service = createReportService();
  return ({ text, at, layout }) => {
    const open = service.open('file:///report', layout === 'Markdown' ? 'markdown' : 'plaintext', 1, text);
    const start = positionOf(text, at);
    const range = { start, end: { line: start.line, character: start.character + 1 } };
    service.diagnostics(open);
    return ({ digit }) => {
      service.edit(open, [{ range, text: digit }], open.version + 1);
      service.diagnostics(open);
    };
  };
}

interface LezerTree { readonly length: number }
interface LezerModules {
  readonly parser: { configure(extension: unknown): { parse(text: string, fragments?: unknown): LezerTree } };
  readonly GFM: unknown;
  readonly TreeFragment: { addTree(tree: LezerTree, fragments?: unknown): unknown; applyChanges(fragments: unknown, changes: unknown): unknown };
}

function createLezer(): Subject {
  const { parser, GFM } = load('@lezer/markdown') as LezerModules;
  const { TreeFragment } = load('@lezer/common') as LezerModules;
  const gfm = parser.configure(GFM);
  return ({ text }) => {
    let fragments = TreeFragment.addTree(gfm.parse(text));
    return ({ after, at }) => {
      const change = { fromA: at, toA: at + 1, fromB: at, toB: at + 1 };
      const kept = TreeFragment.applyChanges(fragments, [change]);
      fragments = TreeFragment.addTree(gfm.parse(after, kept), kept);
    };
  };
}

interface Point { readonly row: number; readonly column: number }
interface SitterTree { edit(edit: object): void }
type Sitter = new () => { setLanguage(language: unknown): void; parse(input: (index: number) => string, old?: SitterTree): SitterTree };

/** Its parser of blocks alone; that of the text within them would come on top. */
function createTreeSitter(): Subject {
  const Parser = load('tree-sitter') as Sitter;
  const parser = new Parser();
  parser.setLanguage(load('@tree-sitter-grammars/tree-sitter-markdown'));
  const reader = (text: string) => (index: number): string => text.slice(index, index + 16_384);
  return ({ text, at }) => {
    const { line: row, character: column } = positionOf(text, at);
    const startPosition: Point = { row, column };
    const endPosition: Point = { row, column: column + 1 };
    let tree = parser.parse(reader(text));
    return ({ after }) => {
      tree.edit({
        startIndex: at, oldEndIndex: at + 1, newEndIndex: at + 1, startPosition, oldEndPosition: endPosition, newEndPosition: endPosition,
      });
      tree = parser.parse(reader(after), tree);
    };
  };
}

function createMarkdownIt(): Subject {
  const create = load('markdown-it') as { default?: () => MarkdownIt } & (() => MarkdownIt);
  const parser = (create.default ?? create)();
  return () => ({ after }) => {
    parser.parse(after, {});
  };
}

interface MarkdownIt { parse(text: string, environment: object): unknown }

function createMarkdownlint(): Subject {
  const { lint } = load('markdownlint/sync') as { lint(options: object): unknown };
  return () => ({ after }) => {
    lint({ strings: { text: after } });
  };
}
