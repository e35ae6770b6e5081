/**
 * What the GitHub Action (action.yml) runs: checks, shows findings as annotations, and hands on the counts and, where that
 * was asked for, the findings as SARIF. It ends as the check does. Nothing but Node's own modules may be imported here.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, 'dist/cli.js');
const { CHECK_PATHS = '', CHECK_ARGS = '', CHECK_SARIF = '', CHECK_LOCALE = 'zh-cn', GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = process.env;

/** @param {string} text */
const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);

/**
 * @param {string} command
 * @param {string[]} args
 */
function need(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) process.exit(2);
}

/**
 * Runs the check once; its answer in one format.
 * @param {string[]} options
 */
function check(...options) {
  const paths = lines(CHECK_PATHS);
  const args = ['check', '--locale', CHECK_LOCALE, ...lines(CHECK_ARGS), ...options, '--', ...(paths.length > 0 ? paths : ['.'])];
  return spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', maxBuffer: 1 << 29, stdio: ['ignore', 'pipe', 'inherit'] });
}

// A checkout of the action holds sources alone.
if (!existsSync(cli)) {
  need('npm', ['ci', '--no-audit', '--no-fund']);
  need('npm', ['run', 'build']);
}

const { status, stdout } = check('--format', 'github');
process.stdout.write(stdout);
if (CHECK_SARIF !== '') check('--format', 'sarif', '--output', CHECK_SARIF);

const summary = stdout.trimEnd().split('\n').filter((line) => !line.startsWith('::')).join('\n');
/** @param {string} kind */
const count = (kind) => stdout.split('\n').filter((line) => line.startsWith(`::${kind} `)).length;
if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `errors=${count('error')}\nwarnings=${count('warning')}\n`);
if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, `${summary}\n`);
process.exitCode = status ?? 2;
