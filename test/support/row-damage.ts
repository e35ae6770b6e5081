import type { Random } from './random.ts';

/** How the cells of a table are parted. */
export type Delimiters = 'bars' | 'tabs' | 'commas' | 'word' | 'html';

/** A cell, as offsets in the text: all of it with its mark-up, what stands in it, and where the next one begins. */
interface TextCell {
  readonly open: number;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** A row of a table as a person sees it in the text. */
interface TextRow {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly TextCell[];
}

/** One thing that happened to a row. */
export interface RowDamage {
  readonly name: string;
  readonly text: string;
  /** The rows that it happened to. */
  readonly rows: readonly TextRow[];
}

const marks: Readonly<Record<Delimiters, string>> = { bars: '|', tabs: '\t', commas: ',', word: '\n\t', html: '</td><td>' };
const blanks: Readonly<Record<Delimiters, string>> = { bars: '  |', tabs: '\t', commas: ',', word: '\t\n', html: '<td></td>' };

/** The rows of all tables of a text. */
export function rowsOf(text: string, delimiters: Delimiters): TextRow[] {
  switch (delimiters) {
    case 'html': return htmlRows(text);
    case 'word': return wordRows(text);
    default: return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ index, 0: line }) => lineRow(text, index, index + line.length, marks[delimiters]));
  }
}

function lineRow(text: string, start: number, end: number, mark: string): TextRow[] {
  const line = text.slice(start, end);
  if ((/^[\s|:+=-]+$/.test(line) && line.includes('-')) || line.split(mark).length < 3) {
    return [];
  }
  const cells: TextCell[] = [];
  const hasBorder = mark === '|' && line.startsWith('|');
  for (let from = hasBorder ? start + 1 : start; from <= end;) {
    const at = text.indexOf(mark, text[from] === '"' ? text.indexOf('"', from + 1) : from);
    const to = at < 0 || at > end ? end : at;
    if (!hasBorder || from < end) {
      cells.push({ open: from, start: from, end: to, next: Math.min(end, to + 1) });
    }
    from = to + 1;
  }
  return [{ start, end, cells }];
}

/** Lines that begin with a tab; an empty line ends the row, another one goes on with its last cell. */
function wordRows(text: string): TextRow[] {
  const rows: TextCell[][] = [];
  let open: TextCell[] | undefined;
  for (const { index, 0: whole, 1: line = '' } of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    if (line.startsWith('\t')) {
      if (!open) {
        open = [];
        rows.push(open);
      }
      open.push({ open: index, start: index + 1, end: index + line.length, next: index + whole.length });
    } else if (line !== '' && open) {
      const last = open.pop();
      open.push({ open: last?.open ?? index, start: last?.start ?? index, end: index + line.length, next: index + whole.length });
    } else {
      open = undefined;
    }
  }
  return rows.map((cells) => ({ start: cells[0]?.open ?? 0, end: cells.at(-1)?.next ?? 0, cells }));
}

function htmlRows(text: string): TextRow[] {
  return [...text.matchAll(/<tr\b[^>]*>(?:(?!<\/?(?:tr|table)\b)[^])*/gi)].flatMap(({ index, 0: row }) => {
    const cells = [...row.matchAll(/<(t[dh])\b[^>]*>((?:(?!<\/?t(?:[dh]|body|head)\b)[^])*)(?:<\/\1>)?/gi)].map((match) => {
      const open = index + match.index;
      const start = open + match[0].indexOf('>') + 1;
      return { open, start, end: start + (match[2] ?? '').length, next: open + match[0].length };
    });
    return cells.length < 2 ? [] : [{ start: index, end: index + row.length, cells }];
  });
}

/** What may happen to a row, or to it and the next one: one of all that may. */
export function damagedRow(text: string, delimiters: Delimiters, row: TextRow, next: TextRow | undefined, random: Random): RowDamage {
  return random.pick([...cellDamages(text, delimiters, row, random), ...rowDamages(text, delimiters, row, next)]);
}

function cellDamages(text: string, delimiters: Delimiters, row: TextRow, random: Random): RowDamage[] {
  const mark = marks[delimiters];
  const isLine = mark.length === 1;
  return row.cells.flatMap((cell, at, cells) => {
    const own = text.slice(cell.start, cell.end);
    const isLast = at === cells.length - 1 && cell.next === cell.end;
    const before = cells[at - 1];
    const behind = cells[at + 1];
    const digits = /\d(?=\d)/.exec(own.replace(/<[^>]*>|&[^;]*;/g, (markup) => ' '.repeat(markup.length)));
    const cut = cell.start + (digits?.index ?? 0) + 1;
    return [
      change('lost', isLast && before && isLine ? before.end : cell.open, cell.next, ''),
      change('doubled', cell.open, cell.open, isLast && isLine ? own + mark : text.slice(cell.open, cell.next)),
      change('behind an empty one', cell.open, cell.open, blanks[delimiters]),
      change('blanked', cell.start, cell.end, isLine && own.length > 1 ? ' '.repeat(own.length) : ''),
      ...(digits ? [change('split', cut, cut, mark)] : []),
      ...(behind ? [change('in one with the next', cell.end, behind.start, random.pick(['', ' ']))] : []),
    ];

    function change(name: string, start: number, end: number, by: string): RowDamage {
      return { name: `cell ${at} ${name}`, text: text.slice(0, start) + by + text.slice(end), rows: [row] };
    }
  });
}

function rowDamages(text: string, delimiters: Delimiters, row: TextRow, next: TextRow | undefined): RowDamage[] {
  const { end = row.end } = row.cells.at(-1) ?? {};
  const changed = (name: string, start: number, stop: number, by: string, rows: readonly TextRow[]): RowDamage =>
    ({ name, text: text.slice(0, start) + by + text.slice(stop), rows });
  const mark = delimiters === 'bars' ? '| ' : marks[delimiters];
  const joint = delimiters === 'html' ? text.slice(next?.start ?? 0).indexOf('>') + 1 : 0;
  return [
    changed('a figure more at the end', end, end, `${mark}3`, [row]),
    changed('an empty cell more at the end', end, end, mark, [row]),
    ...(next && next.start - row.end < 12
      ? [changed('in one with the next row', row.end, next.start + joint, delimiters === 'tabs' ? '\t' : delimiters === 'commas' ? ',' : '', [row, next])]
      : []),
  ];
}
