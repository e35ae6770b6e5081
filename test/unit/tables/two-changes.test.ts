import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';

/** A second table of 2019 whose cells of 本年增/减 tell what came and what went. */
function rows(change: string): readonly (readonly string[])[] {
  return [
    ['第二十条第（一）项'], ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'], ['规章', '0', '0', '0'], ['规范性文件', '8', '6', '9'],
    ['第二十条第（五）项'], ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政许可', '12', change, '34'], ['其他对外管理服务事项', '5', change, '7'],
    ['第二十条第（六）项'], ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政处罚', '21', change, '3'], ['行政强制', '2', change, '0'],
    ['第二十条第（八）项'], ['信息内容', '上一年项目数量', '本年增/减'], ['行政事业性收费', '4', change],
    ['第二十条第（九）项'], ['信息内容', '采购项目数量', '采购总金额'], ['政府集中采购', '1', '113.96万元'],
  ];
}

const layouts: Readonly<Record<string, (all: ReturnType<typeof rows>) => string>> = {
  'a cell a line': (all) => all.flat().join('\n'),
  'a cell a line, empty lines between': (all) => all.flat().join('\n\n'),
  'a cell and a bar a line': (all) => all.map((row) => `${row.join(' |\n')} |\n|`).join('\n'),
  'a row a line': (all) => all.map((row) => row.join(' ')).join('\n'),
  'tabs': (all) => all.map((row) => row.join('\t')).join('\n'),
};

describe('cells of 本年增/减 that hold two numbers', () => {
  for (const [layout, write] of Object.entries(layouts)) {
    for (const change of ['0/0', '增2/减1', '增2减1', '+2/-1']) {
      it(`${change}: ${layout}`, () => {
        const text = `梓溪县民政局2020年政府信息公开工作年度报告\n\n一、总体情况\n\n2020年，我局公开信息86条。\n\n二、主动公开政府信息情况\n\n${write(rows(change))}\n`;
        const { reports, diagnostics } = read(text, 'plaintext');
        const figures = reports[0]?.figures ?? {};
        const value = (id: string): unknown => figures[`proactive.${id}`]?.value;
        assert.deepEqual(['licensing.previousItems', 'licensing.decisions', 'otherServices.previousItems', 'otherServices.decisions', 'penalties.decisions'].map(value), [12, 34, 5, 7, 3]);
        assert.deepEqual(['licensing.change', 'otherServices.change', 'penalties.change', 'fees.change'].map(value), [null, null, null, null]);
        assert.ok(diagnostics.some(({ code }) => code === 'not-a-number'));
        assert.ok(!diagnostics.some(({ code }) => code === 'unreadable-table'));
      });
    }
  }

  it('are no pages: 1/3', () => {
    const text = `梓溪县民政局2020年政府信息公开工作年度报告\n\n一、总体情况\n\n2020年，我局公开信息86条。\n\n二、主动公开政府信息情况\n\n${rows('0').flat().join('\n').replace('34\n', '34\n1/3\n')}\n`;
    assert.equal(read(text, 'plaintext').reports[0]?.figures['proactive.otherServices.decisions']?.value, 7);
  });
});
