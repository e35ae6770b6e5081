import { createRequire } from 'node:module';
import { createReportService } from '../../server/src/service.ts';
import { allDocuments, editedIn, type BenchDocument } from '../documents.ts';
import { found, inMilliseconds, medianOf, nameOf, ours, type Measurement, type Part } from '../part.ts';
import { measureInTurns, type Effort, type Runner } from '../statistics.ts';
import { loadMarkdownIt, loadMarkdownLezer } from '../peers.ts';

const thorough: Effort = { warmUp: 1_500, rounds: 25, runsPerRound: 40, pause: 0, budget: 5_000 };
const quick: Effort = { warmUp: 300, rounds: 8, runsPerRound: 20, pause: 0, budget: 1_500 };
const lezer = '@lezer/markdown';

/** One digit typed, from the change to the finished list of findings; the peers parse, or lint. */
export const edit: Part = {
  name: 'edit',
  title: 'An edit in process',
  quantity: inMilliseconds,
  unit: 'reports',
  async measure({ isQuick }) {
    const subjects = editSubjects();
    const measured: Measurement[] = [];
    for (const document of allDocuments()) {
      measured.push(found('edit', document, await measureInTurns(editRunners(subjects, document), isQuick ? quick : thorough)));
    }
    return measured;
  },
  targets: (measured) => [
    {
      name: 'An edit in process, against the incremental parse of the same reports in Markdown by Lezer',
      reached: measured.map((one) => {
        const inMarkdown = measured.find(({ layout, state, size }) => layout === 'Markdown' && state === one.state && size === one.size) ?? one;
        return { what: nameOf(one), ratio: medianOf(one, ours) / medianOf(inMarkdown, lezer), limit: 1 };
      }),
    },
    {
      name: 'An edit in a hundred reports, against one in a single report',
      reached: measured.filter(({ size }) => size === 100).flatMap((large) => {
        const small = measured.find(({ layout, state, size }) => size === 1 && layout === large.layout && state === large.state);
        return small ? [{ what: nameOf(large), ratio: medianOf(large, ours) / medianOf(small, ours), limit: 5 }] : [];
      }),
    },
  ],
};

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
function editSubjects(): ReadonlyMap<string, Subject> {
  const all: readonly (readonly [string, () => Subject])[] = [
    [ours, createOurs],
    [lezer, createLezer],
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
function editRunners(subjects: ReadonlyMap<string, Subject>, document: BenchDocument): Runner[] {
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

function createOurs(): Subject {
  const service = createReportService();
  return (document) => {
    const open = service.open('file:///report', document.layout === 'Markdown' ? 'markdown' : 'plaintext', 1, document.text);
    const range = editedIn(document);
    service.diagnostics(open);
    return ({ digit }) => {
      service.edit(open, [{ range, text: digit }], open.version + 1);
      service.diagnostics(open);
    };
  };
}

function createLezer(): Subject {
  const { parser, TreeFragment } = loadMarkdownLezer();
  return ({ text }) => {
    let fragments = TreeFragment.addTree(parser.parse(text));
    return ({ after, at }) => {
      const change = { fromA: at, toA: at + 1, fromB: at, toB: at + 1 };
      const kept = TreeFragment.applyChanges(fragments, [change]);
      fragments = TreeFragment.addTree(parser.parse(after, kept), kept);
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
  return (document) => {
    const { text, at } = document;
    const { line: row, character: column } = editedIn(document).start;
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
  const parser = loadMarkdownIt();
  return () => ({ after }) => {
    parser.parse(after, {});
  };
}

function createMarkdownlint(): Subject {
  const { lint } = load('markdownlint/sync') as { lint(options: object): unknown };
  return () => ({ after }) => {
    lint({ strings: { text: after } });
  };
}
