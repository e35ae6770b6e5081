import assert from 'node:assert/strict';
import { strToU8, unzipSync } from 'fflate/browser';
import { officeHost } from '../../../server/src/cli/reading/office-host.ts';
import { openZip } from '../../../server/src/office/zip/read-zip.ts';
import { ZipError } from '../../../server/src/office/zip/zip.ts';
import { packed } from '../../support/office/package.ts';

const parts = { 'a.xml': '<a>一二三</a>'.repeat(200), 'b/c.bin': Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 251), 'empty': '' };

function reasonOf(read: () => unknown): string | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof ZipError) {
      return error.reason;
    }
    throw error;
  }
  return undefined;
}

/** The bytes with a number of four bytes set, counted from the central directory's only entry. */
function withInDirectory(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  view.setUint32(view.getUint32(changed.length - 6, true) + offset, value, true);
  return changed;
}

describe('what Node unpacks by', () => {
  const { unpacking } = officeHost;
  it('gives the same as what is used where there is no Node, and refuses the same', () => {
    const whole = packed(parts);
    assert.deepEqual(openZip(whole, unpacking).entries.map((entry) => openZip(whole, unpacking).content(entry)), openZip(whole).entries.map((entry) => openZip(whole).content(entry)));
    const one = packed({ 'a.xml': '<a>一二三</a>'.repeat(200) });
    const damaged = one.slice();
    damaged.fill(0xff, 45, 55);
    // Of the sizes that it tells, one is too small for what is packed, and one too large; the check sum is another one.
    for (const bytes of [damaged, withInDirectory(one, 24, 3), withInDirectory(one, 24, 100_000), withInDirectory(one, 20, 20), withInDirectory(one, 16, 1)]) {
      const reasons = [undefined, unpacking].map((by) => reasonOf(() => openZip(bytes, by).read('a.xml')));
      assert.deepEqual(reasons, ['broken', 'broken']);
    }
  });
});

describe('an archive', () => {
  it('gives its parts, whatever the case of their names', () => {
    const zip = openZip(packed(parts));
    assert.deepEqual(zip.entries.map(({ name }) => name), ['a.xml', 'b/c.bin', 'empty']);
    assert.deepEqual(zip.read('A.XML'), strToU8(parts['a.xml']));
    assert.deepEqual(zip.read('b/c.bin'), parts['b/c.bin']);
    assert.deepEqual(zip.read('empty'), new Uint8Array());
  });

  it('is written again with one part changed and one added: the others stay the same bytes in the same order', () => {
    const before = Buffer.from(packed(parts));
    const kept = Buffer.from(before);
    const after = openZip(before).with(new Map([['a.xml', strToU8('<a>四</a>')], ['d.xml', strToU8('<d/>')]]));
    assert.ok(before.equals(kept), 'what was given is left as it is');
    const zip = openZip(after);
    assert.deepEqual(zip.entries.map(({ name }) => name), ['a.xml', 'b/c.bin', 'empty', 'd.xml']);
    const rawOf = (bytes: Uint8Array, name: string): Uint8Array => {
      const entry = openZip(bytes).entries.find((each) => each.name === name);
      assert.ok(entry);
      return bytes.subarray(entry.offset, entry.offset + 30 + name.length + entry.packedSize);
    };
    assert.ok(Buffer.from(rawOf(after, 'b/c.bin')).equals(rawOf(before, 'b/c.bin')));
    // Another program's reader takes it.
    assert.deepEqual(unzipSync(after), {
      'a.xml': strToU8('<a>四</a>'), 'b/c.bin': parts['b/c.bin'], 'empty': new Uint8Array(), 'd.xml': strToU8('<d/>'),
    });
  });

  it('written again without a change is the same bytes', () => {
    const before = packed(parts);
    assert.deepEqual(openZip(before).with(new Map()), before);
  });

  it('cut off anywhere is broken', () => {
    const whole = packed(parts);
    for (let length = 4; length < whole.length; length += 97) {
      assert.equal(reasonOf(() => openZip(whole.subarray(0, length))), 'broken');
    }
  });

  it('with a content that does not fit its check sum is broken', () => {
    const whole = packed({ a: '一二三四五六七八九十'.repeat(9) });
    whole[40] = (whole[40] as number) ^ 0x55;
    assert.equal(reasonOf(() => openZip(whole).read('a')), 'broken');
  });

  it('that unpacks to more than it says is left at once', () => {
    const bomb = withInDirectory(packed({ a: new Uint8Array(8 << 20) }), 24, 1000);
    assert.equal(reasonOf(() => openZip(bomb).read('a')), 'broken');
  });

  it('that says it unpacks to more than any document is too large', () => {
    const bomb = withInDirectory(packed({ a: new Uint8Array(1000) }), 24, 0x7fffffff);
    assert.equal(reasonOf(() => openZip(bomb).read('a')), 'too-large');
  });

  it('whose parts hold too much together is too large, however often it reads one of them', () => {
    const part = new Uint8Array(60 << 20);
    const zip = openZip(packed(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, part]))));
    for (const name of ['a', 'b', 'c', 'd', 'a', 'b']) {
      assert.equal(zip.read(name).length, part.length);
    }
    assert.equal(reasonOf(() => zip.read('e')), 'too-large');
    assert.equal(zip.content(zip.entries[4] ?? assert.fail()).length, part.length);
  });

  it('with more entries than any document is too large', () => {
    const many = packed(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`p${at}`, ''])));
    assert.equal(reasonOf(() => openZip(many)), 'too-large');
  });

  it('whose entry is encrypted says so', () => {
    const bytes = packed({ a: 'x' });
    const start = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    bytes[start + 8] = (bytes[start + 8] as number) | 1;
    assert.equal(reasonOf(() => openZip(bytes).read('a')), 'encrypted');
  });
});
