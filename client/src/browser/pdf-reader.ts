import type { ExtractPdfResult, FromPdfWorker, ToPdfWorker } from '../../../server/src/lsp/protocol.ts';
import { oneAfterAnother } from '../one-after-another.ts';

export interface PdfReader {
  /** What is printed on the pages of a PDF. Total: what cannot be read in bounded time is said to be so. */
  extract(bytes: Uint8Array): Promise<ExtractPdfResult>;
  dispose(): void;
}

/** What is used of the worker that reads PDFs. */
export type PdfWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

interface PdfReaderOptions {
  startWorker(): PdfWorker;
  /** A character map by its name; undefined where there is none. */
  readMap(name: string): Promise<Uint8Array | undefined>;
  /** How long a file may take, in milliseconds: longer than any report does, on a slow machine too. */
  readonly longest?: number;
}

/** Reads PDFs in a worker, which is started when the first one comes. One at a time: each has all of its own time, and none falls with another. */
export function createPdfReader({ startWorker, readMap, longest = 60_000 }: PdfReaderOptions): PdfReader {
  const files = oneAfterAnother();
  let worker: PdfWorker | undefined;
  let isOver = false;
  let last = 0;
  let settle: (result: ExtractPdfResult) => void = () => undefined;

  function start(): PdfWorker {
    const started = startWorker();
    // The library within it sends a message of its own, which has no kind.
    started.onmessage = ({ data: message }: MessageEvent<Partial<FromPdfWorker>>) => {
      switch (message.kind) {
        case 'extracted': if (message.id === last && message.result) settle(message.result); break;
        case 'wanted': if (message.name !== undefined) void giveMap(started, message.name); break;
      }
    };
    started.onerror = () => stop('broken');
    return started;
  }

  async function giveMap(to: PdfWorker, name: string): Promise<void> {
    const data = /^[\w-]+$/u.test(name) ? await readMap(name).catch(() => undefined) : undefined;
    send(to, { kind: 'map', name, data });
  }

  /** Ends the worker with what it has to read; the next file starts another. */
  function stop(unread: 'broken' | 'too-large'): void {
    worker?.terminate();
    worker = undefined;
    settle({ unread });
  }

  async function extractNow(bytes: Uint8Array): Promise<ExtractPdfResult> {
    worker ??= start();
    last += 1;
    const result = new Promise<ExtractPdfResult>((resolve) => {
      settle = resolve;
    });
    const timer = setTimeout(() => stop('too-large'), longest);
    send(worker, { kind: 'extract', id: last, bytes });
    return result.finally(() => clearTimeout(timer));
  }

  return {
    async extract(bytes) {
      let result: ExtractPdfResult = { unread: 'broken' };
      await files.run(async () => {
        result = isOver ? result : await extractNow(bytes);
      });
      return result;
    },
    dispose() {
      isOver = true;
      stop('broken');
    },
  };
}

function send(worker: PdfWorker, message: ToPdfWorker): void {
  worker.postMessage(message);
}
