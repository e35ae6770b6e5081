import assert from 'node:assert/strict';

import { read, type Reading } from '../../support/reading.ts';
import { applyDiff, readBase } from '../../support/suites.ts';

/** The report in which one figure or one label stands on each line, with its rows 行政处罚 and 行政强制 written otherwise. */
function withRows(...lines: readonly string[]): Reading {
  const added = lines.map((line) => `+${line}\n`).join('');
  return read(applyDiff(readBase('lines-2022.txt'), `-行政处罚\n-3\n-行政强制\n-0\n${added}`), 'plaintext');
}

function valuesOf({ reports }: Reading): (number | null | undefined)[] {
  return ['penalties', 'coercion'].map((row) => reports[0]?.figures[`proactive.${row}.decisions`]?.value);
}

function codesOf({ diagnostics }: Reading): string[] {
  return diagnostics.filter(({ severity }) => severity !== 'hint').map(({ code }) => code);
}

describe('two rows on one line', () => {
  it('are parted at the label behind the figures of the first', () => {
    for (const line of ['行政处罚 40 行政强制 7', '行政处罚 40   行政强制 7', '行政处罚 40\t行政强制 7', '行政处罚 40\u3000行政强制\u30007']) {
      const reading = withRows(line);
      assert.deepEqual(valuesOf(reading), [40, 7], line);
      assert.deepEqual(codesOf(reading), [], line);
    }
  });

  it('are read on over the end of a line, within a row or a label', () => {
    for (const lines of [['行政处罚', '40 行政强制', '7'], ['行政处罚 40 行政', '强制 7'], ['行政处', '罚 40 行政强制', '7']]) {
      const reading = withRows(...lines);
      assert.deepEqual(valuesOf(reading), [40, 7], lines.join('⏎'));
      assert.deepEqual(codesOf(reading), [], lines.join('⏎'));
    }
  });
});

describe('figures of which nothing tells whose they are', () => {
  const texts: readonly (readonly string[])[] = [
    ['行政处罚 3 项 40', '行政强制 7'],
    ['行政处罚 40 其中网上 12', '行政强制 7'],
    ['行政处罚', '行政强制', '40', '7'],
    ['40', '行政处罚', '7', '行政强制'],
    ['行政处罚', '行政强制', '本年处理决定数量', '40', '7'],
    ['行政处罚', '行政强制', '本年处理决定数量', '7'],
    ['行政处罚 40 7', '行政强制'],
  ];

  it('are read for neither row, and nothing is said to be missing or blank', () => {
    for (const lines of texts) {
      const reading = withRows(...lines);
      const [penalties, coercion] = valuesOf(reading);
      assert.ok([40, undefined].includes(penalties as number) && [7, undefined].includes(coercion as number), `${lines.join('⏎')}: ${penalties}, ${coercion}`);
      assert.deepEqual(codesOf(reading), ['unreadable-table'], lines.join('⏎'));
    }
  });
});

describe('a line of running text that is lost', () => {
  it('takes the figures of no row with it to the row before', () => {
    const reading = read(applyDiff(readBase('lines-2022.txt'), [
      '-行政许可', '-26', '-第二十条第（六）项', '-信息内容', '-本年处理决定数量', '-行政处罚', '-3', '-行政强制', '-0',
      // Between the last two stood a line: 40 行政强制
      '+行政许可 26 第二十条第（六）项 信息内容', '+本年处理决定数量 行政处罚', '+7', '',
    ].join('\n')), 'plaintext');
    assert.deepEqual(valuesOf(reading), [undefined, undefined]);
    assert.equal(reading.reports[0]?.figures['proactive.licensing.decisions']?.value, 26);
    assert.ok(codesOf(reading).includes('unreadable-table'));
  });
});

describe('a word for what is counted behind one of the figures of a row, a figure a line', () => {
  const valuesOfRow = (...lines: readonly string[]): unknown[] => {
    const { reports } = read(applyDiff(readBase('lines-2022.txt'), `-规章\n-0\n-0\n-0\n+规章\n${lines.map((line) => `+${line}\n`).join('')}`), 'plaintext');
    return ['issued', 'repealed', 'inForce'].map((column) => reports[0]?.figures[`proactive.regulations.${column}`]?.value);
  };

  it('belongs to its figure', () => {
    assert.deepEqual(valuesOfRow('14 件', '15', '16'), [14, 15, 16]);
    assert.deepEqual(valuesOfRow('14', '15', '16 件'), [14, 15, 16]);
  });

  it('hides no figure too many: of a row with four none is read', () => {
    for (const lines of [['14', '15', '999 件', '16'], ['14', '999 件', '15', '16'], ['14', '15', '16', '999 件'], ['14', '15', '999 卷', '16']]) {
      assert.deepEqual(valuesOfRow(...lines), [undefined, undefined, undefined], lines.join('⏎'));
    }
  });
});

describe('figures on a page beside the label of their row', () => {
  const row = '2.重复申请                            1    0    0    0    0    0    1';
  const figures = row.slice(row.indexOf('  '));
  const id = 'requests.notProcessed.duplicate.total';
  const withLines = (...lines: readonly string[]): Reading => read(readBase('spaces-2021.txt').replace(row, lines.join('\n')), 'plaintext');

  it('are not said to be those of the group whose name stands in the middle of its rows, nor the row to be blank', () => {
    for (const lines of [['    2.重复申请', `（五）不予处理${figures}`], [`（五）不予处理${figures}`, '    2.重复申请']]) {
      const reading = withLines(...lines);
      assert.equal(reading.reports[0]?.figures[id]?.value, undefined, lines.join('⏎'));
      assert.deepEqual(codesOf(reading), ['unreadable-table'], lines.join('⏎'));
    }
  });
});

describe('two tables side by side', () => {
  it('are refused', () => {
    const base = readBase('spaces-2021.txt').split('\n');
    const from = base.findIndex((line) => line.startsWith('三、收到'));
    const to = base.findIndex((line) => line.startsWith('四、政府'));
    const text = base.map((line, at) => (at > from && at < to && line.trim() !== '' ? `${line.padEnd(80)}${line}` : line)).join('\n');
    const { reports, diagnostics } = read(text, 'plaintext');
    assert.deepEqual(Object.keys(reports[0]?.figures ?? {}).filter((id) => id.startsWith('requests.')), []);
    assert.deepEqual(diagnostics.map(({ code }) => code), ['unreadable-table']);
  });
});
