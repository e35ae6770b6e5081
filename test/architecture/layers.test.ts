import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { parts } from '../../tools/architecture/layers.mjs';
import { withNull } from '../../tools/architecture/nulls.mjs';
import { circles, faultsIn, type Source } from './house.ts';
import { root, sourceFiles } from './sources.ts';

const sources: readonly Source[] = ['server/src', 'client/src'].flatMap(sourceFiles)
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** The files with a few lines more in one of them. */
function withLines(path: string, lines: string): Source[] {
  assert.ok(sources.some((source) => source.path === path), `${path} is gone: choose another file`);
  return sources.map((source) => (source.path === path ? { path, text: `${lines}\n${source.text}` } : source));
}

const rule = 'server/src/rules/row-total.ts';

/** What must not be, and the file in which it is tried. */
const mutations: readonly (readonly [what: string, path: string, lines: string])[] = [
  ['a rule that imports a feature', rule, "import { hover } from '../features/hover.ts';"],
  ['a rule that imports a type of a feature', rule, "import type { hover } from '../features/hover.ts';"],
  ['a rule that loads a feature', rule, "export const later = import('../features/hover.ts');"],
  ['a feature that imports the service', 'server/src/features/hover.ts', "import { createReportService } from '../service.ts';"],
  ['a feature that imports what only rules need', 'server/src/features/hover.ts', "import { inTables } from '../rules/support/tables.ts';"],
  ['the syntax that imports a form', 'server/src/syntax/number.ts', "import { compileForm } from '../forms/index.ts';"],
  ['a rule that knows the official forms', rule, "import { officialForms } from '../official-forms.ts';"],
  ['the recogniser that knows the official forms', 'server/src/recogniser.ts', "import { officialForms } from './official-forms.ts';"],
  ['a form that imports the model', 'server/src/forms/table.ts', "export * from '../model/report.ts';"],
  ['the model that reads files', 'server/src/model/naming.ts', "import { readFileSync } from 'node:fs';"],
  ['a rule that needs a package with a host', rule, "import { TextDocument } from 'vscode-languageserver';"],
  ['a rule that knows the client', rule, "import { revealActive } from '../../../client/src/reveal.ts';"],
  ['the client that imports the engine', 'client/src/reveal.ts', "import { createReportService } from '../../server/src/service.ts';"],
  ['a circle of two', 'server/src/syntax/text.ts', "import type { Line } from './lines.ts';"],
  ['a circle of three', 'server/src/syntax/tree.ts', "import type { Line } from './lines.ts'; import { isBlank } from './text.ts';"],
  ['a circle of folders', 'server/src/cli/formats/list.ts', "import type { Job } from '../batch/file-task.ts';"],
  ['a circle of a folder and a file', 'server/src/model/report.ts', "import type { Run } from './tables/blanks.ts';"],
  ['a circle of folders in the client', 'client/src/office/address.ts', "import type { ActiveReport } from '../active-report.ts';"],
  ['https in the server', 'server/src/lsp/debounce.ts', "import { get } from 'node:https';"],
  ['sockets in the command line', 'server/src/cli/terminal/progress.ts', "import net from 'net';"],
  ['http/2 in the client', 'client/src/severity.ts', "import { connect } from 'http2';"],
  ['a label in a text', rule, "export const total = '（七）总计';"],
  ['a label in a sentence', rule, "export const total = '六、其他需要报告的事项。';"],
  ['a label in a regular expression', rule, 'export const total = /^（七）总计$/u;'],
  ['a label in a template', rule, 'export const total = (year: number): string => `${year}：一、本年新收政府信息公开申请数量`;'],
  ['a layout compared by its name', rule, "export const isPipe = (layout: string): boolean => layout === 'pipe';"],
  ['the name of a layout read', rule, 'export const called = (table: Table): string => table.layout.name;'],
  ['the name of a layout taken out of a table', rule, 'export const called = ({ layout: { name } }: Table): string => name;'],
  ['a layout chosen by its name', rule, "export function is(layout: string): boolean { switch (layout) { case 'tabs': return true; default: return false; } }"],
  ['layouts in a list', rule, "export const drawn = ['pipe', 'html'];"],
  ['layouts as keys', rule, 'export const marks = { pipe: 1, tabs: 2 };'],
  ['one layout imported', rule, "import { pipe } from '../syntax/tables/pipe.ts';"],
  ['a layout compared by its name in the client', 'client/src/reveal.ts', "export const isPage = (layout: string): boolean => layout !== 'html';"],
  ['a layout compared by its name in the syntax', 'server/src/syntax/number.ts', "export const isPage = (layout: string): boolean => layout !== 'html';"],
  ['a variable of the whole program', rule, 'let count = 0;'],
  ['a memory of the whole program', rule, 'const seen = new Map<string, number>();'],
  ['a list of the whole program', rule, 'const seen: string[] = [];'],
];

/** What the style check sees while one types. */
const typed: readonly (readonly [what: string, path: string, line: string])[] = [
  ['a rule that imports a feature', rule, "import { hover } from '../features/hover.ts';"],
  ['a feature that imports the service', 'server/src/features/hover.ts', "import { createReportService } from '../service.ts';"],
  ['a feature that imports what only rules need', 'server/src/features/hover.ts', "import { inTables } from '../rules/support/tables.ts';"],
  ['a rule that knows the official forms', rule, "import { officialForms } from '../official-forms.ts';"],
  ['the settings that import the engine', 'server/src/settings/parse.ts', "import { Diagnosis } from '../diagnosis.ts';"],
  ['the client that imports the engine', 'client/src/reveal.ts', "import { createReportService } from '../../server/src/service.ts';"],
  ['the name of a layout read', rule, 'export const called = (table) => table.layout.name;'],
  ['one layout imported', rule, "import { pipe } from '../syntax/tables/pipe.ts'; pipe();"],
  ['a map that holds what versions of a text leave', rule, 'const known = new WeakMap<Table, string>(); known.get({});'],
  ['a clock', rule, 'export const now = new Date();'],
  ['a clock by another name', rule, 'export const now = new globalThis.Date();'],
  ['a timer', 'server/src/features/hover.ts', 'setTimeout(() => undefined, 1);'],
  ['the process', 'server/src/model/naming.ts', "export const home = process.env['HOME'];"],
  ['fetch in a rule', rule, "export const page = fetch('https://x.test');"],
  ['fetch in the server', 'server/src/lsp/debounce.ts', "export const page = fetch('https://x.test');"],
  ['fetch in the command line', 'server/src/cli/terminal/progress.ts', "export const page = fetch('https://x.test');"],
  ['a socket in the client', 'client/src/severity.ts', "export const socket = new WebSocket('wss://x.test');"],
  ['https in the server', 'server/src/lsp/debounce.ts', "import { get } from 'node:https'; get('https://x.test');"],
];

/** What the style check wants to be one way everywhere. */
const styles: readonly (readonly [what: string, path: string, line: string, by: string])[] = [
  ['a member that is private by a keyword', rule, 'export class Count { private value = 1; }', 'no-restricted-syntax'],
  ['a parameter that is a private member', 'client/src/severity.ts', 'export class Count { constructor(private readonly value: number) {} }', 'no-restricted-syntax'],
  ['null for what is absent', rule, 'export let found: string | null;', 'no-restricted-syntax'],
  ['null for what is absent, in the client', 'client/src/severity.ts', 'export let found: string | null;', 'no-restricted-syntax'],
  ['a long line', rule, `export const sum = ${Array.from({ length: 50 }, () => '1').join(' + ')};`, 'max-len'],
  ['a long function', rule, `export function all(): void {\n${'  void 0;\n'.repeat(80)}}`, 'max-lines-per-function'],
];

describe('the house', () => {
  it('keeps its own rules: arrows, circles, packages, labels, state, layouts', () => {
    assert.deepEqual(faultsIn(sources), []);
  });

  it('allows no part what would be a circle', () => {
    const allowed = Object.entries(parts).map(([part, { mayImport }]) => [part, mayImport] as const);
    assert.deepEqual(circles(new Map(allowed)), []);
    assert.deepEqual(circles(new Map([...allowed, ['texts', ['cli']]])).map((circle) => circle.includes('texts')), [true]);
  });

  for (const [what, path, lines] of mutations) {
    it(`would see ${what}`, () => {
      assert.ok(faultsIn(withLines(path, lines)).some((fault) => fault.startsWith(`${path}: `) || fault.includes(`${path} → `)));
    });
  }
});

describe('the style check', () => {
  const eslint = new ESLint({ cwd: root });

  for (const [what, path, line] of typed) {
    it(`would see ${what}`, async () => {
      const [result] = await eslint.lintText(`${line}\n`, { filePath: join(root, path) });
      assert.ok(result?.messages.some(({ ruleId }) => ruleId?.startsWith('no-restricted-')), JSON.stringify(result?.messages));
    });
  }

  for (const [what, path, line, by] of styles) {
    it(`would see ${what}`, async () => {
      const [result] = await eslint.lintText(`${line}\n`, { filePath: join(root, path) });
      assert.ok(result?.messages.some(({ ruleId }) => ruleId === by), JSON.stringify(result?.messages));
    });
  }

  it('allows null nowhere where none stands', async () => {
    const everywhere = new ESLint({ cwd: root, overrideConfig: { rules: { 'no-restricted-syntax': ['error', { selector: 'TSNullKeyword' }] } } });
    const needless = async (paths: readonly string[]): Promise<string[]> => (await everywhere.lintFiles([...paths]))
      .filter(({ messages }) => messages.length === 0).map(({ filePath }) => relative(root, filePath));
    assert.deepEqual(await needless(withNull), []);
    assert.deepEqual(await needless([rule]), [rule]);
  });
});
