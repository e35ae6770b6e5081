import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { launchBrowser } from '../../tools/host/browser.mjs';

const root = resolve(import.meta.dirname, '../..');
const samples = join(root, 'samples');
const first = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';
const start = join(root, 'tools/start.mjs');

/** All files of a folder with what they hold. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]));
}

describe('npm start', function () {
  this.timeout(240_000);
  const before = contents(samples);
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'disclosure-report-start-'));
  });

  afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

  describe('where the desktop editor is on the path', () => {
    beforeEach(() => {
      const stub = join(home, 'code');
      writeFileSync(stub, `#!/bin/sh\nprintf '%s\\n' "$@" > '${home}/arguments'\n`);
      chmodSync(stub, 0o755);
    });

    /** Starts, and gives what the editor was asked to open and what was said. */
    function open(...options: readonly string[]): { extension: string; folder: string; file: string; said: string } {
      const { status, stdout, stderr } = spawnSync(process.execPath, [start, '--home', home, ...options], {
        encoding: 'utf8', env: { ...process.env, PATH: [home, process.env.PATH].join(delimiter) },
      });
      assert.equal(stderr, '');
      assert.equal(status, 0);
      const [extension = '', folder = '', file = ''] = readFileSync(join(home, 'arguments'), 'utf8').trimEnd().split('\n');
      return { extension, folder, file, said: stdout };
    }

    it('opens a copy of samples/ in it, with the extension under development', () => {
      const { extension, folder, file, said } = open();
      assert.equal(extension, `--extensionDevelopmentPath=${root}`);
      assert.equal(folder, join(home, 'samples'));
      assert.equal(file, join(folder, first));
      assert.ok(said.includes(folder));
      assert.deepEqual(contents(folder), before);
    });

    it('says which files were changed in the copy, and begins another one on request', () => {
      const { folder, file } = open();
      appendFileSync(file, '改过。\n');
      writeFileSync(join(folder, '.disclosure-report.json'), '{}\n');
      assert.deepEqual(contents(samples), before);
      const edited = contents(folder);
      const again = open();
      assert.equal(again.folder, folder);
      assert.ok(again.said.includes(first) && again.said.includes('--fresh'), again.said);
      const fresh = open('--fresh');
      assert.deepEqual(contents(fresh.folder), before);
      assert.deepEqual(contents(folder), edited);
    });
  });

  it('lets the embedded editor save into a copy', async () => {
    const server = spawn(process.execPath, [start, '--embedded', '--home', home], {
      stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', LANG: 'zh_CN.UTF-8' },
    });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(60_000);
      await page.goto(await addressOf(server));
      const line = page.locator('.monaco-editor .view-line').filter({ hasText: '青禾县水务局2025年' }).first();
      await line.waitFor();
      await page.keyboard.press('Control+Digit1');
      await page.locator('.editor-group-container .monaco-editor.focused').waitFor();
      await page.keyboard.type('改');
      while (contents(join(home, 'samples'))[first] !== `改${before[first]}`) {
        await page.waitForTimeout(50);
      }
      assert.deepEqual(contents(samples), before);
    } finally {
      await browser.close();
      server.kill();
      await once(server, 'exit');
    }
  });
});

/** The address that the embedded editor says it is at. */
async function addressOf(server: ChildProcess): Promise<string> {
  let said = '';
  for await (const text of server.stdout!.setEncoding('utf8')) {
    said += text;
    const address = /^http:\S+$/mu.exec(said)?.[0];
    if (address !== undefined) {
      return address;
    }
  }
  throw new Error(`It ended:\n${said}`);
}
