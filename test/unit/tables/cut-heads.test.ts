import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const title = '漪澜市粮食局2022年政府信息公开工作年度报告';
const heads = ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况', '自然人', '法人或其他组织', '总计', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];

/** The codes of what is found in the table of section 三 that is cut behind one of its heads, but for what is missing elsewhere. */
function codesOf(lines: readonly string[]): string[] {
  const { diagnostics } = read([title, '三、收到和处理政府信息公开申请情况', ...lines].join('\n'), 'plaintext');
  return diagnostics.map(({ code }) => code).filter((code) => code !== 'missing-section');
}

describe('the last head of a table that was cut', () => {
  it('is no row, whatever it is like', () => {
    for (const end of ['总计', '社会公益组织', '其他']) {
      const kept = heads.slice(0, heads.indexOf(end) + 1);
      const written = [kept, kept.map((head) => `${head} |`), [kept.join('\t')], [kept.join('   ')], kept.map((head) => `\t${head}`)];
      for (const lines of written) {
        assert.deepEqual(codesOf(lines).filter((code) => !['missing-row', 'missing-table', 'unreadable-table'].includes(code)), [], lines.join('⏎'));
        assert.ok(codesOf(lines).length <= 1, lines.join('⏎'));
      }
    }
  });
});

describe('a single row （六）其他处理', () => {
  const blank = readBase('2021.md').replace(/(?<=\|) \d+ (?=\|)/gu, '  ');
  const rows = /\|[^|\n]*\|[^|\n]*（六）其他处理[^]*?(?=\n\|[^|\n]*\|[^|\n]*（七）总计)/u;

  it('shows the form of 2019, blank as well', () => {
    assert.match(blank, rows);
    for (const text of [readBase('2021.md'), blank]) {
      const codes = read(text.replace(rows, `|  | （六）其他处理 |  |${' 0 |'.repeat(7).replaceAll('0', text === blank ? ' ' : '0')}`), 'markdown').diagnostics.map(({ code }) => code);
      assert.ok(codes.includes('superseded-form'), codes.join());
      assert.ok(!codes.includes('missing-row'), codes.join());
    }
  });
});
