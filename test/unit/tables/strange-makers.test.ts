import assert from 'node:assert/strict';
import { read, type Reading } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const base = readBase('2021.md');

function codesOf({ diagnostics }: Reading): string[] {
  return diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code);
}

describe('figures that stand in spans one behind the other, with nothing between', () => {
  it('are no figure together, and are said to be unread', () => {
    for (const row of ['<span>规章</span><span>0</span><span>0</span><span>0</span>', '<b>规章</b><i>1</i><i>2</i><i>3</i>']) {
      const rows = ['<span>第二十条第（一）项</span>', '<span>信息内容</span> <span>本年制发件数</span> <span>本年废止件数</span> <span>现行有效件数</span>', row,
        '<span>行政规范性文件</span> <span>2</span> <span>1</span> <span>9</span>'].map((line) => `<div>${line}</div>`).join('');
      const reading = read(`<html><body><h1>澄溪县档案局2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>正常。</p><h2>二、主动公开政府信息情况</h2>${rows}</body></html>`, 'html');
      assert.deepEqual(Object.keys(reading.reports[0]?.figures ?? {}).filter((id) => id.startsWith('proactive.regulations')), []);
      assert.ok(codesOf(reading).includes('unreadable-table'));
      assert.ok(!codesOf(reading).includes('cell-count'));
    }
  });
});

describe('rows with commas for gaps that begin like a heading', () => {
  it('are rows', () => {
    const received = '一、本年新收政府信息公开申请数量';
    const text = base.replaceAll(/^\|(.*)\|$/gmu, (line) => (/---/u.test(line) ? '' : line.split('|').map((cell) => cell.trim()).filter((cell) => cell !== '').join('，'))).replace(/\n\n(?=\S.*，)/gu, '\n');
    assert.ok(text.includes(`${received}，12，2，0，0，0，0，14`));
    const reading = read(text, 'markdown');
    assert.equal(reading.reports[0]?.figures['requests.received.naturalPerson']?.value, 12);
    assert.equal(reading.reports[0]?.figures['requests.notProcessed.duplicate.total']?.value, 1);
    assert.ok(!codesOf(reading).includes('missing-row'));
  });
});

describe('cells of AsciiDoc, broken by a plus at the ends of lines', () => {
  const broken = (cell: string): string => (/^\D{6}/u.test(cell) ? `${cell.slice(0, 5)} +\n${cell.slice(5)}` : cell);
  const inTables = (row: (cells: readonly string[], at: number) => string): string => base.replaceAll(/(?:^\|.*\|\n)+/gmu, (table) => `|===\n${
    table.trim().split('\n').filter((line) => !line.includes('---')).map((line, at) => row(line.split('|').slice(1, -1).map((cell) => cell.trim()), at)).join('\n')}\n|===\n`);
  const values = ({ reports }: Reading): unknown => Object.entries(reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value]);

  it('are read as if they were not', () => {
    const ways = [
      (cells: readonly string[]) => cells.map((cell) => `|${broken(cell)}`).join(' '),
      (cells: readonly string[], at: number) => `${at > 3 && cells[0] !== '' ? '1.1+' : ''}${cells.map((cell) => `|${broken(cell)}`).join(' ')}`,
    ];
    for (const way of ways) {
      const reading = read(inTables(way), 'plaintext');
      assert.deepEqual(codesOf(reading), []);
      assert.deepEqual(values(reading), values(read(base, 'markdown')));
    }
  });

  it('leave a plus alone that stands before a figure, or alone', () => {
    const { reports } = read(base.replace('| 规章 | 0 | 0 |', '| 规章 | + | +1 |'), 'markdown');
    assert.equal(reports[0]?.figures['proactive.regulations.issued']?.value, null);
  });
});

describe('rows with another mark between their cells', () => {
  const rows = (mark: string, figure: (digits: string) => string): string => base.replaceAll(/^\|.*\|\n/gmu, (line) => (line.includes('---')
    ? '' : `${line.split('|').map((cell) => cell.trim()).filter((cell) => cell !== '').map((cell) => (/^[\d.]+$/u.test(cell) ? figure(cell) : cell)).join(mark)}\n`));

  it('are read where it is a semicolon, rows of two cells with the others', () => {
    for (const mark of ['；', ';']) {
      const reading = read(rows(mark, String), 'plaintext');
      const values = ({ reports }: Reading): unknown => Object.entries(reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value]).sort();
      assert.deepEqual(values(reading), values(read(base, 'markdown')));
      assert.deepEqual(codesOf(reading), []);
    }
  });

  it('are said to be unread, and not to be missing, where it is a stroke or a comma of lists, whatever the figures', () => {
    for (const mark of ['、', '/', '／']) {
      for (const figure of [String, () => '0']) {
        const codes = codesOf(read(rows(mark, figure), 'plaintext'));
        assert.deepEqual([...new Set(codes)], ['unreadable-table'], mark);
      }
    }
  });
});

describe('rows of LaTeX', () => {
  it('are said to be unread, and not to have too few figures', () => {
    const text = base.replaceAll(/^\|(.*)\|\n/gmu, (line) => (line.includes('---') ? '' : `${line.split('|').slice(1, -1).map((cell) => cell.trim()).join(' & ')} \\\\ \\hline\n`));
    assert.ok(text.includes('规章 & 0 & 0 & 0 \\\\ \\hline\n'));
    const reading = read(text, 'plaintext');
    assert.deepEqual(codesOf(reading), ['unreadable-table', 'unreadable-table', 'unreadable-table']);
    const figures = read(base, 'markdown').reports[0]?.figures ?? {};
    assert.deepEqual(Object.entries(reading.reports[0]?.figures ?? {}).filter(([id, { value }]) => value !== figures[id]?.value), []);
  });
});

describe('headings of AsciiDoc and MediaWiki', () => {
  it('are headings', () => {
    for (const [before, behind] of [['== ', ''], ['== ', ' ==']] as const) {
      const text = base.replaceAll(/^## (.*)$/gmu, `${before}$1${behind}`).replace(/^# /u, '= ');
      assert.deepEqual(codesOf(read(text, 'markdown')), [], before + behind);
    }
  });
});

describe('sums of a group in its own row, above its rows', () => {
  it('make the table none of the form of 2019, on which （六） is a row', () => {
    const text = base.replace('|  | （六）其他处理 | 1.申请人', '|  | （六）其他处理 |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n|  |  | 1.申请人');
    assert.notEqual(text, base);
    assert.deepEqual(codesOf(read(text, 'markdown')), ['group-row-figures']);
  });

  it('a row （六） without rows of its own below still is on the form of 2019', () => {
    const text = base.replace(/\|  \| （六）其他处理 \| 1\.申请人[^]*?(?=\|  \| （七）)/u, '|  | （六）其他处理 |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n');
    assert.deepEqual(codesOf(read(text, 'markdown')), ['superseded-form']);
  });
});

describe('numbers of lines before each line of a table', () => {
  const numbered = (text: string): string => text.split('\n').map((line, at) => `${String(at + 1).padStart(4)}  ${line}`).join('\n');
  const spaces = readBase('spaces-2021.txt');
  const valuesOf = ({ reports }: Reading): unknown => Object.entries(reports[0]?.figures ?? {}).filter(([id]) => id.startsWith('requests.')).map(([id, { value }]) => [id, value]);

  it('are no figures', () => {
    assert.deepEqual(valuesOf(read(numbered(spaces), 'plaintext')), valuesOf(read(spaces, 'plaintext')));
  });

  it('do not fill up a row that has lost a figure', () => {
    for (const [row, id] of [['2\\.重复申请', 'notProcessed.duplicate'], ['四、结转下年度继续办理', 'carriedOut']] as const) {
      const short = spaces.replace(new RegExp(`^(${row} +\\d+ +\\d+ +\\d+ +\\d+ +\\d+) +\\d+`, 'mu'), '$1');
      assert.notEqual(short, spaces);
      const reading = read(numbered(short), 'plaintext');
      assert.deepEqual(Object.keys(reading.reports[0]?.figures ?? {}).filter((figure) => figure.startsWith(`requests.${id}`)), []);
      assert.ok(codesOf(reading).includes('cell-count'));
    }
  });
});

describe('a table with a cell on each line, in which blank cells stand for what labels cover', () => {
  it('gives no row that has lost two figures the blanks in their place', () => {
    const start = base.indexOf('|', base.indexOf('## 三、'));
    const end = base.indexOf('## 四、');
    const carried = '| 二、上年结转政府信息公开申请数量 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |';
    const short = base.slice(start, end).replace(carried, '| 二、上年结转政府信息公开申请数量 |  |  | 4 | 1 | 4 | 0 | 9 |').trim();
    assert.ok(base.includes(carried));
    const cells = short.split('\n').filter((line) => !line.includes('---'))
      .map((line) => line.slice(1, -1).split('|').map((cell) => `| ${cell.trim()}`).join('\n')).join('\n\n');
    const { reports, diagnostics } = read(`${base.slice(0, start)}|===\n${cells}\n|===\n\n${base.slice(end)}`, 'markdown');
    const figures = Object.entries(reports[0]?.figures ?? {}).filter(([id]) => id.startsWith('requests.carriedIn.'));
    assert.deepEqual(figures.filter(([, { value }]) => value !== null), []);
    assert.ok(diagnostics.some(({ code }) => code === 'unreadable-table' || code === 'cell-count'));
  });
});
