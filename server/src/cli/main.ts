import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker } from 'node:worker_threads';
import { serveBatches } from './batch/threads.ts';
import type { Host } from './host.ts';
import { run } from './run.ts';
import { watchFiles } from './watch/watcher.ts';

/** The process as the command line sees it. */
function createHost(): Host {
  const { stdout, stderr, stdin } = process;
  // A reader that has seen enough, as `head` has, closes the pipe: no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  return {
    cwd: process.cwd(),
    env: process.env,
    outIsTerminal: stdout.isTTY,
    errIsTerminal: stderr.isTTY,
    write: (data) => new Promise((resolve) => {
      if (stdout.write(data)) {
        resolve();
      } else {
        stdout.once('drain', resolve);
      }
    }),
    warn: (text) => void stderr.write(text),
    showProgress: (line) => void stderr.write(`\r\u001b[K${line}`),
    async readStdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) {
        chunks.push(chunk as Buffer);
      }
      return Buffer.concat(chunks);
    },
    // All that is asked of the program is in it, whichever bundle this is.
    program: () => createHash('sha256').update(readFileSync(join(__dirname, 'cli-whole.js'))).digest('hex'),
    docs: join(__dirname, '../docs/rules'),
    startThread: (data) => new Worker(join(__dirname, 'cli.js'), { workerData: data }),
    watch: watchFiles,
    async startLanguageServer() {
      // The server is a bundle of its own, which the other calls need not load.
      await import(join(__dirname, 'server.js'));
    },
  };
}

/** Runs the call that the process was started with, or what a further thread of it does. */
export function start(): void {
  if (!isMainThread) {
    serveBatches();
    return;
  }
  run(process.argv.slice(2), createHost()).then((exitCode) => {
    process.exitCode = exitCode;
  }, (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
    process.exitCode = 2;
  });
}
