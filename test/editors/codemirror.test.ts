import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { StreamMessageReader, StreamMessageWriter, type Message } from 'vscode-languageserver-protocol/node';
import { launchBrowser } from '../../tools/host/browser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const report = readFileSync(join(root, 'test/fixtures/base-2021.md'), 'utf8');
const row = '| （七）总计 |  | 12 | 2 |';

interface Told {
  readonly before: readonly { readonly line: number }[];
  readonly line: string;
  readonly outline: readonly string[];
  readonly hover: object;
}

/** CodeMirror says that it asks for findings and takes only those that are sent to it. */
describe('CodeMirror\'s client', function () {
  this.timeout(180_000);

  it('shows findings, takes a fix, and has outline and hover', async () => {
    const { outputFiles: [script] } = await build({
      entryPoints: [join(here, 'codemirror/page.ts')], bundle: true, write: false, format: 'iife', platform: 'browser', target: 'es2022',
    });
    const server = spawn(process.execPath, [join(root, 'dist/cli.js'), 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const writer = new StreamMessageWriter(server.stdin);
      await page.exposeFunction('toServer', (message: string) => writer.write(JSON.parse(message) as Message));
      await page.addScriptTag({ content: script?.text ?? '' });
      new StreamMessageReader(server.stdout).listen((message) =>
        void page.evaluate((text) => (globalThis as unknown as { fromServer(text: string): void }).fromServer(text), JSON.stringify(message)));
      const told = await page.evaluate(
        ([uri, text]) => (globalThis as unknown as { drive(uri: string, text: string): Promise<object> }).drive(uri, text),
        ['file:///reports/report.md', report.replace(row, row.replace('12', '99'))] as const,
      ) as Told;
      assert.deepEqual(told.before.map(({ line }) => line), [report.split('\n').findIndex((line) => line.includes(row))]);
      assert.ok(told.line.includes(row), told.line);
      assert.ok(told.outline.some((name) => name.includes('六、其他需要报告的事项')), told.outline.join(' '));
      assert.match(JSON.stringify(told.hover), /自然人/u);
    } finally {
      await browser.close();
      server.kill();
    }
  });
});
