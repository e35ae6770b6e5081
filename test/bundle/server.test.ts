import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection, StreamMessageReader, StreamMessageWriter, type Hover, type InitializeResult,
  type MessageConnection, type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
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
  for (const name of ['client.js', 'client-web.js', 'server.js', 'server-web.js', 'cli.js']) {
    it(`holds ${name}`, () => assert.ok(existsSync(join(dist, name))));
  }
});
