import assert from 'node:assert/strict';
import { createPdfReader, type PdfReader, type PdfWorker } from '../../../client/src/browser/pdf-reader.ts';
import type { FromPdfWorker, ToPdfWorker } from '../../../server/src/lsp/protocol.ts';

const blank = { pages: [] };

/** A reader whose workers answer a file of one byte at once, never end with one of two, and break down at one of three. */
function readerOf(): { reader: PdfReader; started: () => number; ended: () => number; maps: (Uint8Array | undefined)[] } {
  let [started, ended] = [0, 0];
  const maps: (Uint8Array | undefined)[] = [];
  const startWorker = (): PdfWorker => {
    started += 1;
    const tell = (message: FromPdfWorker): void => void setImmediate(() => worker.onmessage?.call(worker as Worker, { data: message } as MessageEvent));
    const worker: PdfWorker = {
      onmessage: null,
      onerror: null,
      terminate: () => void (ended += 1),
      postMessage(message: ToPdfWorker) {
        if (message.kind === 'map') {
          maps.push(message.data);
        } else if (message.bytes.length === 1) {
          tell({ kind: 'wanted', name: message.bytes[0] === 0 ? 'UniGB-UCS2-H' : '../settings' });
          tell({ kind: 'extracted', id: message.id, result: blank });
        } else if (message.bytes.length === 3) {
          setImmediate(() => worker.onerror?.call(worker as Worker, {} as ErrorEvent));
        }
      },
    };
    return worker;
  };
  const reader = createPdfReader({ startWorker, readMap: async () => new Uint8Array(4), longest: 30 });
  return { reader, started: () => started, ended: () => ended, maps };
}

describe('what reads PDFs in a browser', () => {
  it('starts one worker for all files, and none before the first', async () => {
    const { reader, started } = readerOf();
    assert.equal(started(), 0);
    assert.deepEqual(await Promise.all([reader.extract(new Uint8Array(1)), reader.extract(new Uint8Array(1))]), [blank, blank]);
    assert.equal(started(), 1);
  });

  it('gives a file up that takes too long, and reads those that wait behind it', async () => {
    const { reader, started, ended } = readerOf();
    const results = await Promise.all([1, 2, 1].map((length) => reader.extract(new Uint8Array(length))));
    assert.deepEqual(results, [blank, { unread: 'too-large' }, blank]);
    assert.deepEqual([started(), ended()], [2, 1]);
  });

  it('says of one at which the worker breaks down that it is broken, and of no other', async () => {
    const { reader } = readerOf();
    assert.deepEqual(await Promise.all([3, 1].map((length) => reader.extract(new Uint8Array(length)))), [{ unread: 'broken' }, blank]);
  });

  it('gives character maps by their names, and no other file', async () => {
    const { reader, maps } = readerOf();
    await reader.extract(Uint8Array.of(0));
    await reader.extract(Uint8Array.of(1));
    await new Promise(setImmediate);
    assert.deepEqual(maps, [new Uint8Array(4), undefined]);
  });

  it('reads nothing more once it was given up', async () => {
    const { reader, started } = readerOf();
    const waiting = [2, 1].map((length) => reader.extract(new Uint8Array(length)));
    await new Promise(setImmediate);
    reader.dispose();
    assert.deepEqual(await Promise.all(waiting), [{ unread: 'broken' }, { unread: 'broken' }]);
    assert.equal(started(), 1);
  });
});
