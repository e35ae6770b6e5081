import assert from 'node:assert/strict';
import { useLocale } from '../../../server/src/l10n.ts';
import type { BoundTable } from '../../../server/src/model/report.ts';
import { analyse } from '../../../server/src/model/arithmetic/index.ts';
import { titleOf } from '../../../server/src/rules/support/arithmetic-titles.ts';
import { balancedTable, harmed, offices, type Office } from '../../support/acts.ts';
import { seeded } from '../../support/random.ts';

/** What an editor shows of a title in its menu. */
const mostCharacters = 40;

describe('titles of fixes of figures', () => {
  before(() => useLocale('zh-cn'));

  it('fit a line, whatever was done to the table, and hold no spaces between digits and characters', () => {
    const titles = new Set<string>();
    for (let seed = 0; seed < 400; seed += 1) {
      const random = seeded(seed * 13 + 1);
      const { table, values } = balancedTable('2021', 'requests', random.pick(Object.keys(offices) as Office[]), random);
      const wrong = harmed(table, values, random.integer(1, 2), random).values;
      const shown = { form: table, values: wrong } as unknown as BoundTable;
      for (const { fixes } of analyse(table.system, wrong).findings) {
        fixes.forEach((fix) => titles.add(titleOf(shown, fix)));
      }
    }
    assert.ok(titles.size > 50);
    assert.deepEqual([...titles].filter((title) => title.length > mostCharacters || /\d \p{sc=Han}|\p{sc=Han} \d/u.test(title)), []);
  });
});
