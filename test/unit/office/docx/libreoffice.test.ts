import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWell } from '../../../support/office/reading.ts';
import { read } from '../../../support/reading.ts';

const folder = join(__dirname, '../../../fixtures/office');

describe('a Word document that LibreOffice wrote', () => {
  for (const year of ['2019', '2021']) {
    it(`on the form of ${year} gives every figure that was put in, and no finding`, async () => {
      const { text } = await readWell(readFileSync(join(folder, `${year}.docx`)));
      const { figures } = JSON.parse(readFileSync(join(folder, `${year}.json`), 'utf8')) as { figures: Record<string, number> };
      const { reports, diagnostics } = read(text, 'markdown');
      const values = Object.entries(reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value]);
      assert.deepEqual(Object.fromEntries(values), figures);
      assert.deepEqual(diagnostics, []);
    });
  }

  for (const ending of ['docx', 'doc']) {
    it(`as .${ending} shows tracked changes in the end, and nothing of text boxes`, async () => {
      const { text } = await readWell(readFileSync(join(folder, `2021-reviewed.${ending}`)));
      const { figures } = JSON.parse(readFileSync(join(folder, '2021.json'), 'utf8')) as { figures: Record<string, number> };
      const { reports, diagnostics } = read(text, 'markdown');
      assert.deepEqual(Object.fromEntries(Object.entries(reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value])), figures);
      assert.deepEqual(diagnostics, []);
      assert.ok(!text.includes('999'));
    });
  }
});
