/** The embedded VS Code: the server and workbench that the npm package code-server carries, run without code-server. */
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianPackages } from './debian.mjs';
import { cache, findProgram } from './paths.mjs';
import { run } from './run.mjs';

/** VS Code 1.100.3, the newest seen to run tests in its extension host on Node 20. */
const version = '4.100.3';

/** The Node release that this build of VS Code is made for. */
const nodeMajor = '20';

const npm = findProgram('npm') ?? 'npm';
const npx = findProgram('npx') ?? 'npx';

/**
 * Makes sure that the embedded VS Code is installed.
 * @returns {Promise<{ main: string, node: string }>} the server's script, and the Node to run it with
 */
export async function ensureVSCode() {
  const folder = join(cache, `code-server-${version}`);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const complete = join(folder, 'complete');
  if (!existsSync(complete)) {
    console.log(`Installing the embedded VS Code into ${folder} (about 270 MB, once)`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await run(npm, [...install, `code-server@${version}`], { cwd: folder, quiet: true });
    await run(npm, [...install, '--omit=dev'], { cwd: vscode, quiet: true });
    writeFileSync(complete, `${version}\n`);
  }
  await linkRipgrep(vscode);
  return { main: join(vscode, 'out', 'server-main.js'), node: await findNode() };
}

/**
 * Gives the server the system's ripgrep, without which it finds no files in a folder.
 * @param {string} vscode
 */
async function linkRipgrep(vscode) {
  const folder = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  const link = join(folder, process.platform === 'win32' ? 'rg.exe' : 'rg');
  if (existsSync(link)) return;
  if (!findProgram('rg')) await ensureDebianPackages('ripgrep');
  const ripgrep = findProgram('rg');
  if (!ripgrep) {
    console.log('ripgrep is not installed: the embedded VS Code will not find files by name. Install it (Debian: apt install ripgrep).');
    return;
  }
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(ripgrep, link);
}

/** The running Node when it is of the right release, else one of that release from the npm registry. */
async function findNode() {
  if (process.versions.node.split('.')[0] === nodeMajor) return process.execPath;
  const output = await run(npx, ['--yes', '-p', `node@${nodeMajor}`, 'node', '-p', '"node=" + process.execPath'], { quiet: true });
  const found = /^node=(.+)$/m.exec(output)?.[1];
  if (!found) throw new Error(`Node ${nodeMajor} could not be found through npx:\n${output}`);
  return found;
}
