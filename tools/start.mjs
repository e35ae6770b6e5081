/**
 * `npm start`: installs, builds, and opens an editor on a copy of samples/ with the extension in it: the desktop VS Code
 * when `code` is on the path, else the embedded one in the browser.
 * `--embedded` always takes the embedded one; `--fresh` begins a new copy, and leaves the one from before as it is;
 * `--home FOLDER` keeps copies and the embedded editor's data there, not in .start/.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './dependencies.mjs';
import { findProgram, root } from './host/paths.mjs';
import { copySamples } from './samples.mjs';

/** The report whose mistakes the README walks through. */
const first = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';

/** English where the environment asks for it, else Chinese. */
function locale() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'zh-cn';
}

/**
 * Says something to the person, in the language of the machine.
 * @param {string} chinese
 * @param {string} english
 */
function say(chinese, english) {
  console.log(locale() === 'en' ? english : chinese);
}

/** What the command line asks for; the process ends with a message where it is not understood. */
function readOptions() {
  try {
    return parseArgs({
      options: { embedded: { type: 'boolean' }, fresh: { type: 'boolean' }, home: { type: 'string' } },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nUsage: npm start -- [--embedded] [--fresh] [--home FOLDER]`);
    process.exit(2);
  }
}

/**
 * Opens a folder in the desktop editor; tells whether it did.
 * @param {string} folder
 */
function openDesktop(folder) {
  const code = findProgram('code');
  if (!code) return false;
  const { status } = spawnSync(code, [`--extensionDevelopmentPath=${root}`, folder, join(folder, first)], {
    stdio: 'inherit', shell: process.platform === 'win32',
  });
  if (status !== 0) say(`${code} 没有打开，改用内置的编辑器。`, `${code} did not open it; the embedded editor is used instead.`);
  return status === 0;
}

/**
 * Serves the embedded editor on a folder until the process is ended.
 * @param {string} folder
 * @param {string} session where the editor keeps its data
 */
async function serveEmbedded(folder, session) {
  const { developmentPath } = await import('./host/development.mjs');
  const { startServer, workbenchAddress } = await import('./host/server.mjs');
  const extensions = join(session, 'extensions');
  mkdirSync(extensions, { recursive: true });
  const server = await startServer({ data: join(session, 'data'), extensions, locale: locale() });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void server.stop());
  const address = workbenchAddress(server, { folder, extension: developmentPath(), file: join(folder, first) });
  say(`\n在浏览器里打开（按 Ctrl+C 结束）：\n${address}\n`, `\nOpen this address (Ctrl+C ends the editor):\n${address}\n`);
  openBrowser(address);
  await server.ended;
}

/**
 * Shows the address in the person's browser where there is a screen to show it on.
 * @param {string} address
 */
function openBrowser(address) {
  const opener = browserOpener();
  if (!opener) return;
  spawn(opener.program, [...opener.args, address], { stdio: 'ignore', detached: true })
    .on('error', () => say('没能打开浏览器，请自己打开这个地址。', 'No browser could be opened; open the address by hand.'))
    .unref();
}

/** @returns {{ program: string, args: string[] } | undefined} the program that opens an address */
function browserOpener() {
  if (process.platform === 'darwin') return { program: 'open', args: [] };
  if (process.platform === 'win32') return { program: 'rundll32', args: ['url.dll,FileProtocolHandler'] };
  const screen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const program = screen ? findProgram('xdg-open', 'sensible-browser') : undefined;
  return program ? { program, args: [] } : undefined;
}

const { embedded, fresh, home = join(root, '.start') } = readOptions();
ensureDependencies();
const { buildAll } = await import('./build.mjs');
await buildAll();
const { folder, kept } = copySamples(join(root, 'samples'), resolve(home), { fresh });
say(`打开的是 samples/ 的副本：${folder}`, `A copy of samples/ is opened: ${folder}`);
if (kept.length > 0) {
  const names = kept.map((name) => `  ${name}\n`).join('');
  say(`您改过的文件保持原样：\n${names}要一份新的副本：npm start -- --fresh`, `Left as you have changed them:\n${names}A fresh copy beside it: npm start -- --fresh`);
}
if (embedded || !openDesktop(folder)) await serveEmbedded(folder, join(resolve(home), 'session'));
