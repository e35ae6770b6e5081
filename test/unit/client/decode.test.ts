import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { decode } from '../../../client/src/folder/decode.ts';
import { decode as decodeOnCommandLine } from '../../../server/src/cli/reading/encoding.ts';
import { fixture } from '../../support/fixtures.ts';

const report = fixture('base-2021.md');
const broken = Buffer.from([0xff, 0xfe, 0x80, 0x81]);

/** A text with bytes in its midst that belong to no character. */
function damaged(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, 900), broken, bytes.subarray(900)]);
}

describe('the text of a file that the editor reads for a folder', () => {
  const files: Readonly<Record<string, Buffer>> = {
    'UTF-8': Buffer.from(report), 'UTF-8 with its mark': Buffer.from(`\uFEFF${report}`), 'GB18030': iconv.encode(report, 'gb18030'),
    'UTF-16 with its mark': iconv.encode(report, 'utf-16le', { addBOM: true }), 'UTF-16 without': iconv.encode(report, 'utf-16be'),
    'damaged UTF-8': damaged(Buffer.from(report)), 'damaged GB18030': damaged(iconv.encode(report, 'gb18030')),
    'a Western text': iconv.encode('Déjà vu à la carte: le résumé', 'latin1'),
  };
  for (const [name, bytes] of Object.entries(files)) {
    it(`is that of the command line: ${name}`, () => {
      assert.equal(decode(bytes), decodeOnCommandLine(bytes)?.text);
    });
  }

  it('is that of the report where a few bytes are broken', () => {
    assert.ok(decode(damaged(Buffer.from(report))).startsWith(report.slice(0, 200)));
  });
});
