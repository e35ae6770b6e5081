import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { closeEditors, startEditor, type Editor } from './editor.ts';
import { rightReport, uri, wrongRange, wrongReport } from './report.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** More than the allocator's own unrest, and far less than a copy of the text for each step would take. */
const allowance = 12_000_000;

async function heapAfter(editor: Editor, work: () => Promise<void>): Promise<number> {
  await work();
  await editor.settled();
  collectGarbage();
  await editor.settled();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function pull(editor: Editor, of: string): Promise<unknown> {
  return editor.request('textDocument/diagnostic', { textDocument: { uri: of } });
}

describe('memory', () => {
  afterEach(closeEditors);

  it('stays flat over ten thousand edits', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    let version = 1;
    const type = (times: number) => async (): Promise<void> => {
      for (let index = 0; index < times; index += 1) {
        version += 1;
        void editor.change(uri, version, wrongRange, version % 2 === 0 ? '98' : '99');
        if (index % 250 === 0) {
          await pull(editor, uri);
        }
      }
    };
    const before = await heapAfter(editor, type(1000));
    const after = await heapAfter(editor, type(10_000));
    assert.ok(after - before < allowance, `${after - before} bytes more`);
  });

  it('stays flat over a thousand documents that open and close', async () => {
    const editor = await startEditor();
    const visit = (from: number, to: number) => async (): Promise<void> => {
      for (let index = from; index < to; index += 1) {
        const other = `file:///reports/${index}.md`;
        void editor.open(other, rightReport);
        await pull(editor, other);
        void editor.close(other);
      }
    };
    const before = await heapAfter(editor, visit(0, 100));
    const after = await heapAfter(editor, visit(100, 1100));
    assert.ok(after - before < allowance, `${after - before} bytes more`);
  });
});
