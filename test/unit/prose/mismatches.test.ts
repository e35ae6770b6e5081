import assert from 'node:assert/strict';
import { compareProse, createWords, readProse } from '../../../server/src/model/prose/index.ts';
import { figures, marked, unmarked, type Given } from '../../support/marked-sentences.ts';
import { threeForms } from '../../support/third-form.ts';
import { writings } from '../../support/traditional.ts';
import { officialWords } from '../../support/words.ts';

function check(expected: string, given: Given): void {
  it(expected.replaceAll('\n', '⏎'), () => {
    const { heading, organ } = given;
    for (const write of writings) {
      assertMarked(write(expected), { ...given, ...(heading && { heading: write(heading) }), ...(organ && { organ: write(organ) }) });
    }
  });
}

function assertMarked(expected: string, given: Given): void {
  assert.equal(marked(unmarked(expected), given), expected);
}

describe('words against the table of requests', () => {
  const given = { section: 'overview' };
  check('2021年，我局共收到政府信息公开申请⟦12→10⟧件，上年结转⟦2→1⟧件，办结⟦11→9⟧件，结转下年度⟦3→2⟧件。', given);
  check('共受理⟦1,069→10⟧件政府信息公开申请。', given);
  check('全年新收政府信息公开申请⟦１１→１０⟧件。', given);
  check('全年收到政府信息公开申请⟦十二→十⟧件。', given);
  check('全年受理政府信息公开申请⟦1.4万⟧余件。', given);
  check('全年受理政府信息公开申请\n⟦12→10⟧件。', given);
  check('全年受理依申请公开事项⟦12→10⟧件。', given);
  check('依申请公开方面：2021年受理⟦12→10⟧件，答复⟦5→9⟧件。', given);
  check('政府信息公开申请数量为⟦15→10⟧件，上年结转政府信息公开申请数量为⟦4→1⟧件。', given);
  check('收到政府信息公开申请10件，较上年增加5件，结转下年继续办理⟦6→2⟧件。', given);
  check('受理政府信息公开申请10件。⟦5→2⟧件结转下年度继续办理。', given);
  check('受理政府信息公开申请10件。2020年结转⟦2→1⟧件，结转2022年⟦4→2⟧件。', given);
  check('收到政府信息公开申请⟦12→10⟧件（含上年结转⟦2→1⟧件）。', given);
  check('全年共收到政府信息公开申请⟦13→10⟧件；结转下年度⟦0→2⟧件。', given);
  check('（一）主动公开情况。发布信息300条。（二）依申请公开情况。全年收到申请⟦13→10⟧件。', given);
  check('办理12345热线工单300件，办结298件。全年收到政府信息公开申请⟦13→10⟧件。', given);
  check('清河县水务局收到政府信息公开申请⟦13→10⟧件。', { ...given, organ: '清河县水务局' });
  check('我县共收到政府信息公开申请⟦13→10⟧件。', { ...given, organ: '清河县' });
  check('收到政府信息公開申請⟦13→10⟧件。', given);
  check('本年度受理申请⟦13→10⟧件，⟦全部办结⟧。', { section: 'requests' });
  check('受理申请⟦13→10⟧件。', { section: 'overview', heading: '（二）依申请公开情况' });
  check('受理申请13件。', given);
  check('全年政府信息公开申请受理数⟦13→10⟧件，办结数⟦11→9⟧件。', given);
  check('收到公民、法人和其他组织的政府信息公开申请⟦13→10⟧件。', given);
  check('按照“谁主管、谁负责”的原则，受理政府信息公开申请⟦13→10⟧件。', given);
  check('2021年收到政府信息公开申请⟦13→10⟧件，与2020年持平。', given);
  check('完善依申请公开平台，全年收到政府信息公开申请⟦13→10⟧件。', given);
  check('全年共收到政府信息公开申请⟦13→10⟧件，网络申请8件，信函申请4件。', given);
  check('收到政府信息公开申请⟦13→10⟧件，网络申请9件，信函申请4件。', given);
  check('共办理政府信息公开申请⟦14→9⟧件（新收⟦13→10⟧件，上年结转1件）。', given);
});

describe('words against single results and applicants', () => {
  const given = { section: 'requests' };
  check(
    '答复申请9件，其中予以公开⟦5→4⟧件，部分公开⟦1→2⟧件，不予公开⟦3→1⟧件，无法提供⟦2→1⟧件，不予处理⟦1→0⟧件。',
    given,
  );
  check('答复申请9件。本机关不掌握相关政府信息⟦4→1⟧件，其他处理⟦3→1⟧件。', { ...given, form: '2019', year: 2020 });
  check('收到政府信息公开申请10件，其中自然人申请⟦6→8⟧件，商业企业申请⟦4→2⟧件。', given);
  check('收到政府信息公开申请10件，其中自然人8件，法人或其他组织⟦1→2⟧件。', given);
  check('答复申请9件，予以公开及部分公开⟦8→6⟧件。', given);
  check('新收申请10件，其中予以公开⟦7→4⟧件，部分公开1件。', given);
});

describe('words against the table of reviews', () => {
  const given = { section: 'review' };
  check('发生行政复议⟦5→3⟧件，行政诉讼⟦4→2⟧件。', given);
  check('行政复议、行政诉讼共⟦7→5⟧件。', given);
  check('⟦6→3⟧件行政复议案件。', given);
  check('行政复议3件，其中结果维持⟦1→2⟧件，结果纠正⟦2→1⟧件。', given);
  check('未经复议直接起诉⟦2→1⟧件，复议后起诉⟦0→1⟧件。', given);
  check('因政府信息公开被申请行政复议⟦5→3⟧件，被提起行政诉讼⟦8→2⟧件。', { section: 'overview' });
  check('全年被申请行政复议5件，被提起行政诉讼8件。', { section: 'overview' });
});

describe('words against the table of documents', () => {
  const given = { section: 'proactive' };
  check('2021年制发行政规范性文件⟦5→3⟧件，废止⟦2→1⟧件，现行有效⟦30→20⟧件。', given);
  check('制定规章⟦1→0⟧件、规范性文件⟦5→3⟧件。', given);
  check('出台⟦4→3⟧件规范性文件。', given);
  check('现行有效规范性文件共⟦19→20⟧件。', given);
  check('2020年制定规范性文件⟦5→3⟧件。', { ...given, year: 2020, form: '2019' });
  check('⟦未制发规范性文件⟧。', given);
  check('本年度废止规范性文件⟦2→1⟧件。', given);
  check('2021年已废止规范性文件⟦2→1⟧件。', given);
  check('2021年废止的规范性文件⟦2→1⟧件。', given);
  check('制发规范性文件⟦4→3⟧件、废止⟦2→1⟧件。', given);
  check('发布政策解读12篇，制发规范性文件⟦4→3⟧件。', given);
});

describe('words on a form that extends another', () => {
  const given = { section: 'overview', form: '2031', year: 2031 };
  const words = createWords(threeForms);
  check('办结政府信息公开申请⟦11→9⟧件，制发规范性文件⟦5→3⟧件。', { ...given, words });
  check('办结政府信息公开申请11件，制发规范性文件5件。', given);

  it('count a row that it adds to a group where the group is named', () => {
    const value = (id: string): number => Number(id.startsWith('requests.denied.') && id.endsWith('.total'));
    const read = (text: string): (number | undefined)[] => compareProse(readProse(text), { ...given, words, value, suspect: () => false }).map(({ expected }) => expected);
    assert.deepEqual(read('办理政府信息公开申请，其中不予公开9件。'), []);
    assert.deepEqual(read('办理政府信息公开申请，其中不予公开8件。'), [9]);
  });
});

describe('words that deny what the tables hold', () => {
  const given = { section: 'overview' };
  check('2021年，我局⟦未收到政府信息公开申请⟧，⟦未发生因政府信息公开引发的行政复议、行政诉讼⟧。', given);
  check('全年⟦没有收到公民、法人和其他组织的政府信息公开申请⟧。', given);
  check('本年度⟦无依申请公开事项⟧。', given);
  check('收到政府信息公开申请10件，⟦均已按时办结⟧。', given);
  check('10件政府信息公开申请⟦均已答复⟧。', given);
  check('依申请公开方面，⟦无上年结转⟧，也⟦无结转下年度⟧。', given);
  check('⟦无2020年结转⟧，也⟦无结转2022年⟧。', { section: 'requests' });
  check('⟦未发生行政复议、行政诉讼⟧。', { section: 'review' });
  check('未发生行政复议、行政诉讼。', given);
});

describe('sums and percentages within a sentence', () => {
  const given = { section: 'proactive' };
  check('全年公开信息⟦150⟧条，其中网站100条，微信公众号80条。', given);
  check('网站发布100条，微信公众号发布80条，合计⟦190⟧条。', given);
  check('全年共公开信息⟦150⟧条，分别为网站100条，微信公众号40条。', given);
  check('全年共公开信息⟦150⟧条，其中网站100条，微信公众号40条，其他5条。', given);
  it('names the sum in figures', () => {
    const context = { ...given, words: officialWords, year: 2021, form: '2021', value: () => 0, suspect: () => false };
    const [finding] = compareProse(readProse('公开信息150条，其中网站100条，微信公众号80条。'), context);
    assert.equal(finding?.formula, '100 + 80 = 180 > 150');
    assert.equal(finding?.code, 'narrative-sum');
  });
  it('holds 办结率 against the counts of its sentence', () => {
    const value = (id: string): number =>
      ({ 'requests.received.total': 160, 'requests.resultsTotal.total': 150 })[id] ?? 0;
    const context = { words: officialWords, section: 'requests', year: 2021, form: '2021', value, suspect: () => false };
    const text = '收到申请160件，办结150件，办结率97.5%。';
    const [finding] = compareProse(readProse(text), context);
    assert.equal(finding?.code, 'narrative-percentage');
    assert.equal(text.slice(finding?.start, finding?.end), '97.5');
    assert.equal(finding?.formula, '150 ÷ 160 = 93.75%');
  });
});

describe('figures that cannot be compared', () => {
  const text = '收到政府信息公开申请12件，办结11件。';
  const given = { words: officialWords, section: 'requests', year: 2021, form: '2021' };
  it('are those with an arithmetic finding of their own', () => {
    const context = { ...given, value: (id: string) => figures[id] ?? 0, suspect: () => true };
    assert.deepEqual(compareProse(readProse(text), context), []);
  });
  it('are those that are blank', () => {
    assert.deepEqual(compareProse(readProse(text), { ...given, value: () => undefined, suspect: () => false }), []);
  });
  it('are no reason to pass over what no value of a blank could make right', () => {
    const value = (id: string): number | undefined => (id === 'requests.resultsTotal.total' ? 9 : undefined);
    const [finding] = compareProse(readProse(text), { ...given, value, suspect: () => false });
    assert.equal(finding?.figure, 'requests.resultsTotal.total');
    assert.equal(finding?.expected, 9);
  });
  it('are all where the sentence speaks of another year, or the report year is not known', () => {
    const context = { ...given, value: () => 0, suspect: () => false };
    assert.deepEqual(compareProse(readProse(`2019年，${text}`), context), []);
    assert.deepEqual(compareProse(readProse(`2021年，${text}`), { ...context, year: undefined }), []);
  });
});

describe('counts that only the heading above names', () => {
  const below = (heading: string): Given => ({ section: 'overview', heading });
  check('⟦5→3⟧件，其中维持2件、纠正1件。', below('（一）行政复议情况'));
  check('2021年共3件，其中维持⟦1→2⟧件、纠正1件。', below('（一）行政复议'));
  check('全年共⟦4→2⟧件，维持1件，尚未审结1件。', below('（二）行政诉讼情况'));
  check('全年共2件，维持1件，尚未审结1件。', below('（二）行政诉讼情况'));
  check('5件，其中维持2件。', below('（一）行政复议、行政诉讼情况'));
  check('5件，其中维持2件。', below('（一）主动公开情况'));
  check('5件，其中维持2件。', { section: 'review' });
  check('5件，均已审结。', below('（一）行政复议情况'));
  check('作为复议机关受理12件，维持8件。', below('（一）行政复议情况'));
  check('培训5次，维持良好秩序。', below('（一）复议应诉培训'));
});
