import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { FromPdfWorker, ToPdfWorker } from '../../../../server/src/office/pdf/worker-messages.ts';
import { readMap } from '../../../../server/src/pdf-glyphs/maps.ts';
import { serve } from '../../../../server/src/pdf-glyphs/worker.ts';
import { at, pdfFile } from '../../../support/office/pdf-file.ts';

/** A worker that is sent files, and gets the maps that it asks for. */
function startWorker(maps: (name: string) => Promise<Uint8Array | undefined>) {
  const asked: string[] = [];
  const answers = new Map<number, (text: string) => void>();
  let receive: (message: ToPdfWorker) => void = () => undefined;
  serve({
    addEventListener: (_, listener) => {
      receive = (message) => listener({ data: structuredClone(message) });
    },
    postMessage: (sent) => void answer(structuredClone(sent)),
  });
  async function answer(message: FromPdfWorker): Promise<void> {
    if (message.kind === 'wanted') {
      asked.push(message.name);
      receive({ kind: 'map', name: message.name, data: await maps(message.name) });
    } else {
      const { result } = message;
      answers.get(message.id)?.('unread' in result ? result.unread : result.pages.map(({ glyphs }) => glyphs.map(({ text }) => text).join('')).join('|'));
    }
  }
  return {
    asked,
    read: (id: number, bytes: Uint8Array) => new Promise<string>((resolve) => {
      answers.set(id, resolve);
      receive({ kind: 'extract', id, bytes });
    }),
  };
}

describe('a worker that reads PDFs', () => {
  it('answers each file by its number, and asks for a character map once', async () => {
    const worker = startWorker(readMap);
    const texts = await Promise.all([worker.read(1, pdfFile([at(50, 700, '规章')])), worker.read(2, pdfFile([at(50, 700, '制发'), at(50, 700, '废止')]))]);
    assert.deepEqual(texts, ['规章', '制发|废止']);
    assert.equal(await worker.read(3, await readFile('test/fixtures/office/2021.docx')), 'broken');
    assert.deepEqual(worker.asked, [...new Set(worker.asked)]);
    assert.ok(worker.asked.includes('UniGB-UCS2-H'));
  });

  it('reads nothing wrong where a character map is not to be had', async () => {
    assert.equal(await startWorker(async () => undefined).read(1, pdfFile([at(50, 700, '规章')])), 'broken');
  });
});
