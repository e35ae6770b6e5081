/** The programs that ours is measured beside, as they lie in .bench/. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const load = createRequire(__filename);

interface LezerTree { readonly length: number }
interface LezerFragments {
  addTree(tree: LezerTree, fragments?: unknown): unknown;
  applyChanges(fragments: unknown, changes: unknown): unknown;
}
interface LezerParser { parse(text: string, fragments?: unknown): LezerTree }

/** Lezer's parser of Markdown with tables. */
export function loadMarkdownLezer(): { parser: LezerParser; TreeFragment: LezerFragments } {
  const { parser, GFM } = load('@lezer/markdown') as { parser: { configure(extension: unknown): LezerParser }; GFM: unknown };
  const { TreeFragment } = load('@lezer/common') as { TreeFragment: LezerFragments };
  return { parser: parser.configure(GFM), TreeFragment };
}

interface MarkdownIt { parse(text: string, environment: object): unknown }

export function loadMarkdownIt(): MarkdownIt {
  const create = load('markdown-it') as { default?: () => MarkdownIt } & (() => MarkdownIt);
  return (create.default ?? create)();
}

/** The program itself, without the script of its package that would start Node before it. */
export function rumdlBinary(root: string): string {
  const name = `@rumdl/cli-${process.platform}-${process.arch}`;
  const resolve = createRequire(join(root, '.bench/node_modules/rumdl/package.json')).resolve;
  return join(dirname(resolve(`${name}/package.json`)), process.platform === 'win32' ? 'rumdl.exe' : 'rumdl');
}
