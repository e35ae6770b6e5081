/** Bundles a suite that runs inside VS Code's extension host: each test file, and the entry that runs them. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './host/paths.mjs';

/**
 * @param {string} folder of the test files, from the project's top folder
 * @returns {Promise<string>} the full path of the bundled suite's entry
 */
export async function buildSuite(folder) {
  const out = join(root, 'out', folder);
  rmSync(out, { recursive: true, force: true });
  const tests = readdirSync(join(root, folder)).filter((name) => name.endsWith('.test.ts'));
  await build({
    absWorkingDir: root,
    entryPoints: ['test/host/index.ts', ...tests.map((name) => `${folder}/${name}`)],
    entryNames: '[name]',
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(out, 'index.js');
}
