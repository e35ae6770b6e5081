import assert from 'node:assert/strict';
import { checkLeads, checkYears, readProse, reportYearEvidence } from '../../../server/src/model/prose/index.ts';
import { writings } from '../../support/traditional.ts';

/** Marks findings with ⟦code …→replacement⟧. */
function marked(text: string, year: number): string {
  let out = '';
  let at = 0;
  for (const { code, start, end, replacement } of checkYears(readProse(text), text, year)) {
    out += `${text.slice(at, start)}⟦${code} ${text.slice(start, end)}${replacement === undefined ? '' : `→${replacement}`}⟧`;
    at = end;
  }
  return out + text.slice(at);
}

function check(expected: string, year = 2020): void {
  it(expected, () => inAllScripts([expected], ([written = '']) => {
    const text = written
      .replace(/⟦[a-z-]+ /gu, '')
      .replace(/→[^⟧]*/gu, '')
      .replaceAll('⟧', '');
    assert.equal(marked(text, year), written);
  }));
}

/** Tries texts as they are, and in traditional characters. */
function inAllScripts(texts: readonly string[], assertTexts: (texts: readonly string[]) => void): void {
  for (const write of writings) {
    assertTexts(texts.map(write));
  }
}

describe('last year in the report’s own name or period', () => {
  check('现公布⟦stale-year 2019→2020⟧年度政府信息公开工作年度报告。');
  check('现将我局⟦stale-year 2019→2020⟧年政府信息公开工作情况报告如下：');
  check('根据《条例》要求，现公布⟦stale-year 2019→2020⟧年度报告。');
  check('现将本局⟦stale-year 2019→2020⟧年年度报告予以公布。');
  check('现将⟦stale-year 2019→2020⟧年报公布如下：');
  check('特编制⟦stale-year 2019→2020⟧年度报告如下：');
  check('现将⟦stale-year 2019→2020⟧年度政府信息公开工作有关情况报告如下：');
  check('本报告为我局⟦stale-year 2019→2020⟧年度政府信息公开工作年度报告。');
  check('特向社会公布⟦stale-year ２０１９→２０２０⟧年度政府信息公开年度报告。');
  check('现公布⟦stale-year 二〇一九→二〇二〇⟧年政府信息公开年度报告。');
  check('本报告统计期限从⟦stale-year 2019→2020⟧年1月1日至12月31日。');
  check('本报告所列数据的统计期限为⟦stale-year 2019→2020⟧年1月1日至2020年12月31日。');
  check('统计期限自 ⟦stale-year 2019→2020⟧ 年 1 月 1 日起至 2019 年 12 月 31 日止。');
});

describe('the period of the report', () => {
  check('所列数据的统计期限为⟦report-period 2020年1月1日至2020年11月30日⟧。');
  check('所列数据的统计期限为⟦report-period 2020年2月1日至12月31日⟧。');
  check('本报告统计期限为⟦report-period 2018年1月1日至2018年12月31日⟧。');
  check('本报告所列数据统计期限为2020年1月1日至2020年12月31日。');
  check('统计期限从2020年1月1日起，至2020年12月31日止。');
  check('本报告统计期限为2020年1月至12月。');
  check('统计期限为1月1日至12月31日。');
  check('本局于2020年3月成立，统计期限为2020年3月20日至12月31日。');
});

describe('years that may stand in the report', () => {
  check('按时发布2019年度政府信息公开工作年度报告。');
  check('根据关于做好2019年度政府信息公开工作年度报告编制工作的通知要求，现将有关情况报告如下。');
  check('现将2019年度报告指出问题的整改情况说明如下：');
  check('现公布2019年年度报告的更正说明。');
  check('现将2019年度考核结果公布如下：');
  check('2019年度报告已于2020年1月公布。');
  check('现将2019年报送材料的情况公布如下。');
  check('现将2020年度报告公布如下：');
  check('公开2019年度部门决算和2020年度部门预算。');
  check('受理申请10件，较2019年增加2件。');
  check('下一步，2021年将重点做好政策解读。');
  check('根据国办公开办函〔2019〕60号文件编制本报告。');
  check('2019年修订的《条例》施行以来，工作逐步规范。');
  check('办理周期为2019年12月1日至2020年2月28日。');
  check('现公布2020年度政府信息公开工作年度报告。');
  check('现将2019年工作总结和2020年政府信息公开工作情况报告如下。');
});

/** Marks what `checkLeads` finds in the paragraphs of a section of the report of 2020. */
function checkSection(section: string, ...expected: string[]): void {
  it(`${section}: ${expected.join(' ⏎ ')}`, () => inAllScripts(expected, (written) => {
    const texts = written.map((text) => text.replace(/⟦(.*?)→.*?⟧/gu, '$1'));
    const found = checkLeads(section, texts.map((text) => ({ reading: readProse(text), text })), 2020);
    assert.deepEqual(texts.map((text, at) => (found[at] ?? []).reduceRight(
      (marked, { start, end, replacement }) => `${marked.slice(0, start)}⟦${marked.slice(start, end)}→${replacement}⟧${marked.slice(end)}`, text)), written);
  }));
}

describe('sentences left from last year’s report', () => {
  checkSection('overview', '⟦2019→2020⟧年，青禾县以群众关心的事项为重点，扎实推进政府信息公开工作。');
  checkSection('overview', '⟦2019→2020⟧年度，我局高度重视政府信息公开工作。');
  checkSection('overview', '⟦2019→2020⟧年我局高度重视政府信息公开工作。');
  checkSection('overview', '⟦二〇一九→二〇二〇⟧年，在县委、县政府的领导下，我县公开信息86条。', '（一）主动公开。⟦2019→2020⟧年，全县公开信息86条。');
  checkSection('other', '⟦2019→2020⟧年，本县各行政机关未收取政府信息公开信息处理费。');
  checkSection('problems', '⟦2020→2021⟧年，我县将建立解读材料审核清单，未配解读的规范性文件不予上网。');
  checkSection('problems', '公开深度不够。⟦2020→2021⟧年，我局将进一步完善制度。');
  checkSection('problems', '⟦2020→2021⟧年，我县将建立审核清单，完成2010年以来文件的数字化。');
  checkSection('problems', '⟦2020→2021⟧年将进一步完善制度。');
});

describe('sentences that begin with another year and are right', () => {
  checkSection('overview', '2020年，我局公开信息86条。');
  checkSection('overview', '2018年，我局开通公众号。');
  checkSection('overview', '2019年，我局获评优秀单位。');
  checkSection('overview', '公开目录起步较早。2019年，我局建成目录系统，全年更新30次。');
  checkSection('overview', '起步早。2019年，我局建成目录系统。');
  checkSection('overview', '2019年，我县被确定为公开示范县。');
  checkSection('overview', '2019年，我局公众号上线。');
  checkSection('overview', '2019年，我局建立公开目录。2020年，我局完善公开目录。');
  checkSection('overview', '2019年，我局建立公开目录。', '今年，我局完善公开目录。');
  checkSection('overview', '2019年，我局建立公开目录。', '本年度，我局完善公开目录。');
  checkSection('overview', '2019年，我局新收申请5件，2020年新收6件。');
  checkSection('overview', '2019年以来，我局持续推进公开工作。');
  checkSection('overview', '2019年，国务院修订《条例》，我局认真学习。');
  checkSection('overview', '2019年，我局公开信息86条，同比增长10%。');
  checkSection('overview', '2019年12月，我局印发公开指南。');
  checkSection('overview', '2019年决算已公开。');
  checkSection('overview', '2019年将信息公开纳入考核。');
  checkSection('requests', '2019年，我局新收申请5件。');
  checkSection('other', '2019年，第三方反馈问题3个，均已整改。');
  checkSection('problems', '2019年，我局存在公开不及时的问题。');
  checkSection('problems', '2020年，我局将信息公开纳入考核。');
  checkSection('problems', '2020年，我局将加强政务公开作为年度重点。');
  checkSection('problems', '2020年，我局将解读材料上传到网站。');
  checkSection('problems', '2020年，我局完成整改5项。');
  checkSection('problems', '2021年，我局将进一步完善制度。');
  checkSection('problems', '2020年，我局将进一步完善制度，2020年底前报送。');
  checkSection('problems', '2020年，我局将进一步完善制度的任务逐项落实。2021年，我局将继续推进。');
});

describe('the report year as sentences give it', () => {
  it('is that of the period or the name', () => {
    const text = '现公布2020年度政府信息公开工作年度报告。统计期限为2020年1月1日至12月31日。';
    const evidence = reportYearEvidence(readProse(text));
    assert.deepEqual(
      evidence.map(({ year, kind, start, end }) => [kind, year, text.slice(start, end)]),
      [
        ['period', 2020, '2020'],
        ['name', 2020, '2020'],
      ],
    );
  });

  it('is none where the period is a part of a year, or runs over two', () => {
    assert.deepEqual(reportYearEvidence(readProse('统计期限为2020年1月1日至6月30日。')), []);
    assert.deepEqual(reportYearEvidence(readProse('统计期限为2019年1月1日至2020年12月31日。')), []);
  });
});
