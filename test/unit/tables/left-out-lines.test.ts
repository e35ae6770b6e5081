import assert from 'node:assert/strict';
import { readBase } from '../../support/suites.ts';
import { read } from '../../support/reading.ts';

const base = readBase('lines-2022.txt');
const [above = '', below = ''] = base.split('五、存在的主要问题');

/** A text without any line that stood before, as some readers of pages give it. */
function withoutRepeats(text: string): string {
  return text.split('\n').filter((line, at, all) => all.indexOf(line) === at).join('\n');
}

const leftOut = `${withoutRepeats(above)}\n五、存在的主要问题${below}`;

describe('a page of which each line that stood before is left out', () => {
  it('is told to have lost its figures, and no row to be blank or short', () => {
    const { diagnostics } = read(leftOut, 'plaintext');
    assert.deepEqual(diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code),
      ['unreadable-table', 'unreadable-table', 'unreadable-table']);
  });

  it('is told to be on a superseded form, which its labels show', () => {
    const older = readBase('lines-2022.txt').replace('本年制发件数', '本年新制作数量').replace('本年废止件数', '本年新公开数量').replace('现行有效件数', '对外公开总数量')
      .replaceAll('本年处理决定数量', '上一年项目数量\n本年增/减\n处理决定数量').replace('本年收费金额（单位：万元）', '上一年项目数量\n本年增/减')
      .replace('行政处罚\n3', '行政处罚\n44\n2\n17').replace('行政许可\n26', '行政许可\n18\n-3\n264').replace('行政强制\n0', '行政强制\n6\n0\n3').replace('行政事业性收费\n0.5', '行政事业性收费\n2\n0');
    const [tables = '', rest = ''] = older.split('五、存在的主要问题');
    const { diagnostics } = read(`${withoutRepeats(tables)}\n五、存在的主要问题${rest}`, 'plaintext');
    assert.deepEqual(diagnostics.filter(({ code }) => code === 'superseded-form').length, 1);
  });

  it('gives no figure but those that stand behind their labels', () => {
    const whole = read(base, 'plaintext').reports[0]?.figures ?? {};
    const figures = Object.entries(read(leftOut, 'plaintext').reports[0]?.figures ?? {});
    assert.ok(figures.length > 0);
    assert.deepEqual(figures.map(([id, { value }]) => [id, value]), figures.map(([id]) => [id, whole[id]?.value]));
  });
});
