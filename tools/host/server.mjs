/** The embedded VS Code as a running server on the loopback interface. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ensureVSCode } from './install.mjs';
import { run } from './run.mjs';

/** Nothing may stand between the person, or the test, and the report. */
const userSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
};

const startLimit = 60_000;

/**
 * @typedef {object} ServerOptions
 * @property {string} data the folder for the server's data and the user's settings
 * @property {string} extensions the folder of installed extensions
 * @property {Record<string, unknown>} [settings] more user settings
 * @property {'en' | 'zh-cn'} [locale] the language that extensions are asked to speak; English when left out
 */

/**
 * Starts the server and waits until it answers.
 * @param {ServerOptions} options
 * @returns {Promise<{ origin: string, authority: string, stop: () => Promise<void>, ended: Promise<unknown> }>}
 * @throws when it ends, or does not answer within a minute; the message holds its output
 */
export async function startServer(options) {
  const { main, node } = await ensureVSCode();
  const port = await freePort();
  for (const place of ['User', 'Machine']) {
    const folder = join(options.data, 'data', place);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...userSettings, ...options.settings }, null, 2));
  }
  const language = options.locale === 'zh-cn' ? speakChinese(options.data) : [];
  const child = spawn(node, [
    main, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', ...language, ...common(options),
  ], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { output += text; });
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await ended;
  };
  const origin = `http://localhost:${port}`;
  const limit = Date.now() + startLimit;
  while (!await answers(`http://127.0.0.1:${port}/`)) {
    if (child.exitCode !== null || Date.now() > limit) {
      await stop();
      throw new Error(`The embedded VS Code did not start:\n${output}`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  return { origin, authority: `localhost:${port}`, stop, ended };
}

/**
 * Installs a packaged extension where a server started with the same folders finds it.
 * @param {string} vsix
 * @param {ServerOptions} options
 */
export async function installExtension(vsix, options) {
  const { main, node } = await ensureVSCode();
  await run(node, [main, ...common(options), '--install-extension', vsix, '--force'], { quiet: true });
}

/**
 * The address that opens a folder, with the extension under development in it.
 * @param {{ origin: string, authority: string }} server
 * @param {{ folder: string, extension?: string, tests?: string, file?: string }} what absolute paths
 */
export function workbenchAddress(server, what) {
  /** @param {string} path */
  const remote = (path) => `vscode-remote://${server.authority}${encodeURI(slashes(path))}`;
  const payload = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
  if (what.extension) payload.push(['extensionDevelopmentPath', remote(what.extension)]);
  if (what.tests) payload.push(['extensionTestsPath', remote(what.tests)]);
  if (what.file) payload.push(['openFile', remote(what.file)]);
  const opens = what.folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [opens]: slashes(what.folder), payload: JSON.stringify(payload) });
  return `${server.origin}/?${query}`;
}

/**
 * Makes Chinese the language of extensions. The editor takes a language only from a language pack, and none is on the
 * npm registry, so this one is empty: the editor's own words stay English.
 * @param {string} data
 * @returns {string[]} what to start the server with
 */
function speakChinese(data) {
  const pack = join(data, 'data', 'language-pack.json');
  writeFileSync(pack, JSON.stringify({ contents: {} }));
  writeFileSync(join(data, 'data', 'languagepacks.json'), JSON.stringify({
    'zh-cn': {
      hash: 'empty',
      label: '中文(简体)',
      extensions: [{ extensionIdentifier: { id: 'disclosure-report.empty-language-pack' }, version: '0.0.0' }],
      translations: { vscode: pack },
    },
  }));
  return ['--locale', 'zh-cn'];
}

/** @param {ServerOptions} options */
function common({ data, extensions }) {
  return [
    '--accept-server-license-terms', '--telemetry-level', 'off',
    '--server-data-dir', data, '--extensions-dir', extensions,
  ];
}

/** A path as it stands in an address: with slashes, and one before a drive letter. @param {string} path */
function slashes(path) {
  return path.replaceAll('\\', '/').replace(/^(?=[a-z]:)/i, '/');
}

/** @param {string} address */
async function answers(address) {
  try {
    return (await fetch(address)).status === 200;
  } catch {
    return false;
  }
}

/** @returns {Promise<number>} a port of the loopback interface that nothing listens on */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The loopback interface gave no port.');
  return address.port;
}
