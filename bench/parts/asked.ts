import { createDocument, editedIn, states, uri, type BenchDocument } from '../documents.ts';
import { LanguageServer } from '../language-server.ts';
import { found, medianOf, nameOf, type Measurement, type Part } from '../part.ts';
import { amountOf, measureInTurns, type Effort } from '../statistics.ts';
import { ourServer } from './round-trip.ts';

const thorough: Effort = { warmUp: 100, rounds: 10, runsPerRound: 10, pause: 30, budget: 20_000 };
const quick: Effort = { warmUp: 20, rounds: 3, runsPerRound: 5, pause: 30, budget: 4_000 };
const time = 'milliseconds';
const size = 'kilobytes';
/** Lines that an editor shows above and below the one that is edited. */
const inView = 25;

/** All that VS Code asks after a digit was typed, with the form's states that the extension asks for; from the change to the last answer. */
export const asked: Part = {
  name: 'asked',
  title: 'All that VS Code asks after an edit, answered over standard streams',
  quantity: 'Median / 95th percentile (number of runs) in milliseconds, and kilobytes received for one edit.',
  unit: 'reports',
  async measure({ root, isQuick }) {
    const measured: Measurement[] = [];
    for (const state of states) {
      for (const reports of [1, 10, 100]) {
        measured.push(await measureOne(ourServer(root), createDocument('Markdown', state, reports), isQuick ? quick : thorough));
      }
    }
    return measured;
  },
  targets: (measured) => [
    {
      name: 'All that VS Code asks after an edit in a hundred reports, against 25 ms',
      reached: measured.filter((one) => one.size === 100).map((one) => ({ what: nameOf(one), ratio: medianOf(one, time) / 25, limit: 1 })),
    },
    {
      name: 'What is sent for it, against 200 kB',
      reached: measured.filter((one) => one.size === 100).map((one) => ({ what: nameOf(one), ratio: medianOf(one, size) / 200, limit: 1 })),
    },
  ],
};

async function measureOne(command: readonly string[], document: BenchDocument, effort: Effort): Promise<Measurement> {
  const server = new LanguageServer(command);
  await server.initialize();
  await server.open(uri, document.text);
  const range = editedIn(document);
  const { start } = range;
  const view = { start: { line: Math.max(0, start.line - inView), character: 0 }, end: { line: start.line + inView, character: 0 } };
  let version = 1;
  let tokens = (await server.request('textDocument/semanticTokens/full', { textDocument: { uri } }) as Tokens | null)?.resultId;
  const run = async (): Promise<void> => {
    version += 1;
    const textDocument = { uri };
    const published = server.published(version);
    server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text: String(version % 10) }] });
    const [coloured] = await Promise.all([
      tokens === undefined ? server.request('textDocument/semanticTokens/full', { textDocument })
        : server.request('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: tokens }),
      server.request('textDocument/semanticTokens/range', { textDocument, range: view }),
      server.request('textDocument/documentSymbol', { textDocument }),
      server.request('textDocument/foldingRange', { textDocument }),
      server.request('textDocument/codeLens', { textDocument }),
      server.request('textDocument/inlayHint', { textDocument, range: view }),
      server.request('textDocument/documentLink', { textDocument }),
      server.request('textDocument/documentHighlight', { textDocument, position: start }),
      server.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [], triggerKind: 2 } }),
      server.request('disclosureReport/states', textDocument),
      published,
    ]);
    tokens = (coloured as Tokens | null)?.resultId ?? tokens;
  };
  const timings = await measureInTurns([{ subject: time, run }], effort);
  const before = server.received;
  await run();
  const kilobytes = (server.received - before) / 1_000;
  await server.end();
  return found('asked', document, new Map([...timings, [size, amountOf(kilobytes)]]));
}

interface Tokens { readonly resultId?: string }
