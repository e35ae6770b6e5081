import type { Worker } from 'node:worker_threads';

/** What the command line has of the process that it runs in. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads it, so that colours and a line of progress make sense. */
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Results; resolves when more can be taken. */
  write(data: string | Uint8Array): Promise<void>;
  /** Notices and failures. */
  warn(text: string): void;
  /** Puts a line in the place of the one shown before on standard error, where it is a terminal; the empty one takes it away. */
  showProgress(line: string): void;
  /** Set where the host is guarded: what marks of colours carry. */
  readonly colourKey?: string;
  readStdin(): Promise<Buffer>;
  /** Stands for the program, and is another one when it finds otherwise. */
  program(): string;
  /** The folder of the rules' pages. */
  readonly docs: string;
  /** Starts a thread that runs `serveBatches`; undefined where there are none to be had. */
  readonly startThread: StartThread | undefined;
  /** Watches folders and files. `isWanted` tells of a file that changed, absolute, whether it counts. */
  watch(paths: readonly string[], isWanted: (file: string) => boolean): Watcher;
  startLanguageServer(): Promise<void>;
}

/** The data is plain. */
export type StartThread = (data: object) => Worker;

/** Tells when files change. */
export interface Watcher {
  /** Whether there is anything that could change. */
  readonly isWatching: boolean;
  /** Resolves with true once something has changed since it was asked before, with false where nothing will any more. */
  changed(): Promise<boolean>;
  close(): void;
}
