import assert from 'node:assert/strict';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decode, encode, encodingNamed } from '../../../server/src/cli/reading/encoding.ts';

const prose = '青禾县数据局2024年政府信息公开工作年度报告\r\n\r\n一、总体情况\r\n　　全年主动公开政府信息154条。';

/** Decodes, and sees that encoding again gives the same bytes. */
function check(bytes: Buffer, asked?: Parameters<typeof decode>[1]): [encoding: string, text: string] {
  const decoded = decode(bytes, asked);
  assert.ok(decoded !== undefined && !decoded.isDamaged);
  assert.ok(encode(decoded.text, decoded)?.equals(bytes));
  return [decoded.encoding, decoded.text];
}

describe('the encoding of a file', () => {
  it('is UTF-8 where that fits, with or without a byte order mark, which is no part of the text', () => {
    assert.deepEqual(check(Buffer.from(prose)), ['utf-8', prose]);
    assert.deepEqual(check(Buffer.from(`\uFEFF${prose}`)), ['utf-8', prose]);
    assert.deepEqual(check(Buffer.alloc(0)), ['utf-8', '']);
  });

  it('is UTF-16 where the byte order mark says so, lone surrogates kept', () => {
    const odd = `${prose}\uD800\uDC00\uD800。`;
    assert.deepEqual(check(Buffer.from(`\uFEFF${odd}`, 'utf16le')), ['utf-16le', odd]);
    assert.deepEqual(check(Buffer.from(`\uFEFF${odd}`, 'utf16le').swap16()), ['utf-16be', odd]);
  });

  it('is UTF-16 without its mark where that shows Chinese, and a binary file is none', () => {
    assert.deepEqual(check(Buffer.from(prose, 'utf16le')), ['utf-16le', prose]);
    assert.deepEqual(check(Buffer.from(prose, 'utf16le').swap16()), ['utf-16be', prose]);
    for (const bytes of [Buffer.alloc(100), Buffer.from('English text', 'utf16le'), Buffer.concat([Buffer.from(prose, 'utf16le'), Buffer.alloc(100)]),
      Buffer.from(prose.replaceAll('\r\n', '\0')), Buffer.from(Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256))]) {
      assert.equal(decode(bytes), undefined);
    }
  });

  it('is GB18030 where the bytes are no UTF-8 and show Chinese', () => {
    assert.deepEqual(check(iconv.encode(prose, 'gb18030')), ['gb18030', prose]);
    assert.deepEqual(check(iconv.encode(`${prose}𠮷㐀`, 'gb18030')), ['gb18030', `${prose}𠮷㐀`]);
  });

  it('is what was asked for', () => {
    const traditional = '政府資訊公開年報，共154條。';
    assert.deepEqual(check(iconv.encode(traditional, 'big5'), 'big5'), ['big5', traditional]);
    assert.deepEqual(check(iconv.encode(prose, 'gb18030'), 'gb18030'), ['gb18030', prose]);
    assert.deepEqual(check(Buffer.from(prose, 'utf16le'), 'utf-16le'), ['utf-16le', prose]);
  });

  it('is not taken for GB18030 in Big5 or in a Western text', () => {
    assert.equal(decode(iconv.encode('政府資訊公開工作年度報告，申請公開政府資訊情況與處理結果', 'big5'))?.isDamaged, true);
    assert.equal(decode(iconv.encode('Déjà vu, çà et là, où été', 'latin1'))?.isDamaged, true);
  });

  it('is damaged where bytes fit none, and every byte that does fit is kept', () => {
    const decoded = decode(Buffer.concat([Buffer.from('新收'), Buffer.from([0xff]), Buffer.from('3件')]));
    assert.equal(decoded?.text, '新收\uFFFD3件');
    assert.equal(decoded.isDamaged, true);
    assert.equal(decode(Buffer.from('真的是\uFFFD'))?.isDamaged, false);
  });

  it('of a binary file is none', () => {
    assert.equal(decode(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0])), undefined);
    assert.equal(decode(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])), undefined);
  });

  it('that cannot hold a character gives nothing to write', () => {
    assert.equal(encode('结转𠮷', { encoding: 'big5', hasMark: false }), undefined);
  });

  it('never fails, and what is not damaged comes back byte by byte', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (array) => {
      const bytes = Buffer.from(array);
      const decoded = decode(bytes);
      if (decoded !== undefined && !decoded.isDamaged && decoded.encoding !== 'gb18030') {
        assert.ok(encode(decoded.text, decoded)?.equals(bytes));
      }
    }));
  });

  it('has the names that people write', () => {
    assert.deepEqual(['GBK', 'gb2312', 'UTF8', 'Big5', 'utf_16le', 'latin1', 'constructor'].map(encodingNamed), [
      'gb18030', 'gb18030', 'utf-8', 'big5', 'utf-16le', undefined, undefined,
    ]);
  });
});
