import assert from 'node:assert/strict';
import type { FormTable } from '../../../server/src/forms/table.ts';
import { useLocale } from '../../../server/src/l10n.ts';
import { analyse } from '../../../server/src/model/arithmetic/index.ts';
import type { BoundTable } from '../../../server/src/model/report.ts';
import { actMessage } from '../../../server/src/rules/support/act-messages.ts';
import { titleOf } from '../../../server/src/rules/support/arithmetic-titles.ts';
import { balancedTable } from '../../support/acts.ts';
import { seeded } from '../../support/random.ts';
import { applicants, at, requests, tableOf } from '../arithmetic/tables.ts';

/** A table with nothing of a text but its figures: words need no more. */
function bound(form: FormTable, values: readonly (number | null)[]): BoundTable {
  return { form, values, analysis: analyse(form.system, values) } as BoundTable;
}

function titlesOf(table: BoundTable): readonly string[] {
  return table.analysis.findings.flatMap(({ fixes }) => fixes.map((fix) => titleOf(table, fix)));
}

describe('what fixes and findings of sums say', () => {
  before(() => useLocale(undefined));

  const form = tableOf('2021', 'requests');
  const right = requests('2021', {
    'received.naturalPerson': 64, 'granted.naturalPerson': 32, 'partlyGranted.naturalPerson': 14, 'unavailable.notHeld.naturalPerson': 13, 'carriedOut.naturalPerson': 5,
    'received.business': 39, 'granted.business': 8, 'partlyGranted.business': 10, 'unavailable.notHeld.business': 17, 'carriedOut.business': 4,
  });
  const written = (over: Readonly<Record<string, number>>): BoundTable => {
    const values = [...right];
    Object.entries(over).forEach(([name, value]) => (values[at(form, name)] = value));
    return bound(form, values);
  };

  it('a row without any number but 一、 is called by what it counts: its numeral would run into the column', () => {
    const carried = requests('2021', {
      'received.naturalPerson': 44, 'carriedIn.naturalPerson': 20, 'granted.naturalPerson': 64, 'received.business': 39, 'carriedIn.business': 3, 'granted.business': 42,
    });
    const wrong = carried.with(at(form, 'received.naturalPerson'), 54).with(at(form, 'carriedIn.business'), 13);
    assert.deepEqual([...new Set(titlesOf(bound(form, wrong)).filter((title) => title.endsWith('（共2处）')))], [
      '将新收：自然人改为44、上年结转：商业企业改为3（共2处）', '将新收：商业企业改为29、上年结转：自然人改为10（共2处）',
    ]);
  });

  it('titles have 40 characters at most, whatever was done to the table', () => {
    for (let seed = 0; seed < 240; seed += 1) {
      const random = seeded(seed * 31 + 9);
      const { table, values } = balancedTable(seed % 2 === 0 ? '2019' : '2021', seed % 5 === 0 ? 'review' : 'requests', seed % 3 === 0 ? 'large' : 'small', random);
      for (let count = 0; count < 2; count += 1) {
        const [one, other] = [random.integer(0, values.length - 1), random.integer(0, values.length - 1)];
        [values[one], values[other]] = random.chance(0.5) ? [random.integer(0, 30), values[other] ?? 0] : [values[other] ?? 0, values[one] ?? 0];
      }
      const long = titlesOf(bound(table, values)).filter((title) => [...title].length > 40);
      assert.deepEqual(long, []);
    }
  });

  it('differences of both signs have no sum', () => {
    const rowOf = (row: string): Record<string, number> => Object.fromEntries([...applicants, 'total'].map((column) => [column, right[at(form, `${row}.${column}`)] ?? 0]));
    const copied = written(Object.fromEntries(Object.entries(rowOf('granted')).map(([column, value]) => [`partlyGranted.${column}`, value])));
    const messages = copied.analysis.findings.map((finding) => actMessage(copied, finding));
    assert.deepEqual(messages, ['“（二）部分公开”一行与“（一）予以公开”一行完全相同，而与其他数字不符（各列差额为18、2、0、0、0、0），疑误复制。']);
  });

  it('that all agrees once two cells are exchanged is said where nothing else is wrong', () => {
    const moved = { 'unavailable.notHeld.business': 0, 'unavailable.notHeld.research': 17 };
    const saysAll = (table: BoundTable): boolean => table.analysis.findings.some((finding) => actMessage(table, finding)?.includes('均成立') === true);
    assert.deepEqual([saysAll(written(moved)), saysAll(written({ ...moved, 'resultsTotal.naturalPerson': 70 }))], [true, false]);
  });
});
