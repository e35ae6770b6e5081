import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unusedExports } from './exports.ts';
import type { Source } from './house.ts';
import { filesBelow, root } from './sources.ts';

/** Files that somebody outside asks for names of: the editor and its tests, those who import the package, and ESLint. */
const entries: ReadonlySet<string> = new Set([
  'client/src/node/main.ts', 'client/src/browser/main.ts', 'server/src/library/index.ts', 'server/src/library/types.ts',
  'test/host/index.ts', 'bench/editor/suite.ts', 'eslint.config.mjs',
]);

/** All of the project; a test counts as one that asks, since what it tries has to be reached. */
const sources: readonly Source[] = [
  ...['server/src', 'client/src', 'test', 'tools', 'bench'].flatMap((folder) => filesBelow(folder, ['.ts', '.mjs'])),
  ...readdirSync(root).filter((name) => name.endsWith('.mjs')),
].filter((path) => !path.endsWith('.d.ts')).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** What nobody asks for, with lines more in some files. */
function unusedWith(lines: Readonly<Record<string, string>>): string[] {
  for (const path of Object.keys(lines)) {
    assert.ok(sources.some((source) => source.path === path), `${path} is gone: choose another file`);
  }
  return unusedExports(sources.map((source) => {
    const more = lines[source.path];
    return more === undefined ? source : { path: source.path, text: `${source.text}\n${more}\n` };
  }), entries);
}

const file = 'server/src/rules/row-total.ts';
const other = 'server/src/rules/index.ts';

/** What nobody asks for, and by which name it is told. */
const unused: readonly (readonly [what: string, line: string, name: string])[] = [
  ['a value', 'export const alone = 1;', 'alone'],
  ['one of two values', `export const alone = 1, both = 2;`, 'alone'],
  ['a function used in its own file', 'export function alone(): void {}\nalone();', 'alone'],
  ['a class', 'export class Alone {}', 'Alone'],
  ['a type', 'export type Alone = string;', 'Alone'],
  ['an interface', 'export interface Alone { readonly value: number }', 'Alone'],
  ['a name in a list', 'const kept = 1;\nexport { kept as alone };', 'alone'],
  ['a name of another file', "export { ruleCodes as alone } from './codes.ts';", 'alone'],
];

/** How another file asks. */
const asked: readonly (readonly [what: string, line: string, by: string])[] = [
  ['by an import', 'export const alone = 1;', "import { alone } from './row-total.ts';"],
  ['by an import under another name', 'export const alone = 1;', "import { alone as kept } from './row-total.ts';"],
  ['by an import of a type', 'export type alone = string;', "import type { alone } from './row-total.ts';"],
  ['by a type that is imported where it stands', 'export type alone = string;', "const kept: import('./row-total.ts').alone = '';"],
  ['by an import of all', 'export const alone = 1;', "import * as kept from './row-total.ts';"],
  ['by loading it', 'export const alone = 1;', "const kept = import('./row-total.ts');"],
];

describe('exports', () => {
  it('are asked for by another file', () => {
    assert.ok(sources.length > 1000);
    assert.deepEqual(unusedWith({}), []);
  });

  for (const [what, line, name] of unused) {
    it(`would be seen where nobody asks for ${what}`, () => {
      assert.ok(unusedWith({ [file]: line }).includes(`${file}: ${name}`));
    });
  }

  for (const [what, line, by] of asked) {
    it(`are asked for ${what}`, () => {
      assert.ok(!unusedWith({ [file]: line, [other]: by }).includes(`${file}: alone`));
    });
  }

  it('that are handed on only are seen in both files', () => {
    const lines = { [file]: 'export const alone = 1;', [other]: "export { alone } from './row-total.ts';" };
    assert.deepEqual(unusedWith(lines).sort(), [`${other}: alone`, `${file}: alone`].sort());
  });
});
