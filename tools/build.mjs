/**
 * Bundles what ships into dist/: the client and the server for the desktop and for the web, the page of the form
 * preview, the command line, the library, and what reads PDFs.
 * `--watch` bundles again on each change; `--minify` is for packaging. dist/meta.json keeps what went into each bundle.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';
import ts from 'typescript';
import { networkGlobals, networkModules } from './architecture/layers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/** @type {BuildOptions} */
const node = { platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };

/** @type {BuildOptions} */
// A library makes an address of the worker's own place as it loads, which in a worker made of a blob is none.
const browser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'], define: { 'self.location': 'undefined' } };

/**
 * Leaves out what is heavy and not always needed: where it is imported while the program runs, another bundle is loaded.
 * @param {RegExp} files
 * @param {string} bundle
 * @returns {import('esbuild').Plugin}
 */
const apart = (files, bundle) => ({
  name: `${bundle}-apart`,
  setup: ({ onResolve }) => onResolve({ filter: files }, ({ kind }) => (kind === 'dynamic-import' ? { path: `./${bundle}.js`, external: true } : undefined)),
});

/** What reads PDFs is heavier than all else together, and loaded by those who meet one. */
const pdfApart = apart(/\/pdf-glyphs\/main\.ts$/, 'pdf');

/** What reads reports is most of the command line; the bundle that has it finds it in itself. */
const engineApart = apart(/\/(?:engine|file-task)\.ts$/, 'cli-whole');

/**
 * The command line. What is apart comes by `require`: Node's loader of modules takes several milliseconds to start.
 * @type {BuildOptions}
 */
const commandLine = { ...node, supported: { 'dynamic-import': false } };

/**
 * Nothing leaves the machine: libraries that could open a connection, where somebody asked them to, find nothing to open it with.
 * @type {import('esbuild').Plugin}
 */
const noNetwork = {
  name: 'no-network',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(?:node:)?(?:${networkModules.join('|')})$`) }, ({ path }) => ({ path, namespace: 'no-network' }));
    onLoad({ filter: /./, namespace: 'no-network' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};
const withoutNetwork = Object.fromEntries(networkGlobals.flatMap((name) => [name, `globalThis.${name}`, `self.${name}`, `window.${name}`].map((each) => [each, 'undefined'])));

/**
 * What reads PDFs is imported on Node, where it finds what lies beside it by its own place, and is a worker by itself in a browser, which knows
 * neither that place nor modules.
 */
const forBoth = {
  define: { 'import.meta.url': 'ownPlace' },
  banner: { js: "var module = typeof module === 'object' ? module : { exports: {} };\nconst ownPlace = typeof __filename === 'string' ? require('node:url').pathToFileURL(__filename).href : '';" },
};

/** @type {Record<string, BuildOptions>} each bundle by its name in dist/ */
const bundles = {
  'client': { ...node, entryPoints: ['client/src/node/main.ts'], external: ['vscode'] },
  'client-web': { ...browser, format: 'cjs', entryPoints: ['client/src/browser/main.ts'], external: ['vscode'] },
  'server': { ...node, entryPoints: ['server/src/node/main.ts'], plugins: [pdfApart] },
  'server-web': { ...browser, format: 'iife', entryPoints: ['server/src/browser/main.ts'] },
  'preview': { ...browser, format: 'iife', entryPoints: ['client/src/preview/page/main.ts'] },
  'folder-page': { ...browser, format: 'iife', entryPoints: ['client/src/folder-page/page/main.ts'] },
  'cli': {
    ...commandLine, entryPoints: ['server/src/cli.ts'], banner: { js: '#!/usr/bin/env node' },
    plugins: [apart(/\/cli\/main\.ts$/, 'cli-cached'), apart(/\/cli\/whole\.ts$/, 'cli-whole')],
  },
  'cli-cached': { ...commandLine, entryPoints: ['server/src/cli/main.ts'], plugins: [engineApart] },
  'cli-whole': { ...commandLine, entryPoints: ['server/src/cli/whole.ts'], plugins: [engineApart, pdfApart] },
  'library': { ...node, entryPoints: ['server/src/library/index.ts'], plugins: [pdfApart] },
  'pdf': { ...node, ...forBoth, entryPoints: ['server/src/pdf-glyphs/main.ts'] },
};

/** What ships as it is, by its name in dist/. */
const copies = { 'preview.css': 'media/preview.css', 'folder-page.css': 'media/folder-page.css' };

/** The character maps of PDF.js for Chinese as it is written on the mainland: those of Adobe-GB1 and what Unicode makes of it. */
const mapsOfPdf = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
const chineseMaps = /^(?:Adobe-GB1-|GB|UniGB-).*\.bcmap$/u;

/** The declarations of the library: those of its two files, of which the second stands by itself. */
function writeTypes() {
  for (const [source, name] of [['index', 'library'], ['types', 'library-types']]) {
    const file = join(root, 'server/src/library', `${source}.ts`);
    const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(file, 'utf8'), { fileName: file });
    if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, { getCurrentDirectory: () => root, getCanonicalFileName: (path) => path, getNewLine: () => '\n' }));
    writeFileSync(join(root, 'dist', `${name}.d.ts`), outputText.replaceAll("'./types.ts'", "'./library-types.js'"));
  }
}

/** Brings the files that are not bundled into dist/. */
function copyAll() {
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (const [name, source] of Object.entries(copies)) copyFileSync(join(root, source), join(root, 'dist', name));
  mkdirSync(join(root, 'dist/cmaps'), { recursive: true });
  for (const name of readdirSync(mapsOfPdf).filter((each) => chineseMaps.test(each))) copyFileSync(join(mapsOfPdf, name), join(root, 'dist/cmaps', name));
}

/**
 * The full options of one bundle.
 * @param {string} name
 * @param {boolean} minify
 * @returns {BuildOptions & { metafile: true }}
 */
function options(name, minify) {
  return {
    ...bundles[name],
    plugins: [noNetwork, ...(bundles[name]?.plugins ?? [])],
    define: { ...withoutNetwork, ...bundles[name]?.define },
    absWorkingDir: root,
    outfile: `dist/${name}.js`,
    bundle: true,
    metafile: true,
    minify,
    sourcemap: minify ? false : 'linked',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  };
}

/**
 * Makes every bundle, and dist/meta.json: esbuild's metafile of each, by bundle name.
 * @param {{ minify?: boolean }} [how]
 */
export async function buildAll({ minify = false } = {}) {
  const results = await Promise.all(Object.keys(bundles).map(async (name) =>
    /** @type {const} */ ([name, (await build(options(name, minify))).metafile])));
  copyAll();
  writeTypes();
  writeFileSync(join(root, 'dist/meta.json'), JSON.stringify(Object.fromEntries(results)));
}

/** Bundles again whenever a source changes, until the process is ended. */
async function watchAll() {
  copyAll();
  const contexts = await Promise.all(Object.keys(bundles).map((name) =>
    context({ ...options(name, false), logLevel: 'info' })));
  await Promise.all(contexts.map((each) => each.watch()));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--watch')) await watchAll();
  else await buildAll({ minify: process.argv.includes('--minify') });
}
