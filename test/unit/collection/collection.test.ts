import assert from 'node:assert/strict';
import fc from 'fast-check';
import { areSameNeighbours, compileNames, createCollection, type Collection, type ReportDigest } from '../../../server/src/collection/index.ts';
import { packed } from '../../../server/src/collection/packed.ts';

const names = compileNames({ organs: { 青禾县水务局: ['青禾县水利局'] }, hierarchy: { 青禾县: ['青禾县水务局', '青禾县林业局'] } });

function digest(organ: string, year: number, mark = 0): ReportDigest {
  return { organ, year, title: [mark, 0, mark, 10], tables: [], texts: [] };
}

/** What a collection says of each file, to be compared. */
function said(collection: Collection, files: Iterable<string>): unknown {
  return [...files].sort().map((uri) => [uri, collection.neighboursOf(uri)]);
}

describe('a collection of reports', () => {
  it('finds last year\'s report under another name', () => {
    const collection = createCollection();
    collection.set('a', [digest('青禾县水利局', 2023)], names);
    collection.set('b', [digest('青禾县水务局', 2024)], names);
    assert.equal(collection.neighboursOf('b')[0]?.lastYear?.uri, 'a');
    assert.equal(collection.neighboursOf('a')[0]?.lastYear, undefined);
  });

  it('compares nothing with one of two reports of a year', () => {
    const collection = createCollection();
    collection.set('a', [digest('青禾县水务局', 2023)], names);
    collection.set('b', [digest('青禾县水务局', 2023)], names);
    collection.set('c', [digest('青禾县水务局', 2024)], names);
    collection.set('d', [digest('青禾县', 2023)], names);
    assert.equal(collection.neighboursOf('c')[0]?.lastYear, undefined);
    assert.deepEqual(collection.neighboursOf('a')[0]?.twins.map(({ uri }) => uri), ['b']);
    assert.deepEqual(collection.neighboursOf('d')[0]?.units?.map(({ name, located, isDuplicate }) => [name, located?.uri, isDuplicate]),
      [['青禾县水务局', undefined, true], ['青禾县林业局', undefined, false]]);
  });

  it('tells of the first of many reports of one organ and year, and whom one far behind concerns', () => {
    const files = Array.from({ length: 30 }, (_, at) => String.fromCharCode(97 + at));
    const collection = createCollection();
    // First the odd ones, then the even ones from behind.
    for (const uri of [...files.filter((_, at) => at % 2 === 1), ...files.filter((_, at) => at % 2 === 0).reverse()]) {
      collection.set(uri, [digest('青禾县水务局', 2023)], names);
    }
    const twinsOf = (uri: string): string[] => (collection.neighboursOf(uri)[0]?.twins ?? []).map((twin) => twin.uri);
    assert.deepEqual(twinsOf('a'), files.slice(1, 11));
    assert.deepEqual(twinsOf('k'), files.slice(0, 10));
    assert.deepEqual(twinsOf('z'), files.slice(0, 10));
    assert.deepEqual([...collection.set('z', [digest('青禾县水务局', 2023, 1)], names)], []);
    assert.deepEqual([...collection.set('c', [digest('青禾县水务局', 2023, 1)], names)].sort(), files.filter((uri) => uri !== 'c'));
    assert.deepEqual([...collection.delete('c')].sort(), files.filter((uri) => uri !== 'c'));
    assert.deepEqual(twinsOf('a'), files.slice(1, 12).filter((uri) => uri !== 'c'));
  });

  it('says the same of the others where only a figure of one of two reports of a year changes', () => {
    const collection = createCollection();
    const shape = { form: '2021', table: 'requests', ids: ['received'], acrossYears: [], sums: [], signed: [] };
    const withFigure = (value: number): ReportDigest => ({ ...digest('青禾县水务局', 2023), tables: [{ shape, values: [value], places: packed([3, 4, 1]) }] });
    collection.set('a', [withFigure(1), digest('青禾县水务局', 2023, 40)], names);
    collection.set('b', [digest('青禾县水务局', 2023)], names);
    const before = [collection.neighboursOf('a'), collection.neighboursOf('b')];
    collection.set('a', [withFigure(2), digest('青禾县水务局', 2023, 40)], names);
    assert.deepEqual([collection.neighboursOf('a'), collection.neighboursOf('b')].map((now, at) => areSameNeighbours(now, before[at] ?? [])), [true, true]);
    collection.set('a', [{ ...withFigure(2), title: [1, 0, 1, 10] }, digest('青禾县水务局', 2023, 40)], names);
    assert.equal(areSameNeighbours(collection.neighboursOf('b'), before[1] ?? []), false);
  });

  it('finds reports of one file among each other', () => {
    const collection = createCollection();
    collection.set('a', [digest('青禾县水务局', 2024), digest('青禾县水务局', 2023)], names);
    assert.equal(collection.neighboursOf('a')[0]?.lastYear?.index, 1);
  });

  it('keeps yearly reports of other kinds apart', () => {
    const collection = createCollection();
    collection.set('a', [{ ...digest('青禾县水务局', 2023), kind: '法治政府建设年度报告' }], names);
    collection.set('b', [digest('青禾县水务局', 2024)], names);
    assert.equal(collection.neighboursOf('b')[0]?.lastYear, undefined);
  });

  it('is silent where organ or year is not certain', () => {
    const collection = createCollection();
    collection.set('a', [{ title: [], tables: [], texts: [], year: 2023 }, { title: [], tables: [], texts: [], organ: '青禾县水务局' }], names);
    collection.set('b', [{ title: [], tables: [], texts: [], year: 2023 }], names);
    assert.deepEqual(collection.neighboursOf('a').map(({ twins, lastYear }) => [twins, lastYear]), [[[], undefined], [[], undefined]]);
  });

  it('names the files that a change concerns, and no other', () => {
    const collection = createCollection();
    collection.set('government', [digest('青禾县人民政府', 2024)], names);
    collection.set('next', [digest('青禾县水务局', 2025)], names);
    collection.set('other', [digest('青禾县林业局', 2024)], names);
    assert.deepEqual([...collection.set('unit', [digest('青禾县水务局', 2024)], names)].sort(), ['government', 'next']);
    assert.deepEqual([...collection.set('unit', [digest('青禾县水务局', 2024, 1)], names)].sort(), ['government', 'next']);
    assert.deepEqual([...collection.delete('unit')].sort(), ['government', 'next']);
    assert.deepEqual([...collection.set('elsewhere', [digest('北渡县水务局', 2024)], names)], []);
  });

  it('says after any changes in any order what one made anew says, and every change that shows is named', () => {
    const organs = ['青禾县', '青禾县人民政府', '青禾县水务局', '青禾县水利局', '青禾县林业局'];
    const change = fc.record({
      uri: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      reports: fc.option(fc.array(fc.record({ organ: fc.constantFrom(...organs), year: fc.constantFrom(2022, 2023, 2024) }), { maxLength: 2 })),
    });
    fc.assert(fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
      const collection = createCollection();
      const files = new Map<string, readonly ReportDigest[]>();
      for (const { uri, reports } of changes) {
        const before = new Map([...files.keys()].map((one) => [one, collection.neighboursOf(one)]));
        const digests = reports?.map(({ organ, year }) => digest(organ, year));
        const concerned = digests ? collection.set(uri, digests, names) : collection.delete(uri);
        if (digests) {
          files.set(uri, digests);
        } else {
          files.delete(uri);
        }
        for (const one of files.keys()) {
          if (one !== uri && !concerned.has(one)) {
            assert.deepEqual(collection.neighboursOf(one), before.get(one));
          }
        }
      }
      const anew = createCollection();
      [...files].reverse().forEach(([uri, digests]) => anew.set(uri, digests, names));
      assert.deepEqual(said(collection, files.keys()), said(anew, files.keys()));
    }));
  });
});
