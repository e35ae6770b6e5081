import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-languageserver-protocol/node';
import type { HostileFile } from '../../test/support/hostile/texts.ts';

const longestAnswer = 600_000;
const uri = 'file:///hostile/report.md';
const textDocument = { uri };
const wholeFile = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };

/** What an editor asks of a text that has just opened or changed. */
const asked: readonly (readonly [method: string, params: object])[] = [
  ['textDocument/diagnostic', { textDocument }],
  ['textDocument/documentSymbol', { textDocument }],
  ['textDocument/semanticTokens/full', { textDocument }],
  ['textDocument/foldingRange', { textDocument }],
  ['textDocument/inlayHint', { textDocument, range: wholeFile }],
  ['textDocument/codeLens', { textDocument }],
  ['textDocument/hover', { textDocument, position: { line: 20, character: 3 } }],
  ['textDocument/codeAction', { textDocument, range: { start: wholeFile.start, end: { line: 40, character: 0 } }, context: { diagnostics: [] } }],
  ['disclosureReport/states', { uri }],
];

/** The built server, in which one hostile text after the other is opened. */
export class HostileServer {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #heard: string[] = [];
  readonly #ready: Promise<unknown>;
  #longest = 0;

  constructor() {
    this.#process = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (!this.#process.stdout || !this.#process.stdin) {
      throw new Error('the server has no streams');
    }
    this.#connection = createMessageConnection(new StreamMessageReader(this.#process.stdout), new StreamMessageWriter(this.#process.stdin));
    this.#connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.#heard.push(message));
    this.#connection.listen();
    this.#process.once('exit', (code) => void this.#heard.push(`the server ended with ${code}`));
    this.#ready = this.#connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } })
      .then(() => this.#connection.sendNotification('initialized', {}));
  }

  /** What goes wrong where a text is opened, changed in its middle, asked about and closed. */
  async troubles({ text, language }: HostileFile): Promise<readonly string[]> {
    await this.#ready;
    const started = performance.now();
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: language, version: 1, text } });
    await this.#ask();
    const middle = { line: text.slice(0, text.length >> 1).split(/\r\n|\r|\n/u).length - 1, character: 0 };
    await this.#connection.sendNotification('textDocument/didChange',
      { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: middle, end: middle }, text: '7' }] });
    await this.#ask();
    await this.#connection.sendNotification('textDocument/didClose', { textDocument });
    this.#longest = Math.max(this.#longest, performance.now() - started);
    return this.#heard.splice(0);
  }

  async #ask(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('no answer in ten minutes'), longestAnswer);
    });
    const answers = Promise.all(asked.map(([method, params]) => this.#connection.sendRequest(method, params)));
    const outcome = await Promise.race([answers, late]).catch((error: unknown) => String(error));
    clearTimeout(timer);
    if (typeof outcome === 'string') {
      this.#heard.push(outcome);
    }
  }

  /** Ends the server; how many megabytes it used at the most, where the system tells, and how long a text took at the most. */
  async end(): Promise<{ readonly memory: number; readonly longest: number }> {
    const memory = await mostMemoryOf(this.#process.pid ?? 0);
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    this.#connection.dispose();
    return { memory, longest: this.#longest };
  }
}

async function mostMemoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s*(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
}
