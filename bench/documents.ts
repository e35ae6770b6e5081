import { randomReport, withFigures, type ReportSource } from '../test/support/source.ts';
import { noDamage } from '../test/support/damage.ts';
import { seeded } from '../test/support/random.ts';
import { pipe } from '../test/support/layouts/pipe.ts';
import { word } from '../test/support/layouts/word.ts';
import type { Layout } from '../test/support/layouts/layout.ts';

export type LayoutName = 'Markdown' | 'Word';
export type State = 'clean' | 'flawed';

/** A text of one or many reports, and the cell in its middle that is edited. */
export interface BenchDocument {
  readonly layout: LayoutName;
  readonly state: State;
  /** How many reports stand in it. */
  readonly size: number;
  readonly text: string;
  /** Offset of the last digit of a figure of （七）总计 in the report in the middle. */
  readonly at: number;
}

const layouts: Readonly<Record<LayoutName, Layout>> = { Markdown: pipe, Word: word };
const edited = 'requests.resultsTotal.naturalPerson';

/** `first` is the number of its first report; each number gives another one. */
export function createDocument(layout: LayoutName, state: State, size: number, first = 0): BenchDocument {
  let text = '';
  let at = 0;
  for (let index = 0; index < size; index += 1) {
    const laidOut = layouts[layout].lay(createReport(first + index, state), noDamage);
    if (index === size >> 1) {
      at = text.length + (laidOut.expected.get(edited)?.end ?? 0) - 1;
    }
    text += `${laidOut.text}\n\n`;
  }
  return { layout, state, size, text, at };
}

export const layoutNames: readonly LayoutName[] = ['Markdown', 'Word'];
export const states: readonly State[] = ['clean', 'flawed'];
const sizes = [1, 10, 100];

/** One, ten and a hundred reports, with and without a mistake, in both layouts. */
export function allDocuments(): BenchDocument[] {
  return layoutNames.flatMap((layout) => states.flatMap((state) => sizes.map((size) => createDocument(layout, state, size))));
}

/** A text of one report; each number gives another one, of an organ of its own, since reports of one organ would be compared. */
export function createText(layout: LayoutName, state: State, number: number): string {
  const report = createReport(number, state);
  const { text } = layouts[layout].lay(report, noDamage);
  return text.replaceAll(report.organ, placeName(number) + report.organ.slice(placeLength));
}

/** The organs of the generator begin with the name of a place so long. */
const placeLength = 2;
const syllables = ['云松柏岚澄溪碧枫霁晴', '川屿泽澜坪岭渡洲汀原', '东南西北中上下前后新'].map((text) => [...text]);

function placeName(number: number): string {
  return syllables.map((some, at) => some[Math.floor(number / some.length ** at) % some.length]).join('');
}

/** A balanced report of one organ, or the same with one figure of section 三 that is off by some. */
function createReport(number: number, state: State): ReportSource {
  const random = seeded(number + 1);
  const report = randomReport('2021', random);
  if (state === 'clean') {
    return report;
  }
  const details = [...report.figures].filter(([id]) => /^requests\.(?:granted|denied|unavailable)\b.*(?<!total)$/u.test(id));
  const [id, value] = random.pick(details);
  return withFigures(report, new Map([[id, Number(value) + random.integer(1, 9)]]));
}

/** The name under which documents are opened. */
export const uri = 'file:///bench/report.md';

interface Position {
  readonly line: number;
  readonly character: number;
}

/** The digit that is typed over. */
export function editedIn({ text, at }: BenchDocument): { readonly start: Position; readonly end: Position } {
  const start = positionOf(text, at);
  return { start, end: { line: start.line, character: start.character + 1 } };
}

/** Where an offset stands, as editors say it. */
function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
