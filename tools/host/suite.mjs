/** Runs a Mocha suite inside the embedded VS Code's extension host. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { installExtension, startServer, workbenchAddress } from './server.mjs';

const suiteLimit = 300_000;

/** In a browser the editor saves by itself: what one test has written would be in the file that the next one opens. */
const suiteSettings = { 'files.autoSave': 'off' };

/** Begins what the suite prints, so that it can be told from the editor's own log (test/host/index.ts). */
const suiteMark = '[suite] ';

/** What the server says of native modules that it does without. */
const unbuilt = /spdlog|watchdog/;

/**
 * Opens a folder in a fresh VS Code, runs a suite in its extension host and prints what the suite prints.
 * @param {object} options absolute paths
 * @param {string} options.folder the folder to open, or the file of a workspace with several; the suite may write in it
 * @param {string} options.extension the extension under development
 * @param {string} options.tests the suite: a CommonJS module that exports `run()`
 * @param {string} [options.vsix] a packaged extension to install first
 * @param {Record<string, unknown>} [options.settings] user settings
 * @param {'en' | 'zh-cn'} [options.locale]
 * @returns {Promise<number>} 0 when every test passed
 */
export async function runSuite(options) {
  const home = mkdtempSync(join(tmpdir(), 'disclosure-report-'));
  const { locale } = options;
  const settings = { ...suiteSettings, ...options.settings };
  const place = { data: join(home, 'data'), extensions: join(home, 'extensions'), settings, locale };
  mkdirSync(place.extensions);
  let server;
  let browser;
  try {
    if (options.vsix) await installExtension(options.vsix, place);
    server = await startServer(place);
    browser = await launchBrowser();
    const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    return await drive(page, workbenchAddress(server, options));
  } finally {
    await browser?.close();
    await server?.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Opens the address and waits for the suite's end, which the workbench tells through two functions of the page.
 * @param {import('playwright-core').Page} page
 * @param {string} address
 * @returns {Promise<number>} 0 when every test passed; else what the editor itself had to say is printed as well
 */
async function drive(page, address) {
  /** @type {string[]} */
  const editorLog = [];
  /** @type {(code: number) => void} */
  let end = () => undefined;
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => { end = resolve; });
  const timer = setTimeout(() => {
    console.log(`The suite did not end within ${suiteLimit / 1000} seconds.`);
    end(1);
  }, suiteLimit);
  page.on('crash', () => end(1));
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => end(code));
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
    const text = args.join(' ');
    if (text.startsWith(suiteMark)) console.log(text.slice(suiteMark.length));
    else if (!unbuilt.test(text)) editorLog.push(`[${type}] ${text}`);
  });
  try {
    await page.goto(address);
    const code = await ended;
    if (code !== 0) console.log(`The editor's log ends with:\n${editorLog.join('\n').slice(-8000)}`);
    return code;
  } finally {
    clearTimeout(timer);
  }
}
