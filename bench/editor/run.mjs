/**
 * `node bench/editor/run.mjs FOLDER`: opens FOLDER in a real VS Code with the extension as it was built, does what its tasks.json says
 * (suite.ts), and writes how long it took until a mistake was underlined into FOLDER/underlined.json.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from '../../tools/host/browser.mjs';
import { developmentPath } from '../../tools/host/development.mjs';
import { root } from '../../tools/host/paths.mjs';
import { startServer, workbenchAddress } from '../../tools/host/server.mjs';

const limit = 600_000;
const folder = process.argv[2] ?? '';
const home = mkdtempSync(join(tmpdir(), 'disclosure-report-bench-'));
const tests = join(home, 'suite.js');
let server;
let browser;
try {
  await build({
    absWorkingDir: root, entryPoints: ['bench/editor/suite.ts'], outfile: tests, bundle: true, platform: 'node', target: 'node20', format: 'cjs',
    external: ['vscode'], logLevel: 'warning',
  });
  const place = { data: join(home, 'data'), extensions: join(home, 'extensions'), settings: { 'files.autoSave': 'off' } };
  mkdirSync(place.extensions);
  server = await startServer(place);
  browser = await launchBrowser();
  const page = await browser.newPage();
  const underlines = await drive(page, workbenchAddress(server, { folder, extension: developmentPath(), tests }));
  writeFileSync(join(folder, 'underlined.json'), JSON.stringify(stepsOf(JSON.parse(readFileSync(join(folder, 'begun.json'), 'utf8')), underlines)));
} finally {
  await browser?.close();
  await server?.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Runs the suite, and notes meanwhile each time that mistakes come to be underlined where nothing was.
 * @param {import('playwright-core').Page} page
 * @param {string} address
 * @returns {Promise<readonly number[]>}
 */
async function drive(page, address) {
  /** @type {(code: number) => void} */
  let end = () => undefined;
  const ended = new Promise((resolve) => { end = resolve; });
  const timer = setTimeout(() => end(1), limit);
  /** @type {string[]} */
  const log = [];
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => end(code));
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => log.push(args.join(' ')));
  await page.addInitScript(() => {
    const squiggles = '.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint';
    /** @type {number[]} */
    const times = [];
    Object.assign(globalThis, { underlines: times });
    let before = false;
    new MutationObserver(() => {
      const now = document.querySelector(squiggles) !== null;
      if (now && !before) times.push(Date.now());
      before = now;
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
  });
  await page.goto(address);
  const code = await ended;
  clearTimeout(timer);
  if (code !== 0) throw new Error(`The suite in the editor failed:\n${log.join('\n').slice(-2000)}`);
  return page.evaluate(() => /** @type {{ underlines: number[] }} */ (/** @type {unknown} */ (globalThis)).underlines);
}

/**
 * Each step to the first underline after it; one without any before the next step does not count.
 * @param {readonly import('./tasks.ts').Begun[]} begun
 * @param {readonly number[]} underlines
 */
function stepsOf(begun, underlines) {
  return begun.flatMap(({ time, ...step }, at) => {
    const shown = underlines.find((one) => one >= time && one < (begun[at + 1]?.time ?? Infinity));
    return shown === undefined ? [] : [{ ...step, milliseconds: shown - time }];
  });
}
