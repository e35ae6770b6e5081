import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, type Connection, type MessageReader } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { createReportService } from '../service.ts';
import { folderTexts } from './folder-texts.ts';
import { officeHost } from '../cli/reading/office-host.ts';
import { PieceWriter } from './writer.ts';

/** Serves the client that the command line names: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
export function runServer(): void {
  startServer(process.argv.includes('--stdio') ? createStdioConnection() : createConnection(), {
    defer: setImmediate,
    later(task, milliseconds) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    readFile: async (uri) => readText(fileURLToPath(uri)),
    folderTexts,
    officeHost,
    ...(existsSync(docs) ? { pages: { rulePages: folderUri('rules'), formPages: folderUri('forms') } } : {}),
    createService: createReportService,
  });
}

/** The pages lie beside the folder of the bundles. */
const docs = join(__dirname, '../docs');

function folderUri(name: string): string {
  return `${pathToFileURL(join(docs, name)).href}/`;
}

/** As the library makes it, but for a writer that is faster; what anything prints must not get among the messages. */
function createStdioConnection(): Connection {
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
  // The library takes a stream and a writer together, though its types do not say so; of a stream it watches the end.
  const input = process.stdin as unknown as MessageReader;
  return createConnection(input, new PieceWriter(process.stdout));
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
