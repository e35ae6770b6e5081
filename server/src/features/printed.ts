import type { Diagnosis } from '../diagnosis.ts';
import { sectionName } from '../forms/form.ts';
import { isOfTitle, tableOf } from '../model/parts.ts';
import { startOf } from '../model/places.ts';
import type { BoundTable, Report } from '../model/report.ts';
import type { PrintedCell } from '../model/writing/grid.ts';
import { paragraphsOf, plain, plainLine } from '../model/writing/paragraphs.ts';
import { filledGrid } from '../model/writing/table.ts';
import type { PlainCell, PrintedBlock, PrintedReport, PrintedTable } from '../types/printed.ts';
import { numeral } from '../syntax/numerals.ts';
import { isPageFurniture } from '../syntax/page-furniture.ts';
import type { Node, Table } from '../syntax/tree.ts';

/** The reports of a document as they are printed: their own texts, and the tables of the form with the figures as they were read. */
export function printedReports({ document }: Diagnosis): PrintedReport[] {
  return document.reports.map(printed);
}

function printed(report: Report): PrintedReport {
  const name = report.title?.text ?? '';
  const isOfForm = new Map([...report.tables.values()].map((table) => [table, isReadWhole(table)]));
  const blocks = contentOf(report).flatMap((node): PrintedBlock[] => {
    if (node.kind !== 'table') {
      return textBlocks(node);
    }
    const bound = tableOf(report, node);
    if (bound === undefined || !isOfForm.get(bound)) {
      return [{ kind: 'table', table: asItStands(node) }];
    }
    return bound.parts[0] === node ? [{ kind: 'table', table: asPrinted(bound) }] : [];
  });
  return {
    name,
    blocks: [...name === '' ? [] : [{ kind: 'title' as const, text: name }], ...blocks],
    leftOut: beginningOf(frameOf(report)),
    asWritten: [...isOfForm].filter(([, isWhole]) => !isWhole).map(([table]) => sectionTitle(report, table)),
  };
}

/** What stands before the title is the frame of a page, and no part of the report. */
function frameOf(report: Report): Node[] {
  const { title } = report;
  return title === undefined ? [] : report.nodes.filter((node) => startOf(node) < startOf(title.place) && !isOfTitle(report, node));
}

function contentOf(report: Report): Node[] {
  const frame = new Set(frameOf(report));
  return report.nodes.filter((node) => !frame.has(node) && !isOfTitle(report, node));
}

/** The first words of a text, tables aside. */
function beginningOf(nodes: readonly Node[]): string {
  const first = nodes.flatMap((node) => (node.kind === 'table' ? [] : textBlocks(node))).find((block) => 'text' in block && block.text.trim() !== '');
  const words = [...(first !== undefined && 'text' in first ? first.text.trim() : '')];
  return words.length > mostWords ? `${words.slice(0, mostWords).join('')}…` : words.join('');
}

const mostWords = 20;

function sectionTitle(report: Report, { id, form }: BoundTable): string {
  const section = report.form?.data.sections.find(({ table }) => table === id);
  return section ? sectionName(section) : form.data.title;
}

function textBlocks(node: Exclude<Node, Table>): PrintedBlock[] {
  if (node.kind === 'heading') {
    const text = withoutLinks(plainLine(node.text));
    const isHeading = node.level === 'marked' || headingNumber.test(text);
    return [{ kind: node.level === 'section' ? 'section' : isHeading ? 'heading' : 'paragraph', text }];
  }
  const text = plain(node.text);
  return isPageFurniture(text) ? []
    : paragraphsOf(text).flatMap((paragraph) => paragraph.split(listItem)).map((paragraph) => ({ kind: 'paragraph', text: inOneLine(paragraph) }));
}

/** The second level of headings in official documents. */
const headingNumber = new RegExp(String.raw`^（${numeral}）`, 'u');

/** The line end before an entry of a list. */
const listItem = /\n(?=[-*+•·] )/u;

/** White space between words of Latin letters parts them; between Chinese characters a line end is none. */
function inOneLine(paragraph: string): string {
  return withoutLinks(paragraph).replace(/^(?:[-*+•·] |[\u3000\s]+)/u, '').replace(/([\w,.;:])\n(?=\w)/gu, '$1 ').replaceAll('\n', '');
}

/** The words of links and pictures, without their addresses. */
function withoutLinks(text: string): string {
  return text.replace(/!?\[([^[\]]*)\]\([^()\s]*\)/gu, '$1');
}

/** Whether all that stands in the table is read for certain, so that the form's table holds no less than the text's. */
function isReadWhole({ unreadable, unboundRows, missingRows, missingColumns, foreignBlocks, mixedWith, hasFiguresBeside, figures, rows }: BoundTable): boolean {
  return unreadable === undefined && mixedWith === undefined && !hasFiguresBeside
    && [unboundRows, missingRows, missingColumns, foreignBlocks].every(({ length }) => length === 0)
    && figures.every((figure) => figure !== undefined)
    && rows.every(({ wrongCount, merged }) => wrongCount === undefined && !merged);
}

/** The form's table with the figures as they are written, and with the labels of rows that are written otherwise. */
function asPrinted({ form, figures, rows }: BoundTable): PrintedTable {
  const grid = filledGrid(form, figures.map((figure) => figure?.text.trim() ?? ''));
  const altered = rows.filter((row) => row.altered);
  if (altered.length === 0) {
    return grid;
  }
  const firstFigures = new Map(grid.cells.filter(({ kind }) => kind === 'figure').toReversed().map(({ row, column }) => [row, column]));
  const lines = [...firstFigures.keys()].sort((one, other) => one - other);
  const labels = new Map(altered.map(({ definition, labelText }) => [lines[definition.index], labelText.trim()]));
  const written = (cell: PrintedCell): PrintedCell => {
    const text = cell.kind === 'label' && cell.column + cell.columnSpan === firstFigures.get(cell.row) ? labels.get(cell.row) : undefined;
    return text === undefined ? cell : { ...cell, text };
  };
  return { ...grid, cells: grid.cells.map(written) };
}

/** A table cell by cell, merged as it is in the text. */
function asItStands({ rows }: Table): PrintedTable {
  const cells: PlainCell[] = [];
  const taken = new Set<string>();
  rows.forEach((row, at) => {
    let next = 0;
    for (const { text, column, merged } of row.cells) {
      let first = Math.max(column, next);
      while (taken.has(`${at},${first}`)) {
        first += 1;
      }
      const { rows: rowSpan, columns: columnSpan } = merged ?? { rows: 1, columns: 1 };
      const height = Math.min(rowSpan, rows.length - at);
      cells.push({ kind: 'cell', row: at, column: first, rowSpan: height, columnSpan, text: plainLine(text) });
      occupy(taken, { row: at, column: first, rowSpan: height, columnSpan });
      next = first + columnSpan;
    }
  });
  return filledUp({ width: Math.max(1, ...cells.map(({ column, columnSpan }) => column + columnSpan)), height: rows.length, cells }, taken);
}

function occupy(taken: Set<string>, { row, column, rowSpan, columnSpan }: Pick<PlainCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>): void {
  for (let down = row; down < row + rowSpan; down += 1) {
    for (let across = column; across < column + columnSpan; across += 1) {
      taken.add(`${down},${across}`);
    }
  }
}

/** Rows that are shorter than others get blank cells at their ends. */
function filledUp({ width, height, cells }: PrintedTable, taken: ReadonlySet<string>): PrintedTable {
  const blanks: PlainCell[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (!taken.has(`${row},${column}`)) {
        blanks.push({ kind: 'cell', row, column, rowSpan: 1, columnSpan: 1, text: '' });
      }
    }
  }
  return { width, height, cells: [...cells, ...blanks].sort((one, other) => one.row - other.row || one.column - other.column) };
}
