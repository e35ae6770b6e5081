import type { RowDefinition } from '../../../server/src/forms/table.ts';
import type { Random } from '../random.ts';
import { aimAtRow, within, type Target } from './targets.ts';
import type { DamageKind, TableDamage } from './table-damage.ts';

/** Damage to the cells of figures in one row: lost, added, doubled, or run into one. */
export const cellDamages: readonly DamageKind[] = [
  inOneRow('a figure cell lost', (cells, at) => cells.toSpliced(at, 1)),
  inOneRow('two figure cells lost', (cells, at, random) => cells.toSpliced(at, 1).toSpliced(random.integer(0, cells.length - 2), 1)),
  inOneRow('a blank cell too many', (cells, at) => cells.toSpliced(at, 0, '')),
  inOneRow('a strange figure too many', (cells, at, random) => cells.toSpliced(at, 0, String(random.integer(0, 99)))),
  inOneRow('a figure cell doubled', (cells, at) => cells.toSpliced(at, 0, cells[at] ?? '')),
  inOneRow('two figures in one cell', (cells, at, random) => {
    const first = Math.min(at, cells.length - 2);
    return first < 0 ? [...cells] : cells.toSpliced(first, 2, `${cells[first]}${random.pick([' ', '\n', '/', '、', '\u3000'])}${cells[first + 1]}`);
  }),
  inOneRow('all figures of a row in one cell', (cells) => (cells.length < 2 ? [...cells] : [cells.join(' ')])),
  {
    name: 'all figures of each row in one cell',
    aim: (report, random) => {
      const { table, row: { block } } = aimAtRow(report, random);
      return { touches: within(table), allowed: ['not-a-number', 'missing-column'], cells: (cells, row) => (row.block.columns === block.columns && cells.length > 1 ? [cells.join(' ')] : [...cells]) };
    },
  },
  {
    name: 'two columns of figures in one',
    aim: (report, random) => {
      const { table, row: { block } } = aimAtRow(report, random, ['proactive', 'requests']);
      const at = random.integer(0, block.columns.length - 2);
      return {
        touches: within(table),
        allowed: ['not-a-number', 'missing-column'],
        cells: (cells, row) => (row.block.columns === block.columns && cells.length > 1 ? cells.toSpliced(at, 2, `${cells[at]} ${cells[at + 1]}`) : [...cells]),
      };
    },
  },
  inOneRow('one cell with a word for the whole row', (_, __, random) => [random.pick(['无', '/', '不适用'])]),
];

/** The row without its cell at one place. */
export function lostCell(target: Target, at: number): TableDamage {
  return changedCells(target, (cells) => cells.toSpliced(at, 1));
}

type Change = (cells: readonly string[], at: number, random: Random) => string[];

function inOneRow(name: string, change: Change): DamageKind {
  return {
    name,
    aim: (report, random) => {
      const target = aimAtRow(report, random);
      const at = random.integer(0, target.row.figures.length - 1);
      return changedCells(target, (cells) => change(cells, at, random));
    },
  };
}

function changedCells(target: Target, change: (cells: readonly string[]) => string[]): TableDamage {
  return {
    touches: target.touches,
    allowed: ['not-a-number'],
    cells: (cells, row: RowDefinition) => (target.is(row) ? change(cells) : [...cells]),
  };
}
