import { join } from 'node:path';
import { allDocuments, editedIn, uri, type BenchDocument } from '../documents.ts';
import { LanguageServer } from '../language-server.ts';
import { against, found, inMilliseconds, ours, type Measurement, type Part } from '../part.ts';
import { rumdlBinary } from '../peers.ts';
import { measureInTurns, type Effort, type Runner } from '../statistics.ts';

const thorough: Effort = { warmUp: 1_500, rounds: 8, runsPerRound: 25, pause: 8, budget: 7_000 };
const quick: Effort = { warmUp: 300, rounds: 5, runsPerRound: 10, pause: 8, budget: 1_500 };
const floor = 'floor (vscode-languageserver)';

/** From the change of a digit to the findings that answer it, over standard streams. */
export const roundTrip: Part = {
  name: 'server',
  title: 'From didChange to publishDiagnostics over standard streams',
  quantity: inMilliseconds,
  unit: 'reports',
  async measure({ root, isQuick }) {
    const measured: Measurement[] = [];
    for (const document of allDocuments()) {
      const servers: OpenServer[] = [];
      for (const [subject, command] of serverCommands(root)) {
        // One lint of a hundred reports takes markdownlint half a minute, of ten half a second.
        if (!(subject.startsWith('markdownlint') && document.size > 1)) {
          servers.push(await openServer(subject, command, document));
        }
      }
      measured.push(found('round trip', document, await measureInTurns(servers.map(({ runner }) => runner), isQuick ? quick : thorough)));
      await Promise.all(servers.map((server) => server.end()));
    }
    return measured;
  },
  targets: (measured) => [{
    name: 'A round trip over standard streams, against a server that does nothing',
    reached: measured.filter(({ size }) => size !== 10).map((one) => against(one, floor, one.size === 1 ? 1.3 : 2)),
  }],
};

/** The language servers beside ours, as commands. */
function serverCommands(root: string): ReadonlyMap<string, readonly string[]> {
  return new Map([
    [ours, ourServer(root)],
    [floor, [process.execPath, join(root, '.bench/floor.cjs'), '--stdio']],
    ['rumdl server', [rumdlBinary(root), 'server', '--stdio']],
    ['markdownlint server', [process.execPath, join(root, '.bench/markdownlint.cjs'), '--stdio']],
  ]);
}

export function ourServer(root: string): readonly string[] {
  return [process.execPath, join(root, '.bench/dist/server.js'), '--stdio'];
}

/** One server with one document open in it; typing a digit is a run. */
interface OpenServer {
  readonly runner: Runner;
  end(): Promise<void>;
}

async function openServer(subject: string, command: readonly string[], document: BenchDocument): Promise<OpenServer> {
  const server = new LanguageServer(command);
  const { takesRanges } = await server.initialize();
  await server.open(uri, document.text);
  const range = editedIn(document);
  let version = 1;
  return {
    runner: {
      subject,
      run() {
        version += 1;
        const digit = String(version % 10);
        const change = takesRanges ? { range, text: digit } : { text: `${document.text.slice(0, document.at)}${digit}${document.text.slice(document.at + 1)}` };
        const published = server.published(version);
        server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
        return published;
      },
    },
    end: () => server.end(),
  };
}
