import { escapeMarkdown, lineBreak } from '../markdown.ts';
import { refusedAll, type OfficeReading } from '../office-text.ts';
import { placesIn, TextBuilder } from '../text-builder.ts';
import { flowOf } from './flow.ts';
import { withoutFurniture } from './furniture.ts';
import { linesOf, withoutDoubles, type Line } from './lines.ts';
import { withNotes } from './notes.ts';
import type { Glyph, PdfPage } from './page.ts';
import { ruledAreas, type RuledArea } from './rules.ts';
import { isWithin, mayBeOneNumber, readRuledTable } from './ruled-table.ts';
import { withStrikes } from './struck.ts';
import { continued, onPage, rowsOf, type Rows, type WholeTable } from './tables.ts';

/** A piece of a page in the order of reading. */
type Item =
  | { readonly kind: 'table'; readonly table: WholeTable }
  | { readonly kind: 'text'; readonly text: string; readonly page: number };

/** So many glyphs are a text; fewer are the stamp on a scan. */
const fewest = 20;

/** What the pages say, by where it is printed: tables between rules, all else as lines. */
export function readPages(pages: readonly PdfPage[]): OfficeReading {
  if (pages.reduce((sum, { glyphs }) => sum + glyphs.length, 0) < fewest) {
    return { unread: 'scan' };
  }
  const parts = pages.map((page, index) => partsOf(page, index + 1));
  const lines = withoutFurniture(parts.map(({ lines: own, items }) => ({
    lines: own,
    top: Math.min(Infinity, ...items.map(({ top }) => top)),
    bottom: Math.max(0, ...items.map(({ bottom }) => bottom)),
  })));
  const builder = new TextBuilder<undefined>();
  for (const item of joined(parts.map(({ items }, index) => inOrder(items, lines[index] ?? [], index + 1)))) {
    const rows = item.kind === 'table' ? rowsOf(item.table) : undefined;
    if (rows !== undefined) {
      writeTable(builder, rows);
    } else if (item.kind === 'text') {
      builder.paragraph(item.text, { kind: 'page', page: item.page }, undefined);
    } else {
      // Two cells at one place: which is which cannot be told.
      builder.paragraph(escapeMarkdown(item.table.cells.map(({ text }) => text).join('')), { kind: 'page', page: item.table.cells[0]?.page ?? 1 }, undefined);
    }
  }
  const { text, regions } = builder;
  return {
    source: 'pdf',
    text,
    readOnly: 'fixed-format',
    ...placesIn(regions),
    apply: (edits) => refusedAll(edits, 'fixed-format'),
  };
}

type PageItem = Item & { readonly top: number; readonly bottom: number };

/** The tables of a page, and the lines that stand outside them. */
function partsOf(printed: PdfPage, number: number): { items: PageItem[]; lines: Line[] } {
  const page = withStrikes(withNotes({ ...printed, glyphs: withoutDoubles(printed.glyphs) }));
  const areas = ruledAreas(page.rules).filter((area) => !isFrame(area)).sort((one, other) => sizeOf(one) - sizeOf(other));
  const inside = new Map<RuledArea, Glyph[]>(areas.map((area) => [area, []]));
  const outside = page.glyphs.filter((glyph) => {
    const area = areas.find((each) => isWithin(glyph, each));
    inside.get(area as RuledArea)?.push(glyph);
    return area === undefined;
  });
  const items = [...inside].filter(([, glyphs]) => glyphs.length > 0).map(([area, glyphs]): PageItem => {
    const table = reachesOut(area, glyphs, outside) ? undefined : readRuledTable(area, glyphs);
    const { top, bottom } = area;
    // What cannot be told apart is written so that nothing is read in it.
    return table === undefined ? { kind: 'text', top, bottom, page: number, text: escapeMarkdown(glyphs.map(({ text }) => text).join('')) }
      : { kind: 'table', top, bottom, table: onPage(table, number) };
  });
  return { items, lines: linesOf(outside) };
}

/** Whether what may be one number stands partly in a table and partly beside it, where the page's edge or another cell cuts the table off. */
function reachesOut(area: RuledArea, inside: readonly Glyph[], outside: readonly Glyph[]): boolean {
  const own = new Set(inside);
  const beside = outside.filter((glyph) => glyph.bottom > area.top && glyph.top < area.bottom
    && glyph.left < area.right + glyph.size && glyph.right > area.left - glyph.size);
  return beside.length > 0 && linesOf([...inside, ...beside]).some(({ glyphs }) => glyphs.some((glyph, index) => {
    const next = glyphs[index + 1];
    return next !== undefined && own.has(glyph) !== own.has(next) && mayBeOneNumber(glyph, next);
  }));
}

/** One box around a page or a paragraph is no table. */
function isFrame({ across, down }: RuledArea): boolean {
  return across.length <= 2 && down.length <= 2;
}

function sizeOf({ left, right, top, bottom }: RuledArea): number {
  return (right - left) * (bottom - top);
}

/** Tables and the lines between them, from top to bottom. */
function inOrder(items: readonly PageItem[], lines: readonly Line[], page: number): Item[] {
  const sorted = [...items].sort((one, other) => one.top - other.top);
  const result: Item[] = [];
  let rest = lines;
  const write = (some: readonly Line[]): void => {
    result.push(...(some.length === 0 ? [] : flowOf(some)).map(({ text }): Item => ({ kind: 'text', page, text: text.split('\n').map((line) => escapeMarkdown(line)).join('\n') })));
  };
  for (const item of sorted) {
    write(rest.filter(({ baseline }) => baseline < item.top));
    rest = rest.filter(({ baseline }) => baseline >= item.top);
    result.push(item);
  }
  write(rest);
  return result;
}

/** All pages, a table put together with what of it stands on the next one. */
function joined(pages: readonly (readonly Item[])[]): Item[] {
  const result: Item[] = [];
  for (const items of pages) {
    const [first] = items;
    const last = result.at(-1);
    const whole = first?.kind === 'table' && last?.kind === 'table' ? continued(last.table, first.table) : undefined;
    if (whole !== undefined && last?.kind === 'table') {
      result[result.length - 1] = { ...last, table: whole };
      result.push(...items.slice(1));
    } else {
      result.push(...items);
    }
  }
  return result;
}

function writeTable(builder: TextBuilder<undefined>, rows: Rows): void {
  builder.table(rows.map((row) => row.map((cell) => (cell === undefined ? undefined : {
    text: cell.text.split('\n').map((line) => escapeMarkdown(line)).join(lineBreak), place: { kind: 'page', page: cell.page } as const, origin: undefined,
  }))));
}
