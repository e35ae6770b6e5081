import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensureDebianPackages } from '../../tools/host/debian.mjs';
import { findProgram } from '../../tools/host/paths.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const page = readFileSync(join(root, 'docs/editors.md'), 'utf8');
const report = readFileSync(join(root, 'test/fixtures/base-2021.md'), 'utf8');
const row = '| （七）总计 |  | 12 | 2 |';

/** The set-up that the page tells people to write, in the language of its fence. */
function setUp(language: string): string {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'mu').exec(page)?.[1];
  assert.ok(fence, `docs/editors.md has a set-up in ${language}`);
  return fence;
}

interface Told {
  readonly error?: string;
  readonly before: readonly { readonly line: number }[];
  /** The line of the finding after its preferred fix. */
  readonly line: string;
  readonly outline: readonly string[];
}

/** Each editor with the set-up of its page, driven through open, findings, preferred fix and outline. */
describe('other editors', function () {
  this.timeout(180_000);
  let folder: string;
  let env: NodeJS.ProcessEnv;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'editors-'));
    mkdirSync(join(folder, 'bin'));
    const command = `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist/cli.js')}" "$@"\n`;
    writeFileSync(join(folder, 'bin/disclosure-report'), command, { mode: 0o755 });
    env = { ...process.env, HOME: folder, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}` };
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function writeReport(name: string): string {
    assert.ok(report.includes(row));
    const path = join(folder, name);
    writeFileSync(path, report.replace(row, row.replace('12', '99')));
    return path;
  }

  async function run(program: string, packages: string[], args: string[], more: NodeJS.ProcessEnv = {}): Promise<Told> {
    if (!findProgram(program)) {
      await ensureDebianPackages(...packages);
    }
    assert.ok(findProgram(program), `${program} is needed: on Debian, apt-get install ${packages.join(' ')}`);
    const { stdout } = await promisify(execFile)(program, args, { env: { ...env, ...more }, timeout: 120_000 });
    return JSON.parse(stdout) as Told;
  }

  /** Whether Emacs is there and has a package. */
  function isInEmacs(name: string): Promise<boolean> {
    return promisify(execFile)('emacs', ['--batch', '--eval', `(require '${name})`]).then(() => true, () => false);
  }

  function check(told: Told): void {
    assert.equal(told.error, undefined);
    assert.deepEqual(told.before.map(({ line }) => line), [report.split('\n').findIndex((line) => line.includes(row))]);
    assert.ok(told.line.includes(row), told.line);
    for (const title of ['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项']) {
      assert.ok(told.outline.includes(title), told.outline.join(' '));
    }
  }

  it('Neovim', async () => {
    writeFileSync(join(folder, 'init.lua'), setUp('lua'));
    const args = ['--headless', '-u', join(folder, 'init.lua'), writeReport('report.md'), '-S', join(here, 'drive.lua')];
    check(await run('nvim', ['neovim'], args));
  });

  it('Emacs with eglot', async () => {
    check(await runEmacs('eglot', setUp('elisp'), 'drive.el'));
  });

  it('Emacs with lsp-mode', async () => {
    check(await runEmacs('lsp-mode', setUp('lisp'), 'drive-lsp-mode.el'));
  });

  async function runEmacs(name: string, init: string, driver: string): Promise<Told> {
    if (!await isInEmacs(name)) {
      await ensureDebianPackages('emacs-nox', `elpa-${name}`);
    }
    const path = join(folder, `${name}.init.el`);
    writeFileSync(path, init);
    return run('emacs', ['emacs-nox', `elpa-${name}`], ['--batch', '-l', path, '-l', join(here, driver)], { REPORT: writeReport('report.txt') });
  }
});
