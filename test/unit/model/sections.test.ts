import assert from 'node:assert/strict';
import { createReportService } from '../../../server/src/service.ts';
import type { ExtractedReport } from '../../../server/src/service-types.ts';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const numerals = [...'一二三四五六'];
const service = createReportService();

/** The base with each line that begins with a section's title written anew. */
function withTitles(base: string, write: (numeral: string, title: string) => string): string {
  return readBase(base).replace(/^(?:## )?([一二三四五六])、([^\t\n]*(?:情况|事项))$/gmu, (_, numeral: string, title: string) => write(numeral, title));
}

/** Written anew, the base has no finding but those allowed, and all its figures. */
function assertClean(base: string, write: (numeral: string, title: string) => string, ...allowed: readonly string[]): void {
  const language = base.endsWith('.md') ? 'markdown' : 'plaintext';
  const text = withTitles(base, write);
  const { reports, diagnostics } = read(text, language);
  const found = diagnostics.filter(({ code }) => !allowed.includes(code)).map(({ code, message }) => `${code}: ${message}`);
  assert.deepEqual(found, [], write('二', '主动公开政府信息情况'));
  assert.deepEqual(valuesOf(reports[0]), valuesOf(read(readBase(base), language).reports[0]));
}

function valuesOf(report: ExtractedReport | undefined): Record<string, number | null> {
  return Object.fromEntries(Object.entries(report?.figures ?? {}).map(([id, { value }]) => [id, value]));
}

describe('titles of sections', () => {
  const plainTexts = ['word-2020.txt', 'tabs-2019.txt', 'lines-2022.txt', 'spaces-2021.txt'];

  for (const base of plainTexts) {
    it(`${base}: white space behind the numeral belongs to it, right above a table too`, () => {
      for (const gap of ['\t', ' ', '    ', '\u3000', '\u00a0', '\u3000\u3000', ' \t', '\u200b']) {
        assertClean(base, (numeral, title) => `${numeral}、${gap}${title}`);
        assertClean(base, (numeral, title) => `    ${numeral}、${gap}${title}\t`);
      }
    });

    it(`${base}: a number in arabic digits, in brackets or without its mark, with a tab behind it`, () => {
      for (const write of [(numeral: string) => `${numerals.indexOf(numeral) + 1}.`, (numeral: string) => `（${numeral}）`, (numeral: string) => numeral]) {
        assertClean(base, (numeral, title) => `${write(numeral)}\t${title}`, 'section-title');
      }
    });

    it(`${base}: chapters in the place of sections`, () => {
      assertClean(base, (numeral, title) => `第${numeral}章 ${title}`, 'section-title');
      assertClean(base, (numeral, title) => `第${numeral}节　${title}`, 'section-title');
    });

    it(`${base}: the numerals of all sections lost`, () => {
      assertClean(base, (_, title) => title);
      assertClean(base, (_, title) => `\u3000\u3000${title}：`, 'section-title');
    });

    it(`${base}: altered titles without numerals are known by their words`, () => {
      const altered: Readonly<Record<string, string>> = {
        一: '总体工作情况', 二: '主动公开情况', 三: '收到和处理政府信息公开申请的情况', 四: '政府信息公开行政复议和行政诉讼情况', 五: '存在的问题及改进情况', 六: '其他需要报告事项',
      };
      assertClean(base, (numeral) => altered[numeral] ?? '', 'section-title');
    });
  }

  it('in Markdown: the mark of an item before the numeral is no part of them', () => {
    for (const mark of ['- ', '+ ', '* ', '-   ']) {
      assertClean('2021.md', (numeral, title) => `${mark}${numeral}、${title}`);
    }
  });

  it('in Markdown: emphasis, escapes, anchors, attributes and underlines are no part of them', () => {
    const forms: readonly ((numeral: string, title: string) => string)[] = [
      (numeral, title) => `__${numeral}、${title}__`,
      (numeral, title) => `**${numeral}、** **${title}**`,
      (numeral, title) => `**${numeral}、****${title}**`,
      (numeral, title) => `*${numeral}、${title}*`,
      (numeral, title) => `***${numeral}、${title}***`,
      (numeral, title) => `<b>${numeral}、${title}</b>`,
      (numeral, title) => `<p align="center"><strong>${numeral}、${title}</strong></p>`,
      (numeral, title) => `<h2>${numeral}、${title}</h2>`,
      (numeral, title) => `## **${numeral}、${title}** ##`,
      (numeral, title) => `## <a id="s"></a>${numeral}、${title}`,
      (numeral, title) => `## []{#_Toc1 .anchor}${numeral}、${title} {#s-1 .unnumbered}`,
      (numeral, title) => `[${numeral}、${title}]{.underline}`,
      (numeral, title) => `\\## ${numeral}\\、${title}\\`,
      (numeral, title) => `&nbsp;&nbsp;${numeral}、&nbsp;${title}<br>`,
      (numeral, title) => `${numeral}、${title}\n====`,
      (numeral, title) => `${numeral}、${title}\n---`,
      (_, title) => `__${title}__`,
      (_, title) => `${title}\n----------`,
    ];
    for (const form of forms) {
      assertClean('2021.md', form);
      assertClean('pipe-2020.md', form);
    }
  });

  it('in Markdown: a numbered list is a title with an arabic number', () => {
    assertClean('2021.md', (numeral, title) => `${numerals.indexOf(numeral) + 1}.  ${title}`, 'section-title');
  });

  it('that a narrow page broke in two are read together', () => {
    assertClean('spaces-2021.txt', (numeral, title) => `${numeral}、${title.length > 10 ? `${title.slice(0, -4)}\n${title.slice(-4)}` : title}`);
  });

  it('in the first cell of a row of a sheet, the others empty', () => {
    assertClean('tabs-2019.txt', (numeral, title) => `${numeral}、${title}\t\t\t\t\t\t`);
    assertClean('spaces-2021.txt', (numeral, title) => `${numeral}、${title},,,,,,,,,`);
  });
});

describe('titles that ran into a paragraph', () => {
  const heads = '青禾县水务局2024年政府信息公开工作年度报告\n\n';
  const sectionsIn = (text: string, language = 'plaintext'): string[] => {
    const document = service.open('test:///report', language, 1, heads + text);
    return service.states(document)[0]?.sections.filter(({ range }) => range !== undefined).map(({ id }) => id) ?? [];
  };

  it('are found at its start and behind the end of a sentence', () => {
    assert.deepEqual(sectionsIn('一、总体情况 2024年，我局公开信息12条。二、主动公开政府信息情况（表格见下）'), ['overview', 'proactive']);
    assert.deepEqual(sectionsIn('现将有关情况报告如下：一、总体情况2024年，我局公开信息12条。\n六、其他需要报告的事项\n无。'), ['overview', 'other']);
    assert.deepEqual(sectionsIn('一、总体情况。我局公开信息12条。\u3000五、存在的主要问题及改进情况 一是解读不多。六、其他需要报告的事项 无。'), ['overview', 'problems', 'other']);
  });

  it('are found in paragraphs of a web page', () => {
    const page = '<html><body><h1>青禾县水务局2024年政府信息公开工作年度报告</h1><p>报告如下。一、总体情况　2024年，我局公开信息12条。</p><p>六、其他需要报告的事项 无。</p></body></html>';
    const document = service.open('test:///page', 'html', 1, page);
    assert.deepEqual(service.states(document)[0]?.sections.flatMap(({ id, range }) => (range ? [id] : [])), ['overview', 'other']);
  });

  it('are none where they are only named', () => {
    assert.deepEqual(sectionsIn('一、总体情况\n本报告包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。'), ['overview']);
    assert.deepEqual(sectionsIn('一、总体情况\n详见“六、其他需要报告的事项”。'), ['overview']);
    assert.deepEqual(sectionsIn('一、总体情况\n如前所述。二、主动公开政府信息情况的统计口径不变。'), ['overview']);
    assert.deepEqual(sectionsIn('一、总体情况良好，各项工作有序。'), []);
  });

  it('give way to a line of its own, and to the order of the form', () => {
    const text = '一、总体情况\n如下。六、其他需要报告的事项 无。\n\n二、主动公开政府信息情况\n\n六、其他需要报告的事项\n无。';
    assert.deepEqual(sectionsIn(text), ['overview', 'proactive', 'other']);
    const { diagnostics } = read(heads + text, 'plaintext');
    assert.ok(diagnostics.every(({ code }) => code !== 'duplicate-section' && code !== 'section-order'));
  });
});
