import assert from 'node:assert/strict';
import { useLocale } from '../../../server/src/l10n.ts';
import type { OutlineEntry, ReportDocument } from '../../../server/src/service-types.ts';
import { at, base, open, service, textAt } from './reading.ts';

const totalRow = '|  | （七）总计 |  | 12 | 2 | 0 | 0 | 0 | 0 | 14 |';
const sentence = '全年新收政府信息公开申请14件';

describe('the identities of a table', () => {
  it('are counted by what they come to', () => {
    const lists = service.identityLists(open(base.replace(totalRow, totalRow.replace('12', '99'))));
    assert.deepEqual(lists.map(({ table }) => table), ['requests', 'review']);
    const requests = lists[0]!;
    const broken = requests.identities.filter(({ state }) => state === 'broken');
    // 99 stands in the sum of its column, in the column's balance and in the sum of its row.
    assert.equal(broken.length, 3);
    assert.ok(broken.every(({ formula }) => formula.includes('≠') && formula.includes('99')), broken.map(({ formula }) => formula).join());
    assert.ok(requests.identities.filter(({ state }) => state === 'holds').every(({ formula }) => formula.includes('=')));
    assert.ok(lists[1]!.identities.every(({ state }) => state === 'holds'));
  });

  it('cannot be judged where figures are blank', () => {
    const [requests] = service.identityLists(open(base.replace(totalRow, totalRow.replace('12', ''))));
    assert.equal(requests?.identities.filter(({ state }) => state === 'unknown').length, 3);
  });

  it('are none where there is no report', () => {
    assert.deepEqual(service.identityLists(open('# 会议记录\n')), []);
    assert.deepEqual(service.identityCounts(open('# 会议记录\n')), []);
  });

  it('come to as many as are listed', () => {
    const document = open(base.replace(totalRow, totalRow.replace('12', '99')));
    const [requests, review] = service.identityCounts(document);
    assert.deepEqual([requests?.table, requests?.broken, requests?.unknown], ['requests', 3, 0]);
    assert.deepEqual([review?.broken, review?.unknown], [0, 0]);
    const listed = service.identityLists(document).map(({ identities }) => identities.length);
    assert.deepEqual([requests, review].map((counts) => (counts?.holds ?? 0) + (counts?.broken ?? 0)), listed);
  });
});

describe('highlights', () => {
  it('show all operands of the figure', () => {
    const found = service.highlights(open(base), at(base, totalRow, '12'));
    assert.equal(found.filter(({ kind }) => kind === 'figure').map(({ range }) => textAt(base, range)).join(), '12');
    const lines = new Set(found.map(({ range }) => range.start.line));
    const line = at(base, totalRow, '12').line;
    // The column from 新收 to 结转, and the row's other figures.
    assert.ok(lines.has(at(base, '| 一、本年新收政府信息公开申请数量 |', '一').line));
    assert.ok(lines.has(line + 1));
    assert.equal(found.filter(({ range }) => range.start.line === line).length, 7);
  });

  it('join a sentence with its figure', () => {
    const found = service.highlights(open(base), at(base, sentence, '14'));
    assert.deepEqual(found.map(({ kind, range }) => [kind, textAt(base, range)]), [['figure', '14'], ['operand', '14']]);
    assert.equal(found[1]?.range.start.line, at(base, '| 一、本年新收政府信息公开申请数量 |', '一').line);
  });

  it('leave words alone', () => {
    assert.deepEqual(service.highlights(open(base), at(base, sentence, '政府')), []);
  });
});

describe('definitions and references', () => {
  it('lead from a total to its parts', () => {
    const found = service.definition(open(base), at(base, totalRow, '12'));
    assert.equal(found && textAt(base, found.origin), '12');
    const texts = found?.targets.map((range) => textAt(base, range)) ?? [];
    assert.equal(texts.map(Number).reduce((sum, value) => sum + value, 0), 12);
  });

  it('lead from a part nowhere', () => {
    assert.equal(service.definition(open(base), at(base, '|  | （二）部分公开', '（二）')), null);
    const row = '| 一、本年新收政府信息公开申请数量 |  |  | 12 |';
    assert.equal(service.definition(open(base), at(base, row, '12')), null);
  });

  it('lead from a sentence to the table and back', () => {
    const document = open(base);
    const found = service.definition(document, at(base, sentence, '14'));
    const [target] = found?.targets ?? [];
    assert.ok(target);
    assert.equal(target.start.line, at(base, '| 一、本年新收政府信息公开申请数量 |', '一').line);
    const back = service.references(document, target.start, false);
    assert.ok(back.some(({ start }) => start.line === at(base, sentence, '14').line
      && start.character === at(base, sentence, '14').character));
  });

  it('go from a wrong number in a sentence too', () => {
    const text = base.replace(sentence, '全年新收政府信息公开申请15件');
    const found = service.definition(open(text), at(text, '新收政府信息公开申请15件', '15'));
    assert.deepEqual(found?.targets.map((range) => textAt(text, range)), ['14']);
  });

  it('name the totals that a part is counted in', () => {
    const document = open(base);
    const row = '| 一、本年新收政府信息公开申请数量 |  |  | 12 |';
    const used = service.references(document, at(base, row, '12'), false);
    assert.ok(used.some((range) => textAt(base, range) === '14'));
    const own = service.references(document, at(base, row, '12'), true);
    assert.equal(own.length, used.length + 1);
  });
});

describe('the signature of a row', () => {
  const shown = (line: string, cell: string) => {
    const found = service.signature(open(base), at(base, line, cell));
    return found && { label: found.label, active: found.label.slice(found.columns[found.active]?.start, found.columns[found.active]?.end) };
  };

  it('names the columns of the form, and the one at the caret', () => {
    assert.deepEqual(shown(totalRow, '14'), {
      label: '（七）总计　自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计', active: '总计',
    });
    assert.deepEqual(shown(totalRow, '12')?.active, '自然人');
    assert.deepEqual(shown('| 行政许可 | 26 |', '26'), { label: '行政许可　本年处理决定数量', active: '本年处理决定数量' });
  });

  it('is shown beside no words', () => {
    assert.equal(shown(totalRow, '（七）'), null);
    assert.equal(shown(sentence, '全年'), null);
  });
});

describe('links to the official forms', () => {
  const linked = (text: string) => new Map(service.documentLinks(open(text)).map(({ range, form }) => [form, textAt(text, range)]));
  const opening = '报告所列数据的统计期限';

  it('stand on the numbers of their notices, however the brackets are written', () => {
    assert.ok(base.includes(opening));
    assert.deepEqual(linked(base.replace(opening, `按照国办公开办函〔2021〕30号编制（此前为国办公开办函[2019]60号）。${opening}`)),
      new Map([['2021', '国办公开办函〔2021〕30号'], ['2019', '国办公开办函[2019]60号']]));
  });

  it('stand on no other document, and outside reports on none', () => {
    assert.deepEqual(linked(base.replace(opening, `国办公开办函〔2021〕3号、国办函〔2021〕30号。${opening}`)), new Map());
    assert.deepEqual(linked('# 通知\n\n国办公开办函〔2021〕30号\n'), new Map());
  });
});

describe('the outline', () => {
  const kindsIn = (document: ReportDocument): Set<string> => {
    const kinds = (entries: readonly OutlineEntry[]): string[] => entries.flatMap(({ kind, children }) => [kind, ...kinds(children)]);
    return new Set(kinds(service.outline(document)));
  };

  it('has the rows of some reports', () => {
    assert.deepEqual(kindsIn(open(`${base}\n`.repeat(20))), new Set(['report', 'section', 'table', 'row']));
  });

  it('ends with the tables where there are very many reports', () => {
    assert.deepEqual(kindsIn(open(`${base}\n`.repeat(21))), new Set(['report', 'section', 'table']));
  });
});

describe('colours', () => {
  it('of a part are those of the whole that stand in it', () => {
    const document = open(`${base}\n`.repeat(3));
    const line = document.text.slice(0, document.text.lastIndexOf(totalRow)).split('\n').length - 1;
    const range = { start: { line: line - 3, character: 0 }, end: { line: line + 1, character: 0 } };
    const whole = service.semanticTokens(document).filter((token) => token.line >= line - 3 && token.line <= line);
    assert.ok(whole.length > 20);
    assert.deepEqual(service.semanticTokens(document, range), whole);
  });
});

describe('folding', () => {
  it('takes sections and tables, each to its last line', () => {
    const lines = base.split('\n');
    const found = service.folds(open(base)).map(({ startLine, endLine }) => `${lines[startLine]?.slice(0, 8)} … ${lines[endLine]?.slice(0, 8)}`);
    assert.ok(found.includes('## 三、收到和 … | 四、结转下年'), found.join('\n'));
    assert.ok(found.some((fold) => fold.startsWith('| （本列数据的 … | 四、结转')), found.join('\n'));
    assert.ok(service.folds(open(base)).every(({ startLine, endLine }) => startLine < endLine));
  });

  it('takes reports where there are several', () => {
    const text = `${base}\n${base.replaceAll('2024', '2023')}`;
    assert.ok(service.folds(open(text)).some(({ startLine }) => startLine === 0));
    assert.ok(!service.folds(open(base)).some(({ startLine }) => startLine === 0));
  });
});

describe('selection', () => {
  it('grows from a cell to the row, the table, the section and the document', () => {
    const ranges = service.selectionRanges(open(base), at(base, totalRow, '12'));
    const texts = ranges.map((range) => textAt(base, range));
    assert.equal(texts[0], '12');
    assert.equal(texts[1], ' 12 ');
    assert.ok(texts[2]?.includes('（七）总计'));
    assert.ok(texts.some((text) => text.startsWith('| （本列数据') && text.endsWith('| 0 | 1 |')));
    assert.ok(texts.some((text) => text.startsWith('## 三、') || text.startsWith('三、')));
    assert.equal(texts.at(-1), base);
    texts.slice(1).forEach((text, index) => assert.ok(text.includes(texts[index] ?? '') && text.length > (texts[index] ?? '').length));
  });
});

describe('hovers', () => {
  it('make no link of what looks like an address in the document', () => {
    const text = base.replace('| 行政许可 | 26 |', '| 行政许可 | www.qinghe.example https://qinghe.example a@qinghe.example |');
    const { markdown = '' } = service.hover(open(text), at(text, '| 行政许可 | www', 'www')) ?? {};
    assert.match(markdown, /www\\\.qinghe\.example https\\:\/\/qinghe\.example a\\@qinghe/u);
  });
});

describe('an identity that does not hold', () => {
  before(() => useLocale('en'));

  for (const [what, text, count] of [
    ['a total', base.replace(totalRow, totalRow.replace('12', '99')), 3],
    ['a blank beside it', base.replace(totalRow, totalRow.replace('12', '99')).replace('数量 |  |  | 12 |', '数量 |  |  |  |'), 2],
  ] as const) {
    it(`is told by the finding, the hover, the list and the form in one way: ${what}`, () => {
      const document = open(text);
      const broken = service.identityLists(document).flatMap(({ identities }) => identities.filter(({ state }) => state === 'broken'));
      assert.ok(broken.length >= count, String(broken.length));
      const ways = broken.map(({ name, formula }) => `${name}: ${formula}`);
      const related = service.diagnostics(document).flatMap(({ related }) => related).map(({ message }) => message).filter((message) => message.includes('≠'));
      assert.ok(related.length > 0 && related.every((message) => ways.includes(message)), related.join('\n'));
      for (const [index, { range }] of broken.entries()) {
        const { markdown = '' } = service.hover(document, range.start) ?? {};
        assert.ok(markdown.includes(`✗ ${ways[index]} — does not hold`), markdown);
      }
      const formulas = service.formViews(document).flatMap(({ tables }) => tables.flatMap(({ identities }) => identities)).filter(({ state }) => state === 'broken').map(({ formula }) => formula);
      assert.deepEqual(formulas, broken.map(({ formula }) => formula));
    });
  }
});

describe('inlay hints', () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

  it('say what the parts make, behind totals that differ', () => {
    const text = base.replace(totalRow, totalRow.replace('12', '99'));
    const hints = service.inlayHints(open(text), whole);
    assert.equal(hints.length, 1);
    assert.match(hints[0]?.label ?? '', /12/);
    assert.match(hints[0]?.tooltip ?? '', /≠/);
    const { line, character } = at(text, '| （七）总计 |  | 99 |', '99');
    assert.deepEqual(hints[0]?.position, { line, character: character + 2 });
  });

  it('are none where all totals are right, or blank', () => {
    assert.deepEqual(service.inlayHints(open(base), whole), []);
    assert.deepEqual(service.inlayHints(open(base.replace(totalRow, totalRow.replace('12', ''))), whole), []);
  });
});
