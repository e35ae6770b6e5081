import assert from 'node:assert/strict';
import { pageOf } from '../../../server/src/export/index.ts';
import { writeDocx } from '../../../server/src/export/docx.ts';
import { useLocale } from '../../../server/src/l10n.ts';
import { writeHtml } from '../../../server/src/export/html.ts';
import type { PrintedTable } from '../../../server/src/types/printed.ts';
import { exported, openText, service } from '../../support/exported.ts';
import { fixture } from '../../support/fixtures.ts';
import { readWell } from '../../support/office/reading.ts';

const clean = fixture('base-2021.md');
const flawed = clean.replace('|  | （七）总计 |  | 12 |', '|  | （七）总计 |  | 10 |');

function sheetOf(text: string): ReturnType<typeof pageOf> {
  return pageOf('报告.md', exported(text), true);
}

/** The tables of a sheet: facts, identities of each table, findings where there are some, signatures. */
function rowsOf(text: string): string[][][] {
  return sheetOf(text).blocks.flatMap((block) => (block.kind === 'table' ? [textsOf(block.table)] : []));
}

function textsOf({ height, cells }: PrintedTable): string[][] {
  return Array.from({ length: height }, (_, row) => cells.filter((cell) => cell.row === row).map(({ text }) => text));
}

describe('the check sheet', () => {
  before(() => useLocale('en'));

  it('lists the 42 identities of the form of 2021 with their numbers', () => {
    const [facts = [], requests = [], review = [], signatures = []] = rowsOf(clean);
    assert.equal(requests.length - 1 + review.length - 1, 42);
    assert.ok([...requests.slice(1), ...review.slice(1)].every(([, , formula = '', state]) => /^\d+(?: \+ \d+)* = \d+(?: \+ \d+)*$/u.test(formula) && state === 'holds'));
    assert.ok(facts.some(([name, value]) => name === 'Identities' && value === '42 identities: 42 hold, 0 do not hold, 0 cannot be judged'));
    assert.ok(facts.some(([name, value]) => name === 'Findings' && value === 'Nothing was found.'));
    assert.deepEqual(signatures.map(([who]) => who), ['Checked by', 'Checked again by', 'Responsible']);
  });

  it('says which do not hold, and what was found where', () => {
    const [facts = [], requests = [], , findings = []] = rowsOf(flawed);
    assert.ok(requests.some(([, , formula = '', state]) => state === 'does not hold' && formula.includes('≠')));
    assert.equal(findings.length, 2);
    assert.match(findings[1]?.join(' ') ?? '', /^1 error 第\d+行 .*\[results-total\] $/u);
    assert.ok(facts.some(([name, value]) => name === 'Findings' && value === 'error: 1'));
  });

  it('is no report to whoever checks the folder that it stands in', async () => {
    for (const text of [clean, flawed]) {
      const sheet = sheetOf(text);
      assert.equal(service.isReport(openText(writeHtml(sheet), 'html')), false);
      assert.equal(service.isReport(openText((await readWell(writeDocx(sheet))).text)), false);
    }
  });
});
