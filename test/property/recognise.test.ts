import assert from 'node:assert/strict';
import fc from 'fast-check';

import { looksLikeReport } from '../../server/src/recogniser.ts';
import { damageArbitrary } from '../support/damage.ts';
import { layouts } from '../support/layouts/index.ts';
import { reportArbitrary } from '../support/source.ts';

describe('reports in every layout', () => {
  for (const layout of layouts) {
    it(`${layout.name}: are recognised, with their name and without it`, () => {
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
        const { text } = layout.lay(report, damage);
        assert.ok(looksLikeReport(text));
        assert.ok(looksLikeReport(text.replaceAll(/年\s*度\s*[报報]\s*告|年\s*[报報]/gu, '')));
      }), { numRuns: 30 });
    });
  }
});
