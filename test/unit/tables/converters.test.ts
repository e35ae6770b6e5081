import assert from 'node:assert/strict';
import { read, type Reading } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const base = readBase('2021.md');
const page = readBase('page-2023.html');

function codesOf({ diagnostics }: Reading): string[] {
  return diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code);
}

function figuresOf({ reports }: Reading): unknown {
  return Object.entries(reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value]);
}

/** The base with its rows written by another maker; `write` gets the cells of a row. */
function rewritten(write: (cells: string[]) => string): string {
  return base.split('\n').flatMap((line) => {
    const isRow = line.startsWith('|');
    return isRow && /^[|\s-]+-[|\s-]+$/u.test(line) ? [] : [isRow ? write(line.slice(1, -1).split('|').map((cell) => cell.trim())) : line];
  }).join('\n');
}

/** Words broken over two lines. */
function broken(cell: string): string {
  return cell.length > 9 ? `${cell.slice(0, 5)}\n${cell.slice(5)}` : cell;
}

describe('cells that a converter runs together', () => {
  const heads = (name: string, last: string): string => `信息内容${name}${last}`;
  const glued = (figures: string, last = '上年处理决定数量'): string => page.replace(
    /<tr><td>信息内容<\/td><td colspan="3">本年处理决定数量<\/td><\/tr>\s*<tr><td>行政许可<\/td>.*?<\/tr>/u,
    `<tr><td colspan="4">${heads('本年处理决定数量', last)}</td></tr>\n<tr><td colspan="4">行政许可${figures}</td></tr>`,
  );
  const inLines = (html: string): string => html.replace(/^[^]*<body>/u, '').replace(/<\/(?:p|h\d|tr)>/gu, '\n').replace(/<\/td>/gu, ' ').replace(/<[^>]*>/gu, '');
  const licensing = (text: string): unknown => read(text, 'plaintext').reports[0]?.figures['proactive.licensing.decisions']?.value;

  it('are no number beside the column of another year', () => {
    for (const [figures, last] of [['28', '上年处理决定数量'], ['28', '2022年处理决定数量'], ['105', '增减'], ['08', '']] as const) {
      const text = inLines(glued(figures, last));
      assert.ok(text.includes(`行政许可${figures}`));
      assert.equal(licensing(text), undefined, figures + last);
      assert.ok(codesOf(read(text, 'plaintext')).includes('unreadable-table') || codesOf(read(text, 'plaintext')).includes('cell-count'), figures + last);
    }
  });

  it('are one below the heads of the form alone', () => {
    assert.equal(licensing(inLines(glued('28', ''))), 28);
    assert.equal(licensing(inLines(glued('8'))), 8);
  });
});

describe('rows saved with semicolons', () => {
  for (const mark of [';', '；', '，', ',']) {
    it(`are read where line ends stand within quotation marks: ${mark}`, () => {
      for (const quoted of [(cell: string) => `"${broken(cell)}"`, (cell: string) => (broken(cell) === cell && !cell.includes(mark) ? cell : `"${broken(cell)}"`)]) {
        const text = rewritten((cells) => cells.map(quoted).join(mark));
        for (const one of [text, text.replaceAll('\n', '\r\n')]) {
          const reading = read(one, 'plaintext');
          assert.deepEqual(codesOf(reading), []);
          assert.deepEqual(figuresOf(reading), figuresOf(read(base, 'markdown')));
        }
      }
    });
  }

  it('are read where another mark stands within a label', () => {
    const reading = read(rewritten((cells) => cells.join('；')), 'plaintext');
    assert.deepEqual(codesOf(reading), []);
    assert.deepEqual(figuresOf(reading), figuresOf(read(base, 'markdown')));
  });
});

describe('figures listed behind their labels', () => {
  const listed = (mark: string, gap: string): string => rewritten((cells) => {
    const filled = cells.filter((cell) => cell !== '');
    const figures = filled.filter((cell) => /^-?[\d.]+$/u.test(cell));
    const label = filled.findLast((cell) => !figures.includes(cell));
    return label !== undefined && figures.length > 1 ? `${label}：${figures.join(mark)}` : figures.length > 1 ? figures.join(mark) : filled.join(figures.length > 0 ? '：' : gap);
  });

  it('are read, those of 表四 below the heads of all too', () => {
    for (const mark of ['、', '，', '；', ';']) {
      const reading = read(listed(mark, ' '), 'plaintext');
      assert.deepEqual(codesOf(reading), [], mark);
      assert.deepEqual(figuresOf(reading), figuresOf(read(base, 'markdown')), mark);
    }
  });

  it('are read or said to be unread where marks stand between the heads as well', () => {
    for (const mark of ['、', '，']) {
      const reading = read(listed(mark, mark), 'plaintext');
      const isRead = reading.reports[0]?.figures['review.reconsideration.upheld']?.value === 1;
      assert.deepEqual(codesOf(reading), isRead ? [] : ['unreadable-table'], mark);
    }
  });
});

describe('line breaks that a converter writes within cells', () => {
  const text = (mark: string, end: string): string => base.replace(/^\|(?!.*---).*$/gmu, (row) => {
    const cells = row.slice(1, -1).split('|').map((cell) => cell.trim());
    const [first, second] = [cells.map((cell) => (broken(cell) === cell ? cell : `${broken(cell).split('\n')[0]}${mark}`)), cells.map((cell) => broken(cell).split('\n')[1] ?? '')];
    return [first, ...(second.some((cell) => cell !== '') ? [second] : [])].map((line) => `| ${line.join(' | ')} |`).join(end);
  });

  it('are no part of labels whose rows go on in the next line', () => {
    const reading = read(text('\\\\', '\n').replace(/^\|[|\s-]+$/gmu, ''), 'markdown');
    assert.deepEqual(codesOf(reading), []);
    assert.deepEqual(figuresOf(reading), figuresOf(read(base, 'markdown')));
  });

  it('are no part of figures', () => {
    const reading = read(base.replaceAll(/(?<=\| )(\d+)(?= \|)/gu, '$1\\'), 'markdown');
    assert.deepEqual(codesOf(reading), []);
    assert.deepEqual(figuresOf(reading), figuresOf(read(base, 'markdown')));
  });

  it('leave a row whose label is broken in its second cell whole', () => {
    const old = base.replaceAll('2024', '2020').replace(/\|  \| （六）其他处理 \| 1\.申请人[^]*?(?=\|  \| （七）)/u, '|  | （六）其他\n处理 |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n');
    assert.ok(old.includes('（六）其他\n处理'));
    const everywhere = old.replace(/^\|(?!.*---)(?!.*其他\n).*$/gmu, (row) => `|${row.slice(1, -1).split('|').map((cell) => ` ${broken(cell.trim())} `).join('|')}|`);
    const doubled = everywhere.replace(/^\|.*（本列数[^|]*\|.*申请人情况.*$/mu, (row) => row.replaceAll('|', '||'));
    assert.notEqual(doubled, everywhere);
    for (const text of [old, everywhere, doubled]) {
      const whole = read(text.replace('（六）其他\n处理', '（六）其他处理'), 'markdown');
      assert.deepEqual(figuresOf(read(text, 'markdown')), figuresOf(whole));
      assert.deepEqual(codesOf(read(text, 'markdown')), codesOf(whole));
    }
  });
});

describe('marks of AsciiDoc that stand before bars', () => {
  it('are no figure of a row', () => {
    const text = rewritten((cells) => cells.map((cell) => (cell === '' ? '|' : `a|\n${cell}\n`)).join('\n')).replace(/^(?=a\|\n第二十条第（一）项|a\|\n（本列|a\|\n行政复议\n)/gmu, '|===\n');
    const reading = read(text, 'plaintext');
    const expected = new Map(Object.entries(read(base, 'markdown').reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value]));
    const wrong = Object.entries(reading.reports[0]?.figures ?? {}).filter(([id, { value }]) => value !== null && value !== expected.get(id));
    assert.deepEqual(wrong, []);
  });
});
