import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { officialForms } from '../../server/src/official-forms.ts';
import { loadGrammar, scoped } from './tokens.ts';

const heading = 'markup.heading';
const label = 'support.type.label';
const total = 'keyword.other.total';
const figure = 'constant.numeric.figure';
const totalFigure = 'constant.numeric.total';
const unit = 'keyword.other.unit';

describe('the grammar of the report language', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar('text.disclosure-report');
  });
  const check = (text: string, scope: string, expected: string[]): void =>
    assert.deepEqual(scoped(grammar, text, scope), expected);

  it('marks the title, on one line or on two', () => {
    check('澄溪县档案局2024年政府信息公开工作年度报告', heading, ['澄溪县档案局2024年政府信息公开工作年度报告']);
    check('澄溪县档案局\n2020年度政府信息公开年报', heading, ['2020年度政府信息公开年报']);
  });

  it('marks no sentence as a title', () => {
    check('现公布本局2024年政府信息公开工作年度报告，如有疑问请来电。', heading, []);
  });

  for (const { numeral, title, aliases } of officialForms.flatMap((form) => form.data.sections)) {
    for (const text of [title, ...aliases].map((name) => `${numeral}、${name}`)) {
      it(`marks the section title ${text}`, () => {
        check(text, `${heading}.2`, [text]);
        check(`　　${text}：`, `${heading}.2`, [`${text}：`]);
      });
    }
  }

  it('marks sub-headings, also before their text', () => {
    check('（一）主动公开情况。全年公开信息86条。', heading, ['（一）主动公开情况。']);
    check('二、改进措施', `${heading}.3`, ['二、改进措施']);
  });

  for (const form of officialForms) {
    for (const table of form.tables.values()) {
      it(`${form.data.id}: marks every label of the table ${table.id}`, () => {
        for (const row of table.rows) {
          for (const { label: text } of [row, ...row.block.columns]) {
            const found = [label, total].flatMap((scope) => scoped(grammar, `\t${text}`, scope));
            assert.deepEqual(found, [text], text);
          }
        }
      });
    }
  }

  it('marks labels whose characters a PDF scattered', () => {
    check('   三 、本 年 度办 理 结果        3', label, ['三 、本 年 度办 理 结果']);
  });

  it('marks labels with half-width brackets and other marks after the number', () => {
    check('(一)予以公开\n1．属于国家秘密\n1、信访举报投诉类申请', label, ['(一)予以公开', '1．属于国家秘密', '1、信访举报投诉类申请']);
  });

  it('marks labels in cells only', () => {
    check('本局受理行政许可事项，自然人和其他组织均可申请。', label, []);
  });

  it('marks figures in cells, signed ones and amounts too', () => {
    check('\t行政处罚\n\t62\n\t-8\n\t+22\n\t318.46', figure, ['62', '-8', '+22', '318.46']);
  });

  it('takes the sign of a change into its figure, in cells only', () => {
    check('\t减2\n\t增169\n新增3件', figure, ['减2', '增169', '3']);
  });

  it('does not take numbers of items and of pages for figures', () => {
    check('5.要求行政机关确认或重新出具 3 1', figure, ['3', '1']);
    check('            - 12 -', figure, []);
    check('            - 12 -', 'comment.line.page', ['- 12 -']);
  });

  it('marks units', () => {
    check('\t1036.42万元', unit, ['万元']);
    check('\t1036.42万元', figure, ['1036.42']);
    check('\t本年收费金额（单位：万元）', unit, ['万元']);
    check('收到申请1,286件，办结率97.5%。', unit, ['件', '%']);
  });

  it('marks the figures of a total row as totals', () => {
    check('|  | （七）总计 |  | 12 | 2 | 14 |', totalFigure, ['12', '2', '14']);
    check('|  | （七）总计 |  | 12 | 2 | 14 |', total, ['（七）总计']);
    check('|  | （七）总计 |  | 12 |\n| 四、结转下年度继续办理 | 3 |', totalFigure, ['12']);
  });

  it('does not take years and document numbers for figures', () => {
    check('国办公开办函〔2021〕30号自2021年1月1日起', figure, ['30']);
    check('国办公开办函〔2021〕30号自2021年1月1日起', 'constant.numeric.date', ['2021年1月1日']);
  });

  it('marks silencing comments', () => {
    const directive = 'disclosure-report-disable-next-line';
    check(`<!-- ${directive} section-title -->`, 'keyword.control', [directive]);
  });

  it('goes on after a line that is hostile', () => {
    const hostile = ['一 '.repeat(3000), '（'.repeat(6000), '1,'.repeat(6000), '第二十条第（一'.repeat(900), ' '.repeat(9000)];
    for (const text of hostile) {
      check(`${text}\n\t行政处罚`, label, ['行政处罚']);
    }
  });
});

describe('the grammar injected into Markdown', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar('text.html.markdown');
  });
  const check = (text: string, scope: string, expected: string[]): void =>
    assert.deepEqual(scoped(grammar, text, `${scope}.disclosure-report`), expected);

  it('marks official section titles', () => {
    check('## 一、总体情况\n\n**六、其他需要报告的事项**', 'entity.name.section', ['一、总体情况', '六、其他需要报告的事项']);
  });

  it('leaves altered titles and other headings alone', () => {
    check('## 五、存在的问题及改进措施\n\n## 一、总体情况说明\n\n# 使用说明', 'entity.name.section', []);
  });

  it('marks labels in table cells', () => {
    check('| 行政处罚 | 3 |  |', label, ['行政处罚']);
    check('|  | （七）总计 |  | 12 |', total, ['（七）总计']);
    check('<td>自然人</td>', label, ['自然人']);
  });

  it('marks no label in running text, in a fence or in inline code', () => {
    check('本局办理行政处罚 3 件，总计 5 件。', label, []);
    check('```\n| 行政处罚 | 3 |\n## 一、总体情况\n```', label, []);
    check('```\n## 一、总体情况\n```', 'entity.name.section', []);
    check('`| 行政处罚 |`', label, []);
  });

  it('marks no figures', () => {
    check('| 行政处罚 | 3 |  |', 'constant.numeric.figure', []);
  });
});
