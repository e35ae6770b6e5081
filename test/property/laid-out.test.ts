import assert from 'node:assert/strict';
import fc from 'fast-check';

import { damageArbitrary, noDamage } from '../support/damage.ts';
import { damaged } from '../support/damaged.ts';
import { convertedLayouts, layouts, runTogether, strangeLayouts, type LaidOut } from '../support/layouts/index.ts';
import { readBack } from '../support/read-back.ts';
import { runs } from '../support/runs.ts';
import { reportArbitrary } from '../support/source.ts';
import { tableDamageKinds } from '../support/table-damage/index.ts';

/** The generators judge the parser, so they are judged first: by a reader that only knows numbers. */
describe('laid-out reports', () => {
  for (const layout of [...layouts, ...convertedLayouts, ...strangeLayouts, runTogether]) {
    it(`${layout.name}: each expected place holds a number that reads as the figure`, () => {
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
        assertReadable(layout.lay(report, damage));
      }), runs(20));
    });

    it(`${layout.name}: the same report and damage give the same text`, () => {
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
        assert.equal(layout.lay(report, damage).text, layout.lay(report, damage).text);
      }), runs(5));
    });

    it(`${layout.name}: without damage nothing is blank, lost or written twice`, () => {
      fc.assert(fc.property(reportArbitrary(), (report) => {
        const { expected, uncertain, text } = layout.lay(report, noDamage);
        assert.equal(uncertain.size, 0);
        assert.equal(expected.size, report.figures.size);
        assert.doesNotMatch(text, /[\ue000-\uf8ff]|undefined|NaN/);
      }), runs(5));
    });
  }
});

describe('damaged tables', () => {
  for (const kind of tableDamageKinds) {
    it(`${kind.name}: some layout suffers it, the same each time, and each place still holds its figure`, () => {
      const suffered = layouts.flatMap((layout) => [1, 2, 3].flatMap((seed) => {
        const found = damaged(layout, kind, seed);
        assert.equal(damaged(layout, kind, seed)?.laidOut.text, found?.laidOut.text);
        return found === undefined ? [] : [found.laidOut];
      }));
      assert.ok(suffered.length > 0);
      suffered.forEach(assertPlaced);
    });
  }
});

/** The number itself may be what the damage changed. */
function assertPlaced({ text, expected, uncertain }: LaidOut): void {
  assert.doesNotMatch(text, /[\ue000-\uf8ff]|undefined|NaN/);
  for (const [id, { value, places }] of [...expected, ...uncertain]) {
    for (const { start, end, digits } of places) {
      assert.ok(value !== null && start <= digits.start && digits.end <= end, id);
      assert.match(text.slice(start, end), /[\dOl〇一二三四五六七八九]/u);
    }
  }
}

function assertReadable({ text, expected, uncertain, report, damage }: LaidOut): void {
  assert.equal(expected.size + uncertain.size, report.figures.size);
  const inYuan = damage.amounts === 'header元' && report.form === '2019';
  for (const [id, { value, places }] of [...expected, ...uncertain]) {
    assert.equal(places.length === 0, value === null, `${id} has a place exactly where it has a value`);
    for (const { start, end, digits } of places) {
      const written = text.slice(start, end);
      assert.equal(readBack(written, inYuan && id.endsWith('.amount')), value, `${id} is written ${written}`);
      assert.equal(written, written.trim());
      assert.ok(start <= digits.start && digits.end <= end);
    }
  }
}
