import type { FromPdfWorker, ToPdfWorker } from '../office/pdf/worker-messages.ts';
import { createExtractor } from './extract.ts';

/** What is used of a browser's worker. */
interface WorkerScope {
  postMessage(message: FromPdfWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ToPdfWorker }) => void): void;
}

/** Whether this thread is a worker of a browser, to which files are sent, rather than one that imports what reads them. */
export const isBrowserWorker = 'WorkerGlobalScope' in globalThis;

/** Answers the messages of whoever started the worker, from whom the character maps come too: it opens nothing by itself. */
export function serve(scope: WorkerScope): void {
  const wanted = new Map<string, { readonly map: Promise<Uint8Array | undefined>; readonly give: (data: Uint8Array | undefined) => void }>();
  const extract = createExtractor((name) => {
    const known = wanted.get(name);
    if (known) {
      return known.map;
    }
    const { promise, resolve } = withResolver<Uint8Array | undefined>();
    wanted.set(name, { map: promise, give: resolve });
    scope.postMessage({ kind: 'wanted', name });
    return promise;
  });
  scope.addEventListener('message', ({ data: message }) => {
    switch (message.kind) {
      case 'extract': void extract(message.bytes).then((result) => scope.postMessage({ kind: 'extracted', id: message.id, result })); break;
      case 'map': wanted.get(message.name)?.give(message.data); break;
    }
  });
}

function withResolver<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
