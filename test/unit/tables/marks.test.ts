import assert from 'node:assert/strict';

import { noDamage } from '../../support/damage.ts';
import { convertedLayouts, strangeLayouts } from '../../support/layouts/index.ts';
import { seeded } from '../../support/random.ts';
import { read } from '../../support/reading.ts';
import { randomReport } from '../../support/source.ts';

describe('marks of Markdown around a label', () => {
  for (const layout of [...convertedLayouts, ...strangeLayouts]) {
    it(`${layout.name}: change no figure`, () => {
      const { text, language } = layout.lay(randomReport('2021', seeded(5)), { ...noDamage, seed: 5 });
      const marked = text.replaceAll('行政处罚', '**行政处罚**').replaceAll('其他处理', '*其他处理*').replaceAll(/(?<=[|│\s])0(?=[|│\s])/gu, '**0**');
      const values = (one: string): (number | null)[] => Object.values(read(one, language).reports[0]?.figures ?? {}).map(({ value }) => value);
      assert.deepEqual(values(marked), values(text), marked);
    });
  }
});

describe('a line end within a cell of a drawn table', () => {
  const box = strangeLayouts.find(({ name }) => name === 'box drawing');
  const { text, language, expected } = box?.lay(randomReport('2021', seeded(5)), { ...noDamage, seed: 5 }) ?? { text: '', language: 'plaintext', expected: new Map() };

  it('leaves no part of a number as the whole one', () => {
    const places = [...expected].filter(([, { value, start, end }]) => value !== null && start !== undefined && (end ?? 0) - start > 1);
    assert.ok(places.length > 20);
    for (const [id, { value, start }] of places) {
      const broken = `${text.slice(0, (start ?? 0) + 1)}\n${text.slice((start ?? 0) + 1)}`;
      const found = read(broken, language).reports[0]?.figures[id]?.value;
      assert.ok(found === undefined || found === null || found === value, `${id}: ${found}`);
    }
  });
});
