import assert from 'node:assert/strict';
import { unzipSync, strFromU8 } from 'fflate';
import { writeDocx } from '../../../server/src/export/docx.ts';
import { writeHtml } from '../../../server/src/export/html.ts';
import type { PrintedTable } from '../../../server/src/types/printed.ts';
import { baseFixtures, exported, openFixture, openText, readAgain, service } from '../../support/exported.ts';
import { fixture } from '../../support/fixtures.ts';
import { readWell } from '../../support/office/reading.ts';

function documentXml(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
}

const flawed = fixture('base-2021.md').replace('|  | （七）总计 |  | 12 |', '|  | （七）总计 |  | 10 |').replace('| 行政许可 |', '| 行政许可项 |');

describe('a report exported as a document', () => {
  for (const name of baseFixtures) {
    it(`is read again from Word and from a page as it was: ${name}`, async () => {
      const document = openFixture(name);
      const [printed] = service.printedReports(document);
      assert.ok(printed);
      assert.deepEqual(printed.asWritten, []);
      const before = readAgain(document);
      assert.ok(Object.keys(before.figures).length > 150);
      assert.deepEqual(readAgain(openText((await readWell(writeDocx(printed))).text)), before);
      assert.deepEqual(readAgain(openText(writeHtml(printed), 'html')), before);
    });
  }

  it('shows the same mistakes, and blanks stay blank', async () => {
    const text = flawed.replace('| 行政强制 | 0 |', '| 行政强制 |  |').replace('| 2 | 0 | 0 | 0 | 0 | 0 | 2 |', '| / | 0 | 0 | 0 | 0 | 0 | 2 |');
    const before = readAgain(openText(text));
    assert.ok(before.findings.some((finding) => finding.startsWith('results-total')));
    const { printed } = exported(text);
    assert.deepEqual(readAgain(openText((await readWell(writeDocx(printed))).text)), before);
    assert.deepEqual(readAgain(openText(writeHtml(printed), 'html')), before);
  });

  it('has the title, the titles of sections and all paragraphs in their order, and only them', () => {
    const { printed } = exported([
      '网站首页 | 政务公开', '', '# 青禾县水务局2024年政府信息公开工作年度报告', '', '本报告**如实**编制，见[网站](http://qinghe.example/a)。', '',
      '## 一、总体情况', '', '### （一）主动公开', '', '全年公开信息12条。', '- 3', '', '- 第一条', '- 第二条', '', '## 六、其他需要报告的事项', '', '无。',
    ].join('\n'));
    assert.deepEqual(printed.blocks.map((block) => (block.kind === 'table' ? 'table' : `${block.kind} ${block.text}`)), [
      'title 青禾县水务局2024年政府信息公开工作年度报告', 'paragraph 本报告如实编制，见网站。', 'section 一、总体情况', 'heading （一）主动公开',
      'paragraph 全年公开信息12条。', 'paragraph 3', 'paragraph 第一条', 'paragraph 第二条', 'section 六、其他需要报告的事项', 'paragraph 无。',
    ]);
  });

  it('writes a table of which not all was read cell by cell, and says which', async () => {
    const { printed } = exported(fixture('base-2021.md').replace(/^\|  \| （七）总计.*$/mu, ''));
    assert.deepEqual(printed.asWritten, ['三、收到和处理政府信息公开申请情况']);
    const tables = printed.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
    assert.equal(tables[1]?.cells.some(({ kind }) => kind !== 'cell'), false);
    const again = readAgain(openText((await readWell(writeDocx(printed))).text));
    assert.ok(again.findings.some((finding) => finding.startsWith('missing-row')));
  });

  it('keeps labels that are written otherwise', () => {
    const { printed } = exported(fixture('base-2021.md').replace('2.其他法律行政法规禁止公开', '2.其他法律法规禁止公开'));
    const cells = printed.blocks.flatMap((block) => (block.kind === 'table' ? block.table.cells : [])).map(({ text }) => text);
    assert.ok(cells.includes('2.其他法律法规禁止公开'));
    assert.ok(!cells.includes('2.其他法律行政法规禁止公开'));
  });
});

describe('a Word document that is exported', () => {
  const bytes = writeDocx(exported(fixture('base-2021.md')).printed);

  it('has the parts of a package, which refer to each other', () => {
    const parts = unzipSync(bytes);
    assert.deepEqual(Object.keys(parts), [
      '[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/document.xml', 'word/styles.xml', 'word/footer1.xml',
    ]);
    const styles = strFromU8(parts['word/styles.xml'] as Uint8Array);
    for (const [, style] of documentXml(bytes).matchAll(/<w:(?:p|tbl)Style w:val="([^"]*)"/gu)) {
      assert.match(styles, new RegExp(`w:styleId="${style}"`, 'u'));
    }
  });

  it('lays each table on the widths of its columns, row by row', () => {
    const xml = documentXml(bytes);
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gu) ?? [];
    assert.equal(tables.length, 3);
    for (const table of tables) {
      const columns = table.match(/<w:gridCol /gu)?.length;
      for (const row of table.match(/<w:tr>.*?<\/w:tr>/gu) ?? []) {
        const spans = (row.match(/<w:tc>.*?<\/w:tc>/gu) ?? []).map((cell) => Number(/w:gridSpan w:val="(\d+)"/u.exec(cell)?.[1] ?? 1));
        assert.equal(spans.reduce((sum, span) => sum + span, 0), columns);
      }
    }
  });

  it('repeats the heads of a table on each page', () => {
    const [, requests] = documentXml(bytes).match(/<w:tbl>.*?<\/w:tbl>/gu) ?? [];
    assert.equal(requests?.match(/<w:tblHeader\/>/gu)?.length, 3);
    const heads = writeHtml(exported(fixture('base-2021.md')).printed).match(/<thead>.*?<\/thead>/gsu) ?? [];
    assert.deepEqual(heads.map((head) => head.match(/<tr>/gu)?.length), [3, 3]);
  });

  it('is the same whenever it is written', () => {
    assert.deepEqual(writeDocx(exported(fixture('base-2021.md')).printed), bytes);
  });
});

describe('what a text holds', () => {
  const hostile = 'a<script>alert(1)</script>&amp;"\'\u0007\uFFFE';
  const table: PrintedTable = { width: 1, height: 1, cells: [{ kind: 'cell', row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: hostile }] };
  const page = { name: hostile, blocks: [{ kind: 'paragraph' as const, text: hostile }, { kind: 'table' as const, table }] };

  it('is a text in a page, which runs and loads nothing', () => {
    const html = writeHtml(page);
    assert.equal(html.match(/<script/gu), null);
    assert.equal(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;&amp;amp;&quot;/gu)?.length, 3);
    assert.match(html, /default-src 'none'/u);
    assert.doesNotMatch(html, /https?:|url\(|@import/u);
  });

  it('is a text in a Word document, without what XML forbids', async () => {
    const { text } = await readWell(writeDocx(page));
    assert.ok(text.includes('script>alert(1)'));
    assert.ok(!text.includes('\u0007'));
  });
});
