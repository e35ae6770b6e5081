/**
 * `npm run bench`: installs the peers in a folder of their own (.bench/), bundles the measurements beside them and runs
 * them. `--quick` measures less often and leaves docs/performance.md as it is; `--only NAME` measures one of `bench/parts/`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildAll } from '../tools/build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const place = join(root, '.bench');

installPeers();
await buildAll();
// A copy, so that a build during the measurements changes nothing.
cpSync(join(root, 'dist'), join(place, 'dist'), { recursive: true });
await bundle();
const { status } = spawnSync(process.execPath, ['--expose-gc', join(place, 'main.cjs'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;

/** Installs the versions that bench/peers.json names, if they are not there yet; a native one that does not build is left out. */
function installPeers() {
  const peers = readFileSync(join(root, 'bench/peers.json'), 'utf8');
  const mark = join(place, 'installed.json');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === peers) return;
  const { dependencies, native } = JSON.parse(peers);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify({ private: true, dependencies, optionalDependencies: native }));
  const installed = npm(['install', '--no-audit', '--no-fund', '--legacy-peer-deps', '--include=optional']);
  if (!installed) throw new Error('The peers could not be installed.');
  writeFileSync(mark, peers);
}

/** @param {string[]} args */
function npm(args) {
  return spawnSync('npm', args, { cwd: place, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** Bundled, the engine runs as it ships; the peers stay outside and are loaded from their folder. */
async function bundle() {
  const { dependencies, native } = createRequire(import.meta.url)('./peers.json');
  const external = Object.keys({ ...dependencies, ...native });
  await build({
    absWorkingDir: root,
    entryPoints: { main: 'bench/main.ts', floor: 'bench/servers/floor.ts', markdownlint: 'bench/servers/markdownlint.ts' },
    outdir: '.bench',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external,
    // What the tests lend reads files beside itself, and a bundle has no place of its own to count from.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'test/support/')).href) },
    logLevel: 'warning',
  });
}
