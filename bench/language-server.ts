import { spawn, type ChildProcess } from 'node:child_process';

/** What VS Code would say of itself, as far as it bears on diagnostics that are pushed. */
const capabilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] }, codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: { readonly items?: readonly unknown[]; readonly version?: number };
}

/** Longer than a server that is at work takes for all but the largest texts, in milliseconds. */
const silence = 1_000;

/** A server at the other end of its standard streams. */
export class LanguageServer {
  readonly #process: ChildProcess;
  #pending: Buffer = Buffer.alloc(0);
  #id = 0;
  #received = 0;
  readonly #answers = new Map<number, (result: unknown) => void>();
  /** What waits for diagnostics, and of which version at least. */
  #awaited: { readonly version: number; readonly resolve: () => void } | undefined;

  constructor([command = '', ...args]: readonly string[]) {
    this.#process = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#process.stdout?.on('data', (data: Buffer) => this.#receive(data));
    this.#process.on('error', (error) => console.error(String(error)));
  }

  /** How many bytes have come from it. */
  get received(): number {
    return this.#received;
  }

  /** Tells whether the server takes changes by range; where not, it wants the whole text each time. */
  async initialize(): Promise<{ takesRanges: boolean }> {
    const result = await this.request('initialize', { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities });
    const { textDocumentSync: sync } = (result as { capabilities: { textDocumentSync?: number | { change?: number } } }).capabilities;
    this.notify('initialized', {});
    return { takesRanges: (typeof sync === 'object' ? sync.change : sync) === 2 };
  }

  /** Opens a document and waits for what is found in it. */
  async open(uri: string, text: string): Promise<void> {
    const opened = this.published(1);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    await opened;
  }

  request(method: string, params: object | null): Promise<unknown> {
    this.#id += 1;
    const id = this.#id;
    const answered = new Promise((resolve) => this.#answers.set(id, resolve));
    this.#send({ id, method, params });
    return this.#untilAnswered(answered);
  }

  notify(method: string, params: object | null): void {
    this.#send({ method, params });
  }

  /**
   * Resolves when diagnostics of this version or a later one are published: a server may publish one version twice, and leave
   * out one for which the next has come already.
   */
  published(version: number): Promise<void> {
    return this.#untilAnswered(new Promise((resolve) => {
      this.#awaited = { version, resolve };
    }));
  }

  /** Writes to a server that is silent, again and again: rumdl's answers may lie with it until it is written to once more. */
  async #untilAnswered<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const timer = setInterval(() => this.notify('$/setTrace', { value: 'off' }), silence);
    try {
      return await answer;
    } finally {
      clearInterval(timer);
    }
  }

  async end(): Promise<void> {
    await this.request('shutdown', null);
    this.notify('exit', null);
    this.#process.stdin?.end();
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#process.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  #receive(data: Buffer): void {
    this.#received += data.length;
    this.#pending = this.#pending.length === 0 ? data : Buffer.concat([this.#pending, data]);
    for (;;) {
      const head = this.#pending.indexOf('\r\n\r\n');
      const length = head < 0 ? undefined : /Content-Length: (\d+)/iu.exec(this.#pending.toString('latin1', 0, head))?.[1];
      const end = head + 4 + Number(length);
      if (length === undefined || this.#pending.length < end) {
        return;
      }
      const message = JSON.parse(this.#pending.toString('utf8', head + 4, end)) as Message;
      this.#pending = this.#pending.subarray(end);
      this.#take(message);
    }
  }

  #take({ id, method, result, params }: Message): void {
    if (method === undefined) {
      this.#answers.get(Number(id))?.(result ?? null);
      this.#answers.delete(Number(id));
    } else if (id !== undefined) {
      this.#send({ id, result: method === 'workspace/configuration' ? (params?.items ?? []).map(() => ({})) : null });
    } else if (method === 'textDocument/publishDiagnostics') {
      const awaited = this.#awaited;
      if (awaited && (params?.version ?? awaited.version) >= awaited.version) {
        this.#awaited = undefined;
        awaited.resolve();
      }
    }
  }
}
