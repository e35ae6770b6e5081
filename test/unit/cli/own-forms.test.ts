import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { call, cleanReport } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

const form = readFileSync(new URL('../../fixtures/forms/2031.disclosure-form.json', import.meta.url), 'utf8');
/** The report of 2024, and the invented form as that of its year. */
const inForce = form.replace('"from": 2031', '"from": 2024');
const settings = '{ "forms": ["forms/next.disclosure-form.json"] }';

describe('forms of one\'s own', () => {
  after(removeFolders);

  it('are named in the settings file: reports of their years are held against them', async () => {
    const folder = makeFolder({ 'a.md': cleanReport, '.disclosure-report.json': settings, 'forms/next.disclosure-form.json': inForce });
    const { code, out } = await call(folder, ['check', '--format', 'json', 'a.md']);
    const [{ reports, diagnostics }] = JSON.parse(out).files;
    assert.equal(code, 1);
    assert.equal(reports[0].form, '2031');
    assert.deepEqual(diagnostics.map(({ code: found, message }: { code: string; message: string }) => [found, message]), [
      ['missing-row', 'Row "（三）9.属于工作秘密事项" of the form is missing.'],
      ['section-title', 'The section\'s title is altered; the official one is "五、存在的不足和改进打算".'],
    ]);
  });

  it('change nothing in reports of other years, and those are extracted by them', async () => {
    const folder = makeFolder({ 'a.md': cleanReport, '.disclosure-report.json': settings, 'forms/next.disclosure-form.json': form });
    assert.equal((await call(folder, ['check', 'a.md'])).code, 0);
    assert.equal(JSON.parse((await call(folder, ['extract', 'a.md'])).out).files[0].reports[0].form, '2021');
  });

  it('that are missing or faulty are named with their place in the settings file, and the official ones count', async () => {
    const folder = makeFolder({ 'a.md': cleanReport, '.disclosure-report.json': '{\n  "forms": ["b.json", "c.json"]\n}', 'c.json': form.replace('"2021"', '"1999"') });
    const { out } = await call(folder, ['check', 'a.md']);
    assert.match(out, /^\.disclosure-report\.json:2:13: warning: The form file b\.json cannot be read\. \[settings-file\]$/mu);
    assert.match(out, /^\.disclosure-report\.json:2:23: warning: c\.json, line 4: There is no form "1999"\. The known ones are 2019, 2021\. \[settings-file\]$/mu);
  });
});
