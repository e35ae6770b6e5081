import { gridOf, slotsOf, type Slot, type TableName } from '../grid.ts';
import type { Sheet } from '../sheet.ts';
import { pageNumber, textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';

/** How the rows of a pipe table are written. */
interface PipeStyle {
  readonly outer: boolean;
  readonly delimiter: 'afterFirst' | 'afterHeader' | 'none';
  /** What stands in the places that a merged cell covers. */
  readonly merged: 'blank' | 'repeated' | 'dropped';
  readonly trailingCells: number;
  readonly padded: boolean;
  readonly lines: 'row' | 'cellBefore' | 'cellAfter';
  /** The table is cut in two; the second part has so many columns more. */
  readonly split: -1 | 0 | 1 | undefined;
}

export const plainPipes: PipeStyle = {
  outer: true, delimiter: 'afterFirst', merged: 'blank', trailingCells: 0, padded: true, lines: 'row', split: undefined,
};

/** Markdown pipe tables in every variant. */
export const pipe: Layout = textLayout('pipe', () => ({ language: 'markdown' }), (sheet) => pipeWriter(stylesFor(sheet)));

/** Pipe tables broken so that each cell stands on a line of its own. */
export const pipeCells: Layout = textLayout('pipe, one cell a line', () => ({ language: 'markdown' }), ({ random }) =>
  pipeWriter({ ...plainPipes, lines: random.pick(['cellBefore', 'cellAfter']), delimiter: random.pick(['afterFirst', 'none']) }));

/** Pipe tables cut by a page break, with a column more or less after it. */
export const pipeSplit: Layout = textLayout('pipe, split by a page break', () => ({ language: 'markdown' }), (sheet) =>
  pipeWriter({ ...stylesFor(sheet), outer: true, split: sheet.random.pick([-1, 0, 1] as const) }));

function stylesFor({ random, damage }: Sheet): PipeStyle {
  const outer = damage.blanks > 0 || random.chance(0.7);
  return {
    outer,
    delimiter: random.pick(['afterFirst', 'afterFirst', 'afterHeader', 'none']),
    merged: random.pick(['blank', 'repeated', 'dropped']),
    trailingCells: damage.blanks === 0 && outer ? random.pick([0, 0, 1, 3]) : 0,
    padded: random.chance(0.6),
    lines: 'row',
    split: undefined,
  };
}

export function pipeWriter(style: PipeStyle): TableWriter {
  return {
    name: 'pipe',
    keepsBlanks: style.merged !== 'dropped',
    endsWithEmptyLine: true,
    write: (sheet, table) => writePipes(sheet, table, style),
  };
}

function writePipes(sheet: Sheet, table: TableName, style: PipeStyle): string {
  const grid = gridOf(sheet, table, 'delimited');
  const rows = slotsOf(grid).map((slots) => cellsOf(sheet, slots, style));
  if (style.split === undefined || rows.length < grid.headerRows + 4) {
    return tableOfRows(rows, style, grid.headerRows);
  }
  const at = sheet.random.integer(grid.headerRows + 2, rows.length - 2);
  const head = sheet.damage.repeatedHeads && table === 'requests' ? rows.slice(0, grid.headerRows) : [];
  const second = reshape([...head, ...rows.slice(at)], style.split, sheet);
  const foot = sheet.damage.pageBreaks ? `${pageNumber(sheet)}\n\n` : '';
  const delimiter = sheet.random.pick(['afterFirst', 'none'] as const);
  return `${tableOfRows(rows.slice(0, at), style, grid.headerRows)}\n\n${foot}${
    tableOfRows(second, { ...style, delimiter }, grid.headerRows)}`;
}

/** The texts of one row of the table, figures and labels padded as the damage wants. */
function cellsOf(sheet: Sheet, slots: readonly Slot[], style: Pick<PipeStyle, 'merged' | 'trailingCells'>): string[] {
  const cells: string[] = [];
  const drop = style.merged === 'dropped' && sheet.random.chance(0.6);
  slots.forEach((slot) => {
    const covered = slot?.covered ?? false;
    if (slot === undefined || (covered === 'across' && drop)) {
      return;
    }
    const text = covered !== false && style.merged !== 'repeated' ? '' : slot.cell.text;
    cells.push(pad(markedUp(text.replaceAll('\n', '<br>'), slot, sheet), slot, sheet));
  });
  return [...cells, ...Array<string>(style.trailingCells).fill('')];
}

/** The text as a converter to Markdown writes it: marks escaped, totals and labels in bold. */
function markedUp(text: string, { cell }: NonNullable<Slot>, { damage, random }: Sheet): string {
  if (!damage.markup) {
    return text;
  }
  if (text === '') {
    return cell.role === 'figure' && random.chance(0.5) ? '&nbsp;' : text;
  }
  const escaped = text.replace(/^(\d)\./, '$1\\.').replace(/\uf000([-+])/, '\\$&');
  return random.chance(0.2) && !escaped.includes('<br>') ? `**${escaped}**` : escaped;
}

function pad(text: string, slot: NonNullable<Slot>, { damage, random }: Sheet): string {
  if (slot.cell.role !== 'figure' || damage.spaces === '') {
    return text;
  }
  return random.pick([`${damage.spaces}${text}`, `${text}${damage.spaces}`, text]);
}

/** A second part whose grid has another width: a column of its own, or one of the label columns gone. */
function reshape(rows: readonly string[][], columns: -1 | 0 | 1, { random }: Sheet): string[][] {
  if (columns === 1) {
    const front = random.chance(0.6);
    return rows.map((row) => (front ? ['', ...row] : [...row.slice(0, 2), '', ...row.slice(2)]));
  }
  const spare = columns === -1 && rows.every((row) => row[0] === '' && row.some((cell) => cell !== ''));
  return spare ? rows.map((row) => row.slice(1)) : [...rows];
}

function tableOfRows(rows: readonly string[][], style: PipeStyle, headerRows: number): string {
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) => line(row, style));
  const at = style.delimiter === 'afterFirst' ? 1 : headerRows;
  if (style.delimiter !== 'none') {
    lines.splice(at, 0, line(Array<string>(width).fill(style.padded ? '---' : ':-:'), { ...style, lines: 'row' }));
  }
  return lines.join('\n');
}

function line(cells: readonly string[], style: PipeStyle): string {
  const texts = style.padded ? cells.map((cell) => ` ${cell} `) : cells;
  if (style.lines === 'cellBefore') {
    return `${texts.map((text) => `|${text}`).join('\n')}\n|`;
  }
  if (style.lines === 'cellAfter') {
    return `|${texts.map((text) => `${text}|`).join('\n')}`;
  }
  return style.outer ? `|${texts.join('|')}|` : texts.join('|').trimStart();
}
