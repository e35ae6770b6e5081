import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
  ['2019.xlsx', '2019'], ['2019-one-sheet.xlsx', '2019'], ['2021.xlsx', '2021'], ['2021-one-sheet.xlsx', '2021'],
];

describe('office files of other programs', () => {
  for (const [name, form] of files) {
    it(`${name} gives all figures that were put in`, async () => {
      const expected = JSON.parse(readFileSync(fixture(`${form}.json`), 'utf8')) as Expected;
      const reading = await readOffice(readFileSync(fixture(name)));
      assert.ok(!isUnread(reading), JSON.stringify(reading));
      const document = service.open(`test:///${name}`, 'markdown', 1, reading.text);
      const reports = service.extract(document);
      assert.deepEqual(reports.map(({ organ, year }) => ({ organ, year })), [{ organ: expected.organ, year: expected.year }]);
      assert.deepEqual(Object.fromEntries(Object.entries(reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value])), expected.figures);
      assert.deepEqual(service.diagnostics(document).filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`), []);
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
