import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection, StreamMessageReader, StreamMessageWriter, type Hover, type InitializeResult,
  type MessageConnection, type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import type { CheckFileResult } from '../../server/src/lsp/protocol.ts';
import { filesOf, planted, plantedBook } from '../support/planted-book.ts';
import { makeFolder, removeFolders } from '../unit/cli/folder.ts';
import { plain } from '../wire/editor.ts';
import { uri, wrongRange, wrongReport } from '../wire/report.ts';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../../dist');
const commands = {
  'server.js': [join(dist, 'server.js'), '--stdio'],
  'cli.js lsp': [join(dist, 'cli.js'), 'lsp', '--stdio'],
};

for (const [name, command] of Object.entries(commands)) {
  describe(`the bundled ${name} over standard input and output`, () => {
    let child: ChildProcess;
    let connection: MessageConnection;

    beforeEach(() => {
      child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'], cwd: '/' });
      assert.ok(child.stdout && child.stdin);
      connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
      connection.listen();
    });

    afterEach(() => {
      connection.dispose();
      child.kill();
    });
    after(removeFolders);

    it('shows what was planted in a folder of 60 units and three years, and nothing else', async () => {
      const folder = makeFolder(filesOf(plantedBook()));
      const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'units' }];
      await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: plain, workspaceFolders });
      await connection.sendNotification('initialized', {});
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
      const found = new Map<string, readonly string[]>();
      const check = async (fileUri: string): Promise<void> => {
        const text = readFileSync(fileURLToPath(fileUri), 'utf8');
        const { diagnostics } = await connection.sendRequest<CheckFileResult>('disclosureReport/checkFile', { uri: fileUri, languageId: 'markdown', text });
        found.set(fileUri, diagnostics.map(({ code }) => String(code)));
      };
      for (const file of files) {
        await check(pathToFileURL(join(folder, file)).href);
      }
      for (const fileUri of await connection.sendRequest<readonly string[]>('disclosureReport/staleFiles', {})) {
        await check(fileUri);
      }
      assert.deepEqual([...found].flatMap(([fileUri, codes]) => codes.map((code) => `${relative(folder, fileURLToPath(fileUri))} ${code}`)).sort(),
        planted.map((one) => one.split(' ').slice(0, 2).join(' ')).sort());
    }).timeout(120_000);

    it('greets, finds a mistake, explains it and ends', async () => {
      const greeting = await connection.sendRequest<InitializeResult>('initialize',
        { processId: process.pid, rootUri: null, capabilities: plain });
      assert.equal(greeting.serverInfo?.name, 'disclosure-report');
      await connection.sendNotification('initialized', {});
      const published = new Promise<PublishDiagnosticsParams>((resolve) =>
        void connection.onNotification('textDocument/publishDiagnostics', resolve));
      await connection.sendNotification('textDocument/didOpen',
        { textDocument: { uri, languageId: 'markdown', version: 1, text: wrongReport } });
      const { diagnostics } = await published;
      assert.deepEqual(diagnostics.map(({ code, range }) => ({ code, range })), [{ code: 'results-total', range: wrongRange }]);
      assert.match(String(diagnostics[0]?.message), /[\u4e00-\u9fff]/, 'messages are Chinese unless English is asked for');
      const hover = await connection.sendRequest<Hover>('textDocument/hover',
        { textDocument: { uri }, position: wrongRange.start });
      assert.deepEqual(hover.range, wrongRange);
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const [code] = await once(child, 'exit');
      assert.equal(code, 0);
    });
  });
}

describe('what is bundled', () => {
  for (const name of ['client.js', 'client-web.js', 'server.js', 'server-web.js', 'cli.js', 'cli-cached.js', 'cli-whole.js']) {
    it(`holds ${name}`, () => assert.ok(existsSync(join(dist, name))));
  }
});
