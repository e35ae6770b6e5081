import assert from 'node:assert/strict';
import { zlibSync } from 'fflate';
import { officeHost } from '../../../../server/src/cli/reading/office-host.ts';
import { isUnread } from '../../../../server/src/office/office-text.ts';
import { readOffice } from '../../../../server/src/office/read-office.ts';
import { encryptions, type Encryption } from '../../../support/office/pdf-encryption.ts';
import { at, grid, pdfFile } from '../../../support/office/pdf-file.ts';

const prose = at(50, 780, '二〇二四年政府信息公开工作年度报告的正文在此处');
const content = prose + grid([50, 150, 250], [600, 570, 540]) + at(60, 580, '信息内容') + at(160, 580, '制发') + at(60, 550, '规章') + at(195, 550, '12');
const table = '| 信息内容 | 制发 |\n| --- | --- |\n| 规章 | 12 |\n';
const packed = zlibSync(Buffer.from(content, 'latin1'));

/** A file whose page's contents are the data, encrypted. */
function fileOf(data: Uint8Array, { encrypt, trailer }: Encryption, more = ''): Uint8Array {
  // The contents of the first page are the seventh object.
  const encrypted = Buffer.from(encrypt(data, 7)).toString('latin1');
  return pdfFile([{ content: '', stream: `<</Filter/FlateDecode${more}/Length ${encrypted.length}>>stream\n${encrypted}\nendstream` }], trailer,
    (text, object) => `<${Buffer.from(encrypt(Buffer.from(text), object)).toString('hex')}>`);
}

async function outcome(bytes: Uint8Array): Promise<string> {
  const reading = await readOffice(bytes, officeHost);
  return isUnread(reading) ? reading.unread : reading.text;
}

describe('an encrypted PDF that opens without a password', () => {
  for (const [name, encryption] of encryptions) {
    it(`by ${name} is read; broken or unpacked to more than a page's it is not`, async () => {
      assert.equal(await outcome(fileOf(packed, encryption)), `二〇二四年政府信息公开工作年度报告的正文在此处\n\n${table}`);
      assert.equal(await outcome(fileOf(zlibSync(Buffer.concat([Buffer.from(content), Buffer.alloc(40_000_000, ' ')])), encryption)), 'too-large');
      // Of a page that is cut, what stands before the cut would be shown as if it were all.
      assert.equal(await outcome(fileOf(packed.subarray(0, packed.length / 2), encryption)), 'broken');
    });
  }

  it('asks for a password where the one that is none does not fit, or where it is encrypted in no way that is known', async () => {
    const [, encryption] = encryptions[1]!;
    const of = (change: (trailer: string) => string): Uint8Array => fileOf(packed, { ...encryption, trailer: change(encryption.trailer) });
    assert.equal(await outcome(of((trailer) => trailer.replace('/U<', '/U<00'))), 'encrypted');
    assert.equal(await outcome(of((trailer) => trailer.replace('/Standard', '/Other'))), 'encrypted');
    assert.equal(await outcome(of((trailer) => trailer.replace('/Encrypt<<', '/Encrypt 99 0 R/Other<<'))), 'encrypted');
  });
});

describe('a PDF whose streams say that they are something else', () => {
  const plain: Encryption = { trailer: '', encrypt: (data) => data };
  const huge = zlibSync(Buffer.concat([Buffer.from(content), Buffer.alloc(80_000_000, ' ')]));

  it('is too large all the same where a page would be made of them', async () => {
    for (const more of ['/Length1 5', '/Subtype/Image', '/Type/Metadata', '/Type/XRef']) {
      assert.equal(await outcome(fileOf(huge, plain, more)), 'too-large', more);
    }
    const behindOthers = pdfFile([{ content: '', stream: `<</Filter[/Unknown/FlateDecode]/Length ${huge.length}>>stream\n${Buffer.from(huge).toString('latin1')}\nendstream` }]);
    assert.equal(await outcome(behindOthers), 'too-large');
  });

  it('is broken where a page is packed as a picture', async () => {
    const picture = pdfFile([{ content: '', stream: `<</Filter/DCTDecode/Length ${huge.length}>>stream\n${Buffer.from(huge).toString('latin1')}\nendstream` }]);
    assert.equal(await outcome(picture), 'broken');
  });
});
