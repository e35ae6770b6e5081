import type { StartThread } from './threads.ts';

/** What the command line has of the process that it runs in. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads it, so that colours and a line of progress make sense. */
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Results; resolves when more can be taken. */
  write(data: string | Uint8Array): Promise<void>;
  /** Notices, failures and progress. */
  warn(text: string): void;
  readStdin(): Promise<Buffer>;
  /** The folder of the rules' pages. */
  readonly docs: string;
  /** Starts a thread that runs `serveBatches`; undefined where there are none to be had. */
  readonly startThread: StartThread | undefined;
  startLanguageServer(): Promise<void>;
}
