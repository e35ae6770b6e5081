/**
 * `npm test`: everything that a change needs, in one go, on a fresh clone too. Each step runs even when one before it
 * failed; the last line says how many tests passed and failed. With names (`npm test -- unit host`) only those steps.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command what Node runs
 * @property {boolean} [mocha] whether it must run at least one test
 */

/** So many characters of what failed in a step are said again. */
const mostShown = 4_000;

/** Folders of test/ whose tests run in an editor, each through a tool of its own. */
const inEditor = ['host', 'host-folders', 'package', 'page'];

/** @type {Step[]} */
const steps = [
  { name: 'types', command: ['tools/typecheck.mjs'] },
  { name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '.'] },
  { name: 'generated', command: ['tools/check-generated.mjs'] },
  { name: 'build', command: ['tools/build.mjs'] },
  ...mochaFolders().map((folder) => mochaStep(folder)),
  { name: 'host', command: ['tools/test-host.mjs'], mocha: true },
  mochaStep('page'),
  { name: 'package', command: ['tools/test-package.mjs'], mocha: true },
];

/** Every folder of test/ that holds tests for plain Mocha, `unit` first, so that none can be forgotten. */
function mochaFolders() {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
  const folders = new Set(files.filter((file) => file.endsWith('.test.ts')).map((file) => file.split(/[\\/]/)[0] ?? ''));
  return ['unit', ...[...folders].filter((folder) => folder !== 'unit' && !inEditor.includes(folder)).sort()];
}

/**
 * @param {string} folder of test/
 * @returns {Step}
 */
function mochaStep(folder) {
  return { name: folder, command: ['node_modules/mocha/bin/mocha.js', `test/${folder}/**/*.test.ts`], mocha: true };
}

/**
 * Runs one step and shows its output as it comes.
 * @param {Step} step
 * @returns {Promise<{ name: string, passed: number, failed: number, seconds: number, failures: string }>} a step that fails
 *   without a failed test counts as one; `failures` is what Mocha says of those
 */
function run({ name, command, mocha }) {
  return new Promise((resolve) => {
    console.log(`\n=== ${name} ===`);
    const started = Date.now();
    let output = '';
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        process.stdout.write(text);
      });
    }
    child.on('close', (code) => {
      const passed = count(output, 'passing');
      const failed = count(output, 'failing');
      const broken = code !== 0 || (mocha && passed + failed === 0);
      const seconds = (Date.now() - started) / 1000;
      resolve({ name, passed, failed: broken ? Math.max(failed, 1) : failed, seconds, failures: failuresIn(output) });
    });
  });
}

/**
 * What Mocha says behind its count of failures, as far as it is short.
 * @param {string} output
 */
function failuresIn(output) {
  const start = /^\s+\d+ failing\b/m.exec(output)?.index;
  return start === undefined ? '' : output.slice(start, start + mostShown).trim();
}

/**
 * @param {string} output
 * @param {'passing' | 'failing'} word
 */
function count(output, word) {
  return [...output.matchAll(new RegExp(`^\\s+(\\d+) ${word}\\b`, 'gm'))].reduce((sum, [, n]) => sum + Number(n), 0);
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(' ')}. The steps are: ${steps.map((step) => step.name).join(' ')}.`);
  process.exit(2);
}
ensureDependencies();
const results = [];
for (const step of steps.filter(({ name }) => names.length === 0 || names.includes(name))) results.push(await run(step));

// Where only the end of a long run's output is kept, it says what failed.
for (const { name, failures } of results.filter((result) => result.failures !== '')) console.log(`\n=== failed in ${name} ===\n${failures}`);

console.log('\n=== summary ===');
for (const { name, passed, failed, seconds } of results) {
  const tests = passed + failed > 0 ? `${passed} passed, ${failed} failed` : 'ok';
  console.log(`${name.padEnd(12)} ${tests.padEnd(28)} ${seconds.toFixed(1)} s`);
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
