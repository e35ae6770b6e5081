import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/** Fewer diagnostics are written at once as fast as one by one. */
const many = 8;
const closing = Buffer.from(']}}');
const comma = Buffer.from(',');

/**
 * Writes each message at once and in one piece, where the library's writer takes two writes and a turn of the event loop.
 * What it wrote of a diagnostic it keeps, for as long as the same object is sent again and again.
 */
export class PieceWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #output: Writable;
  #errors = 0;

  constructor(output: Writable) {
    super();
    this.#output = output;
    output.on('error', (error) => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const body = bodyOf(message);
      const head = Buffer.from(`Content-Length: ${body.length}\r\n\r\n`, 'ascii');
      this.#output.write(Buffer.concat([head, body]), (error) => {
        if (error) {
          this.#errors += 1;
          this.fireError(error, message, this.#errors);
          reject(error);
        } else {
          this.#errors = 0;
          resolve();
        }
      });
    });
  }

  end(): void {
    this.#output.end();
  }
}

/** The parts of a message in which diagnostics may stand. */
interface Sent extends Message {
  readonly method?: string;
  readonly params?: { readonly diagnostics?: readonly object[] };
  readonly result?: { readonly items?: readonly object[] } | null;
}

function bodyOf(message: Message): Buffer {
  const { method, params, result, ...rest } = message as Sent;
  if (method === 'textDocument/publishDiagnostics' && (params?.diagnostics?.length ?? 0) > many) {
    return listBody({ ...rest, method, params: { ...params, diagnostics: undefined, list: [] } }, 'diagnostics', params?.diagnostics ?? []);
  }
  if (method === undefined && Array.isArray(result?.items) && result.items.length > many) {
    return listBody({ ...rest, result: { ...result, items: undefined, list: [] } }, 'items', result.items);
  }
  return Buffer.from(JSON.stringify(message));
}

/** A message whose last part is a list; `list` stands for it in the frame. */
function listBody(frame: object, name: string, items: readonly object[]): Buffer {
  const text = JSON.stringify(frame);
  const pieces: Uint8Array[] = [Buffer.from(`${text.slice(0, -'"list":[]}}'.length)}"${name}":[`)];
  items.forEach((item, at) => pieces.push(...(at === 0 ? [] : [comma]), pieceOf(item)));
  return Buffer.concat([...pieces, closing]);
}

const known = new WeakMap<object, Buffer>();

function pieceOf(item: object): Buffer {
  let piece = known.get(item);
  if (!piece) {
    piece = Buffer.from(JSON.stringify(item));
    known.set(item, piece);
  }
  return piece;
}
