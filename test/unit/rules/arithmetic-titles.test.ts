import assert from 'node:assert/strict';
import { useLocale } from '../../../server/src/l10n.ts';
import type { BoundTable } from '../../../server/src/model/report.ts';
import { analyse } from '../../../server/src/model/arithmetic/index.ts';
import { titleOf } from '../../../server/src/rules/support/arithmetic-titles.ts';
import { balancedTable, harmed, offices, type Office } from '../../support/acts.ts';
import { seeded } from '../../support/random.ts';
import { at, requests, tableOf } from '../arithmetic/tables.ts';

/** What an editor shows of a title in its menu. */
const mostCharacters = 40;

describe('titles of fixes of figures', () => {
  before(() => useLocale('zh-cn'));

  it('fit a line and are told apart, whatever was done to the table, and hold no spaces between digits and characters', () => {
    const titles = new Set<string>();
    for (let seed = 0; seed < 400; seed += 1) {
      const random = seeded(seed * 13 + 1);
      const { table, values } = balancedTable('2021', 'requests', random.pick(Object.keys(offices) as Office[]), random);
      const wrong = harmed(table, values, random.integer(1, 2), random).values;
      const shown = { form: table, values: wrong } as unknown as BoundTable;
      for (const { fixes } of analyse(table.system, wrong).findings) {
        const own = fixes.map((fix) => titleOf(shown, fix));
        assert.deepEqual(own.filter((title, at) => own.indexOf(title) !== at), [], 'two fixes of one finding bear one title');
        own.forEach((title) => titles.add(title));
      }
    }
    assert.ok(titles.size > 50);
    assert.deepEqual([...titles].filter((title) => title.length > mostCharacters || /\d \p{sc=Han}|\p{sc=Han} \d/u.test(title)), []);
  });

  it('name both cells where two parts are changed', () => {
    const table = tableOf('2021', 'requests');
    const values = requests('2021', {
      'received.naturalPerson': 6, 'received.business': 1, 'carriedIn.naturalPerson': 1, 'granted.naturalPerson': 3, 'granted.business': 1,
      'partlyGranted.naturalPerson': 1, 'unavailable.notHeld.naturalPerson': 2, 'carriedOut.naturalPerson': 1,
    });
    const write = (name: string, value: number): number => (values[at(table, name)] = value);
    write('partlyGranted.naturalPerson', 0);
    write('partlyGranted.business', 1);
    write('partlyGranted.total', 0);
    write('unavailable.needsCreation.naturalPerson', 2);
    write('unavailable.needsCreation.total', 2);
    const shown = { form: table, values } as unknown as BoundTable;
    const titles = analyse(table.system, values).findings.map(({ fixes }) => fixes.map((fix) => titleOf(shown, fix)));
    assert.ok(titles[0]?.includes('将（二）商业企业改为0、（四）1自然人改为1（共3处）'), titles.join('\n'));
    assert.deepEqual(titles.map((own) => own.length - new Set(own).size), titles.map(() => 0));
  });
});
