import assert from 'node:assert/strict';
import { describePlace } from '../../../../server/src/office/words.ts';
import { isUnread, type OfficeText } from '../../../../server/src/office/office-text.ts';
import { readOffice } from '../../../../server/src/office/read-office.ts';
import { useLocale } from '../../../../server/src/l10n.ts';
import { docx } from '../../../support/office/package.ts';

async function read(body: string): Promise<OfficeText> {
  const reading = await readOffice(docx(body));
  assert.ok(!isUnread(reading), JSON.stringify(reading));
  return reading;
}

const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

describe('a Word document', () => {
  it('is its paragraphs and its tables', async () => {
    const { text } = await read(`${p('标题')}${p('')}<w:tbl><w:tr>${cell('甲')}${cell('乙')}</w:tr><w:tr>${cell('丙')}${cell('')}</w:tr></w:tbl>${p('尾')}`);
    assert.equal(text, '标题\n\n| 甲 | 乙 |\n| --- | --- |\n| 丙 |  |\n\n尾\n');
  });

  it('lays merged cells on the grid', async () => {
    const { text } = await read(`<w:tbl><w:tr>${cell('甲', '<w:gridSpan w:val="2"/>')}${cell('乙')}</w:tr>`
      + `<w:tr>${cell('丙', '<w:vMerge w:val="restart"/>')}${cell('丁')}${cell('1')}</w:tr>`
      + `<w:tr>${cell('不显示', '<w:vMerge/>')}${cell('戊')}${cell('2')}</w:tr></w:tbl>`);
    assert.equal(text, '| 甲 |  | 乙 |\n| --- | --- | --- |\n| 丙 | 丁 | 1 |\n|  | 戊 | 2 |\n');
  });

  it('knows the place of each stretch', async () => {
    useLocale('zh-cn');
    const reading = await read(`${p('标题')}<w:tbl><w:tr>${cell('甲')}${cell('乙')}</w:tr><w:tr>${cell('丙')}${cell('')}</w:tr></w:tbl>${p('尾')}`);
    const placeOf = (text: string): string => {
      const place = reading.place(reading.text.indexOf(text));
      assert.ok(place);
      return describePlace(place);
    };
    assert.equal(placeOf('标题'), '第1段');
    assert.equal(placeOf('尾'), '第2段');
    assert.equal(placeOf('丙'), '表1 第2行 第1列');
    assert.equal(describePlace(reading.place(reading.text.indexOf('丙 |') + 4) ?? { kind: 'page', page: 0 }), '表1 第2行 第2列');
    assert.equal(reading.place(reading.text.indexOf('---')), undefined);
  });
});
