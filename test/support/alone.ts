import type { TableName } from './grid.ts';
import type { ExpectedFigure, LaidOut } from './layouts/index.ts';
import type { FigureSpan } from './marked-text.ts';

/** The titles that stand before and behind each table, without numerals, as the forms have them. */
const around: Readonly<Record<TableName, readonly [before: string, behind: string]>> = {
  proactive: ['主动公开政府信息情况', '收到和处理政府信息公开申请情况'],
  requests: ['收到和处理政府信息公开申请情况', '政府信息公开行政复议'],
  review: ['行政诉讼情况', '存在的主要问题及改进情况'],
};

/** No title of a section stands in the title of a report. */
const longestTitle = 25;

/** One table of a report by itself, as a copied page or a file of one sheet has it; undefined where no line ends part it from its titles. */
export function tableAlone(laidOut: LaidOut, table: TableName): LaidOut | undefined {
  const lines = laidOut.text.replaceAll('\r', '\n');
  const [before, behind] = around[table];
  const title = lines.indexOf(before, longestTitle);
  const next = lines.indexOf(behind, title + before.length);
  const start = lines.indexOf('\n', title) + 1;
  const end = lines.lastIndexOf('\n', next);
  if (laidOut.language === 'html' || title < 0 || next < 0 || start === 0 || end <= start) {
    return undefined;
  }
  const moved = (span: FigureSpan): FigureSpan =>
    ({ start: span.start - start, end: span.end - start, digits: { start: span.digits.start - start, end: span.digits.end - start } });
  const own = (figures: ReadonlyMap<string, ExpectedFigure>): Map<string, ExpectedFigure> =>
    new Map([...figures].filter(([id]) => id.startsWith(`${table}.`)).map(([id, figure]) => {
      const places = figure.places.map(moved);
      return [id, { ...figure, places, start: places[0]?.start, end: places[0]?.end }];
    }));
  return { ...laidOut, text: `${laidOut.text.slice(start, end)}\n`, expected: own(laidOut.expected), uncertain: own(laidOut.uncertain) };
}
