import { Uri, workspace, type Disposable } from 'vscode';
import type { ExtractPdfResult, FromPdfWorker, ToPdfWorker } from '../../../server/src/lsp/protocol.ts';

export interface PdfReader extends Disposable {
  /** What is printed on the pages of a PDF. Total: what cannot be read in bounded time is said to be so. */
  extract(bytes: Uint8Array): Promise<ExtractPdfResult>;
}

/** Longer than any report takes, on a slow machine too, in milliseconds. */
const longest = 60_000;

/** Reads PDFs in a worker of its own, from the folder where what reads them lies; it is started when the first one comes. */
export function createPdfReader(folder: Uri): PdfReader {
  const pending = new Map<number, (result: ExtractPdfResult) => void>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(Uri.joinPath(folder, 'pdf.js').toString(true));
    // The library within it sends a message of its own, which has no kind.
    started.onmessage = ({ data: message }: MessageEvent<Partial<FromPdfWorker>>) => {
      switch (message.kind) {
        case 'extracted': if (message.id !== undefined && message.result) settle(message.id, message.result); break;
        case 'wanted': if (message.name !== undefined) void giveMap(started, message.name); break;
      }
    };
    started.onerror = () => stop('broken');
    return started;
  }

  async function giveMap(to: Worker, name: string): Promise<void> {
    const file = Uri.joinPath(folder, 'cmaps', `${name}.bcmap`);
    const data = /^[\w-]+$/u.test(name) ? await workspace.fs.readFile(file).then((bytes) => bytes, () => undefined) : undefined;
    send(to, { kind: 'map', name, data });
  }

  function settle(id: number, result: ExtractPdfResult): void {
    pending.get(id)?.(result);
    pending.delete(id);
  }

  /** Ends the worker with all that it had to read; the next file starts another. */
  function stop(unread: 'broken' | 'too-large'): void {
    worker?.terminate();
    worker = undefined;
    [...pending.keys()].forEach((id) => settle(id, { unread }));
  }

  return {
    async extract(bytes) {
      const id = last += 1;
      worker ??= start();
      const result = new Promise<ExtractPdfResult>((resolve) => pending.set(id, resolve));
      const timer = setTimeout(() => stop('too-large'), longest);
      send(worker, { kind: 'extract', id, bytes });
      return result.finally(() => clearTimeout(timer));
    },
    dispose: () => stop('broken'),
  };
}

function send(worker: Worker, message: ToPdfWorker): void {
  worker.postMessage(message);
}
