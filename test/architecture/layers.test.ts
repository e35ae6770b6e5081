import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { officialForms } from '../../server/src/forms/index.ts';
import { importsOf, root, sourceFiles } from './sources.ts';

/** What each part of the server may import of the others; every part may import itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  syntax: [],
  forms: ['syntax'],
  model: ['syntax', 'forms'],
  rules: ['syntax', 'forms', 'model'],
  silence: ['syntax', 'types'],
  settings: ['types', 'rules'],
  types: ['rules'],
  features: ['syntax', 'forms', 'model', 'rules', 'silence', 'settings', 'types', 'engine'],
  engine: ['syntax', 'forms', 'model', 'rules', 'features', 'silence', 'settings', 'types'],
  lsp: ['syntax', 'forms', 'rules', 'silence', 'settings', 'types', 'engine', 'messages'],
  cli: ['syntax', 'rules', 'silence', 'settings', 'types', 'engine', 'messages', 'node'],
  messages: [],
  node: ['lsp', 'cli', 'messages', 'engine', 'types'],
  browser: ['lsp', 'messages', 'engine', 'types'],
};

/** Parts that run without Node, browser or editor. */
const hostless = ['syntax', 'forms', 'model', 'rules', 'silence', 'settings', 'types', 'features', 'engine', 'messages'];

/** Packages that the hostless parts may use: plain functions over plain data. */
const plainPackages = [
  '@cfworker/json-schema', '@vscode/l10n', 'htmlparser2', 'jsonc-parser', 'picomatch',
  'vscode-languageserver-textdocument',
];

const singleFiles: Readonly<Record<string, string>> = {
  'service-types.ts': 'types',
  'l10n.ts': 'messages',
  'cli.ts': 'cli',
};

function partOf(path: string): string {
  const [first = ''] = path.replace(/^server\/src\//u, '').split('/');
  return first.endsWith('.ts') ? (singleFiles[first] ?? 'engine') : first;
}

const files = sourceFiles('server/src');

describe('the arrows between the parts', () => {
  it('are declared for every part', () => {
    assert.deepEqual([...new Set(files.map(partOf))].filter((part) => !(part in arrows)), []);
  });

  for (const part of Object.keys(arrows)) {
    it(`${part} imports only what stands below it`, () => {
      const wrong = files.filter((path) => partOf(path) === part).flatMap((path) => importsOf(path)
        .filter((name) => name.startsWith('server/src/') && ![part, ...(arrows[part] ?? [])].includes(partOf(name)))
        .map((name) => `${path} → ${name}`));
      assert.deepEqual(wrong, []);
    });
  }

  it('lead from the client to the protocol alone', () => {
    const wrong = sourceFiles('client/src').flatMap((path) => importsOf(path)
      .filter((name) => name.startsWith('server/') && name !== 'server/src/lsp/protocol.ts')
      .map((name) => `${path} → ${name}`));
    assert.deepEqual(wrong, []);
  });

  it('never lead from the server to the client, to tests or to tools', () => {
    const wrong = files.flatMap((path) => importsOf(path)
      .filter((name) => /^(?:client|test|tools)\//u.test(name))
      .map((name) => `${path} → ${name}`));
    assert.deepEqual(wrong, []);
  });
});

describe('the parts below lsp', () => {
  it('use no package that needs a host', () => {
    const wrong = files.filter((path) => hostless.includes(partOf(path))).flatMap((path) => importsOf(path)
      .filter((name) => !/^(?:server|l10n)\//u.test(name) && !plainPackages.includes(name))
      .map((name) => `${path} → ${name}`));
    assert.deepEqual(wrong, []);
  });

  it('write no Chinese label of the forms: labels are data', () => {
    const labels = officialLabels();
    const wrong = files.filter((path) => partOf(path) !== 'forms').flatMap((path) => literalsOf(path)
      .filter((text) => labels.has(text))
      .map((text) => `${path}: ${text}`));
    assert.deepEqual(wrong, []);
  });
});

/** Titles of sections and tables, labels of rows and columns; the shortest ones are ordinary words too. */
function officialLabels(): ReadonlySet<string> {
  return new Set(officialForms.flatMap((form) => [
    ...form.data.sections.flatMap((section) => [section.title, ...section.aliases]),
    ...[...form.tables.values()].flatMap((table) => [
      table.data.title, ...table.rows, ...table.groups, ...table.data.blocks.flatMap((block) => block.columns),
    ]).map((label) => (typeof label === 'string' ? label : label.label)),
  ]).filter((label) => label.length > 3));
}

/** The texts of a file's string literals and templates. */
function literalsOf(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ES2023, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      texts.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}
