import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { StreamMessageReader, type Message } from 'vscode-languageserver/node';
import { PieceWriter } from '../../../server/src/node/writer.ts';

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } };
const findings = Array.from({ length: 12 }, (_, index) => ({ range, code: 'row-total', message: `“总计”写的是 ${index}，各项之和是 3` }));

/** What a reader at the other end makes of messages. */
async function read(messages: readonly object[]): Promise<Message[]> {
  const stream = new PassThrough();
  const writer = new PieceWriter(stream);
  const heard: Message[] = [];
  const all = new Promise<void>((resolve) => {
    new StreamMessageReader(stream).listen((message) => {
      heard.push(message);
      if (heard.length === messages.length) {
        resolve();
      }
    });
  });
  await Promise.all(messages.map((message) => writer.write({ jsonrpc: '2.0', ...message } as Message)));
  await all;
  return heard;
}

describe('messages written in one piece', () => {
  const published = (diagnostics: readonly object[]): object =>
    ({ method: 'textDocument/publishDiagnostics', params: { uri: 'file:///报告.md', version: 3, diagnostics } });
  const answered = (items: readonly object[]): object => ({ id: 7, result: { kind: 'full', resultId: '4', items } });

  for (const [name, messages] of Object.entries({
    'few and no diagnostics': [published([]), published(findings.slice(0, 2))],
    'many diagnostics, sent again with one changed': [published(findings), published(findings.with(5, { ...findings[5], range, code: 'balance', message: '不平' }))],
    'an answer with many items': [answered(findings), answered([])],
    'any other message': [{ id: 1, result: null }, { method: 'window/logMessage', params: { type: 1, message: '中' } }, { id: 2, error: { code: 1, message: '错' } }],
  })) {
    it(`are what the library would have written: ${name}`, async () => {
      const sent = messages.map((message) => JSON.parse(JSON.stringify({ jsonrpc: '2.0', ...message })) as Message);
      assert.deepEqual(await read(messages), sent);
    });
  }
});
