import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import catalogue from '../../server/src/rules/catalogue.json' with { type: 'json' };
import { filesBelow, root } from './sources.ts';

const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
const map = /^## Code map$([\s\S]*?)^## /mu.exec(architecture)?.[1] ?? '';

/** The folders below one, at any depth, with `/` between. */
function foldersOf(part: string): readonly string[] {
  return readdirSync(join(root, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, part).length + 1).replaceAll('\\', '/'));
}

/** Whether the map names a folder: by itself, or below the one before it that is named. */
function isNamed(text: string, folder: string): boolean {
  const ends = [folder, folder.slice(folder.lastIndexOf('/') + 1)];
  return ends.some((end) => text.includes(`\`${end}/\``) || text.includes(`/${end}/\``));
}

const projectFiles = ['server', 'client', 'tools', 'test', 'docs', 'schemas', 'bench'].flatMap((folder) => filesBelow(folder, ['.ts', '.mjs', '.json', '.md']));

/** The files that a text names, by the ends of their paths, and that are not there. */
function missingFiles(text: string): string[] {
  const named = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\.(?:ts|mjs|json|md))`/gu)].map(([, name = '']) => name);
  return named.filter((name) => ![...projectFiles, 'package.json', 'publishing.json'].some((path) => `/${path}`.endsWith(`/${name}`)));
}

describe('the code map of ARCHITECTURE.md', () => {
  for (const part of ['server/src', 'client/src']) {
    it(`names every folder of ${part}`, () => {
      assert.deepEqual(foldersOf(part).filter((folder) => !isNamed(map, folder)), []);
    });
  }

  it('names no folder that does not exist', () => {
    const named = [...map.matchAll(/`((?:server|client)\/src\/[\w./-]*)\/`/gu)].map(([, path = '']) => path);
    const known = ['server/src', 'client/src'].flatMap((part) => foldersOf(part).map((folder) => `${part}/${folder}`));
    assert.ok(named.length > 10);
    assert.deepEqual(named.filter((path) => !known.includes(path) && path !== 'client/src' && path !== 'server/src'), []);
  });

  it('names no file that does not exist, nor does the rest of the page', () => {
    assert.deepEqual(missingFiles(architecture), []);
    assert.deepEqual(missingFiles('asked by `model/judging.ts`'), ['model/judging.ts']);
  });

  it('is missed where a folder is left out', () => {
    assert.ok(!isNamed(map.replaceAll('server/src/suppression/', 'server/src/'), 'suppression'));
  });
});

/** What stands beside the rules: what a rule is, their list, and their codes. */
const besideRules: readonly string[] = ['codes', 'index', 'rule'];

/** The files of a folder of rules that are neither a rule, named as its code, nor what all of them share. */
function strayRules(files: readonly string[]): string[] {
  const codes: readonly string[] = Object.keys(catalogue);
  return files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length))
    .filter((name) => !codes.includes(name) && !besideRules.includes(name));
}

describe('the folder of rules', () => {
  it('holds a file a rule, named as its code', () => {
    const files = readdirSync(join(root, 'server/src/rules'));
    assert.ok(files.length > 50);
    assert.deepEqual(strayRules(files), []);
    assert.deepEqual(strayRules([...files, 'repeated-sentences.ts']), ['repeated-sentences']);
  });
});
