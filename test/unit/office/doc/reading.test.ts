import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { blocksOf, gridOf } from '../../../../server/src/office/doc/rows.ts';
import { Bytes, DocError } from '../../../../server/src/office/doc/bytes.ts';
import { readParagraphs, type DocParagraph } from '../../../../server/src/office/doc/paragraphs.ts';
import type { Property } from '../../../../server/src/office/doc/properties.ts';
import { describePlace } from '../../../../server/src/office/words.ts';
import { useLocale } from '../../../../server/src/l10n.ts';
import { readWell, reasonOf } from '../../../support/office/reading.ts';

const original = new Uint8Array(readFileSync(new URL('../../../fixtures/office/2021.doc', import.meta.url)));

/** The file with other bytes in the head of its main stream, which tells what it is (MS-DOC 2.5.1). */
function withHead(change: (head: DataView) => void): Uint8Array {
  const bytes = original.slice();
  const start = bytes.findIndex((byte, at) => byte === 0xec && bytes[at + 1] === 0xa5 && at % 512 === 0);
  assert.ok(start > 0);
  change(new DataView(bytes.buffer, start));
  return bytes;
}

const cell = (text: string): DocParagraph => ({ text, kind: 'cell', depth: 1 });
/** The end of a row of cells with these edges and flags. */
function rowEnd(edges: readonly number[], flags: readonly number[]): DocParagraph {
  const bytes = new Uint8Array(1 + 2 * edges.length + 20 * flags.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, flags.length);
  edges.forEach((edge, at) => view.setInt16(1 + 2 * at, edge, true));
  flags.forEach((flag, at) => view.setUint16(1 + 2 * edges.length + 20 * at, flag, true));
  return { text: '', kind: 'row-end', depth: 1, definition: new Bytes(bytes) };
}

describe('a document of the old format', () => {
  it('is read with its places, and is not written', async () => {
    useLocale('zh-cn');
    const reading = await readWell(original);
    const place = reading.place(reading.text.indexOf('行政规范性文件'));
    assert.equal(place && describePlace(place), '表1 第4行 第1列');
    assert.equal(reading.source, 'doc');
    assert.deepEqual(reading.apply([{ start: 0, end: 1, newText: '甲' }]), { refused: [{ start: 0, end: 1, reason: 'old-format' }] });
  });

  it('is left unread where it is encrypted, of an older version, or none', async () => {
    assert.equal(await reasonOf(withHead((head) => head.setUint16(0x0a, head.getUint16(0x0a, true) | 0x0100, true))), 'encrypted');
    assert.equal(await reasonOf(withHead((head) => head.setUint16(2, 0x0068, true))), 'old-word');
    assert.equal(await reasonOf(withHead((head) => head.setUint16(0, 0, true))), 'old-word');
    assert.equal(await reasonOf(withHead((head) => head.setUint32(0x1a2, 0x7fffffff, true))), 'old-word');
  });

  it('is left unread wherever it is cut off', async () => {
    for (let length = 600; length < original.length - 4096; length += 3001) {
      assert.match(await reasonOf(original.subarray(0, length)) ?? '', /^(?:old-word|unknown)$/u, `${length}`);
    }
  });

  it('puts no number together with digits that are struck out, or raised or lowered behind a number', () => {
    const property = (code: number, value: number): Property => ({ code, operand: new Bytes(Uint8Array.of(value)) });
    const raisedBy = (halfPoints: number): Property => ({ code: 0x4845, operand: new Bytes(Uint8Array.of(halfPoints & 0xff, (halfPoints >> 8) & 0xff)) });
    const looks: Readonly<Record<string, readonly Property[]>> = {
      h: [raisedBy(8)], b: [raisedBy(-6)], m: [raisedBy(2)],
      s: [property(0x0837, 1)], d: [property(0x2a53, 1)], u: [property(0x2a48, 1)], l: [property(0x2a48, 2)], x: [property(0x0800, 1)], n: [property(0x0837, 0)],
    };
    /** The text of one cell; beside each character how it looks. */
    const shown = (text: string, how: string): string | undefined => readParagraphs(
      { text: `${text}\u0007`, places: Int32Array.from({ length: text.length + 1 }, (_, at) => at) }, { at: () => [] }, { at: (place) => looks[how[place] ?? ''] ?? [] },
    )[0]?.text;
    assert.equal(shown('9912', 'sd  '), '~~99~~12');
    assert.equal(shown('129', '  s'), '12~~9~~');
    assert.equal(shown('9件', 's '), '~~9~~件');
    assert.equal(shown('122件', '  u '), '12^2件');
    assert.equal(shown('1223', '  ll'), '12^23');
    assert.equal(shown('12甲', 'uus'), '12甲');
    assert.equal(shown('122件', '  h '), '12^2件');
    assert.equal(shown('122件', '  b '), '12^2件');
    assert.equal(shown('122件', '  m '), '122件');
    assert.equal(shown('122件', 'hhh '), '122件');
    assert.equal(shown('512', 'xn '), '12');
  });

  it('has its cells where its rows say that they are', () => {
    const paragraphs = [cell('甲'), cell('乙'), rowEnd([0, 1000, 3000], [0, 0]), cell('丙'), cell('1'), cell('2'), rowEnd([20, 1010, 2000, 3000], [0, 0, 0])];
    const [table] = blocksOf(paragraphs);
    assert.ok(table?.kind === 'table');
    assert.deepEqual(gridOf(table.rows).map((row) => row.map((each) => each?.text)), [['甲', '乙', undefined], ['丙', '1', '2']]);
  });

  it('has covered cells where a cell is merged downwards', () => {
    const paragraphs = [cell('甲'), cell('1'), rowEnd([0, 1000, 2000], [0x60, 0]), cell(''), cell('2'), rowEnd([0, 1000, 2000], [0x20, 0])];
    const [table] = blocksOf(paragraphs);
    assert.ok(table?.kind === 'table');
    assert.deepEqual(gridOf(table.rows).map((row) => row.map((each) => each?.text)), [['甲', '1'], [undefined, '2']]);
  });

  it('is refused where cells cannot be told exactly', () => {
    const refused = (...paragraphs: DocParagraph[]): void => assert.throws(() => blocksOf(paragraphs), DocError);
    refused(cell('甲'), rowEnd([0, 1000, 2000], [0, 0]));
    refused(cell('甲'), { text: '', kind: 'row-end', depth: 1 });
    refused(cell('甲'), { text: '文', kind: 'paragraph', depth: 0 });
    refused({ ...cell('甲'), depth: 2 });
    assert.throws(() => gridOf([[{ left: 0, text: '1', isCovered: false }, { left: 30, text: '2', isCovered: false }]]), DocError);
  });
});
