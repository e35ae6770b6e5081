/**
 * `npm start`: installs, builds, and opens an editor on samples/ with the extension in it: the desktop VS Code when
 * `code` is on the path, else the embedded one in the browser (also with `npm start -- --embedded`).
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { cache, findProgram, root } from './host/paths.mjs';

const samples = join(root, 'samples');

/** The report whose mistakes the README walks through. */
const first = join(samples, '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md');

/** English where the environment asks for it, else Chinese. */
function locale() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'zh-cn';
}

/** Opens the desktop editor; tells whether it did. */
function openDesktop() {
  const code = process.argv.includes('--embedded') ? undefined : findProgram('code');
  if (!code) return false;
  console.log(`Opening ${samples} in ${code}`);
  const { status } = spawnSync(code, [`--extensionDevelopmentPath=${root}`, samples, first], {
    stdio: 'inherit', shell: process.platform === 'win32',
  });
  if (status !== 0) console.log(`${code} did not open it; the embedded editor is used instead.`);
  return status === 0;
}

/** Serves the embedded editor until the process is ended. */
async function serveEmbedded() {
  const { developmentPath } = await import('./host/development.mjs');
  const { startServer, workbenchAddress } = await import('./host/server.mjs');
  const session = join(cache, 'session');
  const extensions = join(session, 'extensions');
  mkdirSync(extensions, { recursive: true });
  const server = await startServer({ data: join(session, 'data'), extensions, locale: locale() });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void server.stop());
  const address = workbenchAddress(server, { folder: samples, extension: developmentPath(), file: first });
  console.log(`\nOpen this address (Ctrl+C ends the editor):\n${address}\n`);
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
    .on('error', () => console.log('No browser could be opened; open the address by hand.'))
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

ensureDependencies();
const { buildAll } = await import('./build.mjs');
await buildAll();
if (!openDesktop()) await serveEmbedded();
