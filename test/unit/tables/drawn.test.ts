import assert from 'node:assert/strict';

import { read, type Reading } from '../../support/reading.ts';

const head = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'] as const;
const rows = [['第二十条第（一）项'], head, ['规章', '1', '2', '3'], ['行政规范性文件', '4', '5', '6'], ['第二十条第（五）项'], ['信息内容', '本年处理决定数量'], ['行政许可', '7']];
const width = 18;

function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}

function padded(cells: readonly string[]): string[] {
  return Array.from({ length: head.length }, (_, at) => (cells[at] ?? '') + ' '.repeat(width - columnsOf(cells[at] ?? '')));
}

/** The rows between rules of `+---+`, and bars between their cells. */
function framed(all: readonly (readonly string[])[]): string {
  const rule = `+${`${'-'.repeat(width)}+`.repeat(head.length)}`;
  return `${[rule, ...all.flatMap((cells) => [`|${padded(cells).join('|')}|`, rule])].join('\n')}\n`;
}

/** The rows between rules of dashes, the first of them above the columns. */
function ruled([first = [], ...others]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => padded(cells).join(' ').trimEnd();
  const rule = '-'.repeat((width + 1) * head.length);
  const columns = head.map(() => '-'.repeat(width)).join(' ');
  return `${[rule, line(first), columns, others.map(line).join('\n\n'), rule].join('\n')}\n`;
}

function valuesOf({ reports }: Reading, row: string): (number | null | undefined)[] {
  return ['issued', 'repealed', 'inForce', 'decisions'].map((column) => reports[0]?.figures[`proactive.${row}.${column}`]?.value);
}

/** The table with the row of 规章 written otherwise. */
function withRow(draw: typeof framed, ...cells: readonly string[]): Reading {
  return read(draw(rows.map((row) => (row[0] === '规章' ? cells : row))), 'plaintext');
}

function codesOf({ diagnostics }: Reading): string[] {
  return diagnostics.filter(({ code, severity }) => severity === 'error' && code !== 'missing-row').map(({ code }) => code);
}

for (const [name, draw] of [['a table with bars and rules', framed], ['a table between rules of dashes', ruled]] as const) {
  describe(name, () => {
    it('is read by its columns', () => {
      const reading = withRow(draw, '规章', '1', '2', '3');
      assert.deepEqual([valuesOf(reading, 'regulations'), valuesOf(reading, 'normativeDocuments'), valuesOf(reading, 'licensing')],
        [[1, 2, 3, undefined], [4, 5, 6, undefined], [undefined, undefined, undefined, 7]]);
      assert.deepEqual(codesOf(reading), []);
    });

    it('is read where a blank stands before the last figure, and the blank is told', () => {
      for (const [cells, values] of [[['', '1', '2'], [null, 1, 2]], [['1', '', '2'], [1, null, 2]]] as const) {
        const reading = withRow(draw, '规章', ...cells);
        assert.deepEqual(valuesOf(reading, 'regulations'), [...values, undefined], cells.join('|'));
        assert.ok(reading.diagnostics.some(({ code, figure }) => code === 'blank-cell' && figure?.startsWith('proactive.regulations')));
        assert.deepEqual(codesOf(reading), [], cells.join('|'));
      }
    });

    it('is not read where a row has figures and its last place is blank, as it is where a cell was lost', () => {
      for (const cells of [['1', '2'], ['1 2', '3'], ['1 2 3']]) {
        const reading = withRow(draw, '规章', ...cells);
        assert.deepEqual(valuesOf(reading, 'regulations'), [undefined, undefined, undefined, undefined], cells.join('|'));
        assert.deepEqual(valuesOf(reading, 'normativeDocuments'), [4, 5, 6, undefined], cells.join('|'));
        assert.deepEqual(codesOf(reading), ['cell-count'], cells.join('|'));
      }
    });

    it('joins a label over two rows', () => {
      const reading = read(draw(rows.flatMap((row) => (row[0] === '行政规范性文件' ? [['行政规范'], ['性文件', ...row.slice(1)]] : [row]))), 'plaintext');
      assert.deepEqual(valuesOf(reading, 'normativeDocuments'), [4, 5, 6, undefined]);
    });
  });
}

describe('a table with bars and rules', () => {
  const text = framed(rows);

  it('is read where an outer bar of a line is lost, or a rule runs on behind a row', () => {
    for (const damaged of [text.replace('|规章', '规章'), text.replace(/3 +\|\n/u, '3\n'), text.replace(/(3 +\|)\n/u, '$1'), text.replace(/(3 +\|)\n/u, '$1   ')]) {
      assert.deepEqual(valuesOf(read(damaged, 'plaintext'), 'regulations'), [1, 2, 3, undefined], damaged);
    }
  });
});

describe('a head of several lines in a table between rules of dashes', () => {
  it('ends no table where one of its lines begins like a heading', () => {
    const lines = ruled(rows).split('\n');
    const at = lines.findIndex((line) => line.includes('本年处理决定数量'));
    lines.splice(at, 1, padded(['信息内容', '本年处理']).join(' '), padded(['', '（指本年']).join(' '), padded(['', '决定数）']).join(' '));
    const label = lines.findIndex((line) => line.startsWith('行政许可'));
    lines.splice(label, 1, padded(['行政许可（含其他', '7']).join(' '), padded(['权力）']).join(' '));
    const reading = read(lines.join('\n'), 'plaintext');
    assert.deepEqual([valuesOf(reading, 'regulations'), valuesOf(reading, 'licensing')], [[1, 2, 3, undefined], [undefined, undefined, undefined, 7]]);
  });
});
