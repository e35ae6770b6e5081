import { createReportService } from '../../server/src/service.ts';
import { createText, layoutNames, states, type LayoutName, type State } from '../documents.ts';
import { found, inMilliseconds, medianOf, nameOf, ours, type Measurement, type Part } from '../part.ts';
import { loadMarkdownIt, loadMarkdownLezer } from '../peers.ts';
import { measureInTurns, type Effort, type Runner } from '../statistics.ts';

const thorough: Effort = { warmUp: 1_500, rounds: 25, runsPerRound: 40, pause: 0, budget: 8_000 };
const quick: Effort = { warmUp: 300, rounds: 8, runsPerRound: 20, pause: 0, budget: 2_500 };
/** So many texts take turns, so that none is known any more when it comes again. */
const texts = 300;
const markdownIt = 'markdown-it';

/** One report that was not seen before: read, bound and checked by ours, parsed by the others. */
export const fresh: Part = {
  name: 'fresh',
  title: 'A report that is read for the first time',
  quantity: inMilliseconds,
  unit: 'reports',
  async measure({ isQuick }) {
    const measured: Measurement[] = [];
    for (const layout of layoutNames) {
      for (const state of states) {
        const timings = await measureInTurns(runnersFor(layout, state), isQuick ? quick : thorough);
        measured.push(found('fresh', { layout, state, size: 1 }, timings));
      }
    }
    return measured;
  },
  targets: (measured) => [{
    name: 'A report read and checked, against the parse of the same report in Markdown by markdown-it',
    reached: measured.map((one) => {
      const inMarkdown = measured.find(({ layout, state }) => layout === 'Markdown' && state === one.state) ?? one;
      return { what: nameOf(one), ratio: medianOf(one, ours) / medianOf(inMarkdown, markdownIt), limit: 1 };
    }),
  }],
};

function runnersFor(layout: LayoutName, state: State): Runner[] {
  const all = Array.from({ length: texts }, (_, number) => createText(layout, state, number));
  const service = createReportService();
  const { parser } = loadMarkdownLezer();
  const markdown = loadMarkdownIt();
  const languageId = layout === 'Markdown' ? 'markdown' : 'plaintext';
  const inTurn = (read: (text: string, turn: number) => void): Runner['run'] => {
    let turn = 0;
    return () => {
      turn += 1;
      read(all[turn % texts] ?? '', turn);
    };
  };
  return [
    { subject: ours, run: inTurn((text, turn) => service.diagnostics(service.open(`file:///${turn}`, languageId, 1, text))) },
    { subject: markdownIt, run: inTurn((text) => markdown.parse(text, {})) },
    { subject: '@lezer/markdown', run: inTurn((text) => parser.parse(text)) },
  ];
}
