import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { officeHost } from '../../../server/src/cli/reading/office-host.ts';
import { officialForms } from '../../../server/src/official-forms.ts';
import { createReportService } from '../../../server/src/service.ts';
import { isUnread } from '../../../server/src/office/office-text.ts';
import { readOffice } from '../../../server/src/office/read-office.ts';

const fixture = (name: string): URL => new URL(`../../fixtures/office/${name}`, import.meta.url);

interface Expected {
  readonly organ: string;
  readonly year: number;
  readonly figures: Readonly<Record<string, number>>;
}

const service = createReportService({
  forms: officialForms,
  log: (message) => {
    throw new Error(message);
  },
});

/** Files that other programs wrote, each with the form of the report in it. */
const files: readonly (readonly [name: string, form: '2019' | '2021'])[] = [
  ['2019.docx', '2019'], ['2021.docx', '2021'],
  ['2019.doc', '2019'], ['2021.doc', '2021'],
  ['2019.xlsx', '2019'], ['2019-one-sheet.xlsx', '2019'], ['2021.xlsx', '2021'], ['2021-one-sheet.xlsx', '2021'],
  ['2019.pdf', '2019'], ['2019-unruled.pdf', '2019'], ['2019-browser.pdf', '2019'], ['2021-browser.pdf', '2021'],
  ['2021-browser-unruled.pdf', '2021'],
];

/**
 * Files of which a part cannot be read for certain, with how many figures are: two of four digits stand on two lines each;
 * columns without rules touch.
 */
const partly: readonly (readonly [name: string, form: '2019' | '2021', right: number])[] = [
  ['2021.pdf', '2021', 200], ['2021-unruled.pdf', '2021', 115],
];

async function extracted(name: string, form: '2019' | '2021') {
  const expected = JSON.parse(readFileSync(fixture(`${form}.json`), 'utf8')) as Expected;
  const reading = await readOffice(readFileSync(fixture(name)), officeHost);
  assert.ok(!isUnread(reading), JSON.stringify(reading));
  const document = service.open(`test:///${name}`, 'markdown', 1, reading.text);
  return { expected, document, reports: service.extract(document) };
}

describe('office files of other programs', () => {
  for (const [name, form] of files) {
    it(`${name} gives all figures that were put in`, async () => {
      const { expected, document, reports } = await extracted(name, form);
      assert.deepEqual(reports.map(({ organ, year }) => ({ organ, year })), [{ organ: expected.organ, year: expected.year }]);
      assert.deepEqual(Object.fromEntries(Object.entries(reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value])), expected.figures);
      assert.deepEqual(service.diagnostics(document).filter(({ severity, code }) => severity === 'error' || code === 'unknown-row').map(({ code, message }) => `${code}: ${message}`), []);
    });
  }

  for (const [name, form, right] of partly) {
    it(`${name} gives ${right} figures, and none that is another`, async () => {
      const { expected, reports } = await extracted(name, form);
      const read = Object.entries(reports[0]?.figures ?? {}).filter(([, { value }]) => value !== null);
      assert.deepEqual(read.filter(([id, { value }]) => value !== expected.figures[id]).map(([id]) => id), []);
      assert.equal(read.length, right);
    });
  }

  it('are of formats that are not read only where that is said', async () => {
    const reasons = await Promise.all(['2021.odt', '2021.ods', '2021.rtf', '2021.xls'].map(async (name) => {
      const reading = await readOffice(readFileSync(fixture(name)));
      return isUnread(reading) ? reading.unread : 'read';
    }));
    assert.deepEqual(reasons, ['open-document', 'open-document', 'rich-text', 'old-sheet']);
  });
});
