import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { createReportService } from '../service.ts';

/** Serves the client that the command line names: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
export function runServer(): void {
  startServer(createConnection(), {
    defer: setImmediate,
    readFile: async (uri) => readText(fileURLToPath(uri)),
    createService: createReportService,
  });
}

/** @throws when the file is there and cannot be read */
async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return undefined;
    }
    throw error;
  }
}
