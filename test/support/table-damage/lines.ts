import type { Span } from '../marked-text.ts';
import type { Random } from '../random.ts';
import type { Sheet } from '../sheet.ts';
import { replaced, stretchesOf, type Stretch } from './stretches.ts';
import { aimAtRow, within } from './targets.ts';
import type { DamageKind } from './table-damage.ts';

/** Lines of a table that ran together, were cut, or have something between them that is no row. */
export const lineDamages: readonly DamageKind[] = [
  between('two rows on one line', (gap, random) => joinedRows(gap, random.pick([' ', '  ', '    ', '\t'])), ['not-a-number']),
  between("a row's end lost", (gap) => joinedRows(gap, ''), ['not-a-number']),
  inside('a row cut in two lines', (gap, random) => cutRow(gap, random)),
  inside('an empty line within a row', (gap) => (isMarkup(gap) ? gap : gap.replace(/\n|(?<=[^\n])$/, (end) => (end === '' ? '\n\n' : '\n\n')))),
  everywhere('empty lines between all rows', (gap) => (isMarkup(gap) ? gap : gap.replace('\n', '\n\n'))),
  between('an empty line between two rows', (gap, random) => (isMarkup(gap) ? gap : gap.replace('\n', random.pick(['\n\n', '\n\n\n', '\n \n', '\n\u3000\n'])))),
  between('a page number between two rows', (gap, random) => withLine(gap, random.pick(['- 3 -', '—3—', '第 3 页 共 8 页', '3/8', 'Page 3', ' 3 '])), ['not-a-number']),
  between('a form feed and a page number between two rows', (gap, random) => withLine(gap, random.pick(['\n- 3 -\n\n\f', '\n3\n\f', '\f', '\n   — 3 —\n\f']))),
  between('the head of a page between two rows', (gap, random, { report }) => withLine(gap, random.pick([
    report.title, `${report.organ}文件`, `${report.organ} 政府信息公开年报 3`, `${report.year}年年报`,
  ])), ['not-a-number']),
  between('a note between two rows', (gap, random) => withLine(gap, random.pick([
    '注：本表数据含简易程序12件。', '*含上年结转1件', '说明：数据截至12月31日。', '备注：上年为5件', '① 含网上申请3件。', '续表', '（续上表）', '（接上页）',
  ])), ['not-a-number']),
  {
    name: 'the label glued to its figure',
    aim: (report, random) => {
      const target = aimAtRow(report, random, ['proactive', 'requests']);
      const by = random.pick(['', '', ' ', '  ']);
      return {
        touches: target.touches,
        text: (marked, table, sheet) => {
          const own = stretchesOf(marked, sheet).find(({ row }) => table === target.table && target.is(row));
          const before = own === undefined ? '' : marked.slice(0, own.start);
          const label = before.replace(/(?:<[^>]*>|[\s|,│，])+$/u, '');
          return own === undefined || !/[\u4e00-\u9fff）)]$/u.test(label) ? marked : label + by + marked.slice(own.start);
        },
      };
    },
  },
  {
    name: 'the figures of a row in the line above its label',
    aim: (report, random) => {
      const target = aimAtRow(report, random, ['proactive', 'requests']);
      return {
        touches: within(target.table),
        text: (marked, table, sheet) => {
          const own = isMarkup(marked) || /[|│]/u.test(marked) ? undefined : stretchesOf(marked, sheet).find(({ row }) => table === target.table && target.is(row));
          const start = own === undefined ? 0 : marked.lastIndexOf('\n', own.start) + 1;
          const label = own === undefined ? '' : marked.slice(start, own.start);
          return own === undefined || label.trim() === '' || /[\ue000-\ue7ff]/u.test(label) ? marked
            : `${marked.slice(0, start)}${marked.slice(own.start, own.end)}\n${label.trimEnd()}${marked.slice(own.end)}`;
        },
      };
    },
  },
  ofTable('a line lost', (marked, random) => withoutLine(marked, random), ['not-a-number', 'missing-row', 'missing-column', 'missing-table', 'blank-cell', 'duplicate-row']),
  ofTable('tabs turned into single spaces', (marked) => marked.replaceAll('\t', ' ')),
  ofTable('tabs turned into several spaces', (marked, random) => marked.replace(/\t/g, () => ' '.repeat(random.integer(1, 8)))),
  ofTable('runs of spaces turned into tabs', (marked) => (isMarkup(marked) || marked.includes('|') ? marked : marked.replace(/ {2,}|\u3000+/g, '\t'))),
  ofTable('single spaces turned into tabs', (marked) => (isMarkup(marked) || marked.includes('|') ? marked : marked.replace(/[ \u3000]+/g, '\t'))),
  ofTable('all lines in one', (marked) => (isMarkup(marked) ? marked : marked.replace(/[^\S\n]*\n\s*/g, ' ')), ['not-a-number']),
  ofTable('all lines wrapped anew', (marked, random) => (isMarkup(marked) ? marked : wrapped(marked, random.pick([40, 60, 80, 120])))),
  ofTable('two lines of a table in one, throughout', (marked) => (isMarkup(marked) ? marked : pairs(marked, '   ')), ['not-a-number']),
  ofTable('spaces at the ends of lines', (marked, random) => marked.replace(/\n/g, () => `${random.pick(['', ' ', '  ', '\t', '\u3000'])}\n`)),
  ofTable('all white space lost', (marked) => (isMarkup(marked) ? marked : marked.replace(/[^\S\n]+/g, ''))),
];

/** The text without one of the lines from its first figure to its last. */
function withoutLine(marked: string, random: Random): string {
  const lines = marked.split('\n');
  const first = lines.findIndex((line) => /[\ue000-\ue7ff]/u.test(line));
  const last = lines.findLastIndex((line) => /[\ue000-\ue7ff]/u.test(line));
  return first < 0 ? marked : lines.toSpliced(random.integer(first, last), 1).join('\n');
}

function isMarkup(text: string): boolean {
  return /<\/?(?:t[drh]|p|span|table)\b/i.test(text);
}

type GapChange = (gap: string, random: Random, sheet: Sheet) => string;

/** A change to what stands between the last figure of one row and the first of the next. */
function between(name: string, change: GapChange, allowed: readonly string[] = []): DamageKind {
  return {
    name,
    aim: (report, random) => {
      const target = aimAtRow(report, random, ['proactive', 'requests']);
      const { table } = target;
      return {
        touches: within(table),
        allowed,
        text: (marked, name, sheet) => {
          const stretches = stretchesOf(marked, sheet);
          const at = stretches.findIndex(({ row }) => target.is(row));
          const gap = gapBehind(stretches, at === stretches.length - 1 ? at - 1 : at);
          return name !== table || gap === undefined ? marked : replaced(marked, gap, change(marked.slice(gap.start, gap.end), random, sheet));
        },
      };
    },
  };
}

/** The same change between all rows of a table. */
function everywhere(name: string, change: GapChange): DamageKind {
  return {
    name,
    aim: (report, random) => {
      const { table } = aimAtRow(report, random, ['proactive', 'requests']);
      return {
        touches: within(table),
        text: (marked, name, sheet) => {
          const stretches = name === table ? stretchesOf(marked, sheet) : [];
          return stretches.reduceRight((text, _, at) => {
            const gap = gapBehind(stretches, at);
            return gap === undefined ? text : replaced(text, gap, change(text.slice(gap.start, gap.end), random, sheet));
          }, marked);
        },
      };
    },
  };
}

function gapBehind(stretches: readonly Stretch[], at: number): Span | undefined {
  const [one, next] = [stretches[at], stretches[at + 1]];
  return one === undefined || next === undefined ? undefined : { start: one.end, end: next.start };
}

/** A change to what stands between two figures of a row. */
function inside(name: string, change: GapChange): DamageKind {
  return {
    name,
    aim: (report, random) => {
      const target = aimAtRow(report, random);
      const share = random.next();
      return {
        touches: target.touches,
        text: (marked, table, sheet) => {
          const own = stretchesOf(marked, sheet).find(({ row }) => table === target.table && (table === 'review' || target.is(row)));
          const at = Math.floor(share * ((own?.figures.length ?? 0) - 1));
          const [one, next] = [own?.figures[at], own?.figures[at + 1]];
          if (one === undefined || next === undefined) {
            return marked;
          }
          const gap = { start: one.end, end: next.start };
          return replaced(marked, gap, change(marked.slice(gap.start, gap.end), random, sheet));
        },
      };
    },
  };
}

function ofTable(name: string, change: (marked: string, random: Random) => string, allowed: readonly string[] = []): DamageKind {
  return {
    name,
    aim: (report, random) => {
      const target = aimAtRow(report, random).table;
      return { touches: within(target), allowed, text: (marked, table) => (table === target ? change(marked, random) : marked) };
    },
  };
}

function joinedRows(gap: string, by: string): string {
  return /<\/?tr/i.test(gap) ? gap.replace(/(?:<\/tr\s*>)?\s*<tr[^>]*>/i, '') : gap.replace('\n', by);
}

function cutRow(gap: string, random: Random): string {
  if (isMarkup(gap)) {
    return gap.replace(/<(td|th)\b(?![^]*<(?:td|th)\b)/i, (start) => `</tr><tr>${start}`);
  }
  return gap.includes('\n') ? gap.replace('\n', '\n\n') : random.chance(0.5) ? `\n${gap.trimStart()}` : `${gap.trimEnd()}\n`;
}

function withLine(gap: string, line: string): string {
  return isMarkup(gap) ? gap.replace(/<tr\b/i, (start) => `<tr><td colspan="4">${line.trim()}</td></tr>${start}`) : gap.replace('\n', `\n${line}\n`);
}

function wrapped(marked: string, width: number): string {
  let line = '';
  const lines: string[] = [];
  for (const word of marked.split(/\s+/).filter((piece) => piece !== '')) {
    if (line !== '' && line.length + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

function pairs(marked: string, by: string): string {
  const lines = marked.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line, at) => (at % 2 === 0 ? [lines[at + 1] === undefined ? line : `${line}${by}${lines[at + 1]}`] : [])).join('\n');
}
