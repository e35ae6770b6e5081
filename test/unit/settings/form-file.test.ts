import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { useLocale } from '../../../server/src/l10n.ts';
import { officialForms } from '../../../server/src/official-forms.ts';
import { parseForm, readOwnForms, parseSettings } from '../../../server/src/settings/index.ts';

const official = officialForms.map(({ data }) => data);
const text = readFileSync(new URL('../../fixtures/forms/2031.disclosure-form.json', import.meta.url), 'utf8');

/** The faults of the form file with something in it written otherwise, as `line: message`. */
function faults(from: string | RegExp, to: string): string[] {
  const faulty = text.replace(from, to);
  assert.notEqual(faulty, text);
  const { form, problems } = parseForm(faulty, official);
  assert.equal(form, undefined, 'half a form is none');
  return problems.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

describe('a form file', () => {
  before(() => useLocale('en'));

  it('may say only in what it differs from another form', () => {
    const { form, problems } = parseForm(text, official);
    assert.deepEqual(problems, []);
    assert.deepEqual(form?.meanings, official[1]?.meanings, 'words mean what they mean on the form that is extended');
    assert.deepEqual(form?.outcomes, official[1]?.outcomes);
    assert.deepEqual(form?.sections.map(({ title }) => title).slice(3), [
      official[1]?.sections[3]?.title, '存在的不足和改进打算', official[1]?.sections[5]?.title,
    ]);
    assert.equal(form?.sections[4]?.leastText, 10, 'what is not said is as before');
    const denied = JSON.stringify(form?.tables[1]?.blocks[0]?.rows);
    assert.match(denied, /"administrativeInquiry","label":"8\.[^}]*\},\{"id":"workSecret","label":"9\.属于工作秘密事项"\}\]/u);
  });

  it('may be a whole form, and takes back, renames and adds rows, sections and tables', () => {
    assert.deepEqual(parseForm(JSON.stringify(official[0]), []).problems, []);
    const change = {
      extends: '2021', id: 'x', source: 'y', years: { from: 2030, to: 2031 },
      sections: [{ id: 'plans', numeral: '七', title: '下年安排', cues: [['安排']], after: 'other' }],
      tables: [{ id: 'requests', remove: ['notProcessed.reissue'], rename: [{ row: 'carriedOut', label: '四、结转下年' }] }],
    };
    const { form, problems } = parseForm(JSON.stringify(change), official);
    assert.deepEqual(problems, []);
    assert.equal(form?.sections.at(-1)?.title, '下年安排');
    const rows = JSON.stringify(form?.tables[1]?.blocks);
    assert.ok(!rows.includes('"reissue"') && rows.includes('四、结转下年"') && !rows.includes('四、结转下年度'));
  });

  it('that names what is not there is told so at its place', () => {
    assert.deepEqual(faults('"extends": "2021"', '"extends": "2020"'), ['4: There is no form "2020". The known ones are 2019, 2021.']);
    assert.deepEqual(faults('denied.administrativeInquiry', 'denied.other'), ['15: The table has no row "denied.other".']);
    assert.deepEqual(faults('"id": "requests"', '"id": "request"'),
      ['14: The form that is extended has no table "request"; a new one needs title, arrangement, blocks and identities.']);
    assert.deepEqual(faults('"workSecret"', '"stateSecret"'), ['13: "denied.stateSecret" stands here a second time.']);
    assert.deepEqual(faults('"add"', '"identities": [{ "code": "balance", "each": "column", "left": ["received"], "right": ["gone"], "anchor": "received" }], "add"'),
      ['15: The table has neither row nor column "gone".']);
    assert.deepEqual(faults('"to": 2040', '"to": 2030'), ['7: The form ends before it begins.']);
  });

  it('that does not fit the schema is told so at its place', () => {
    assert.deepEqual(faults('"after"', '"afer"'), ['15: "after" is missing here.', '15: There is no key "afer" here.']);
    assert.match(faults('2031, "to"', '"2031", "to"').join(), /^7: "from" does not fit here/u);
    assert.ok(faults('"extends": "2021",', '').length > 2, 'a form that extends none has to say everything');
  });

  it('may say what the words of sentences mean on it; those of rows that it loses mean nothing', () => {
    const change = {
      extends: '2021', id: 'x', source: 'y', years: { from: 2030, to: 2031 }, meanings: { fees: [['proactive.fees.amount']], new: [['requests.received.business']] },
      tables: [{ id: 'requests', remove: ['denied.stateSecret'] }],
    };
    const { form, problems } = parseForm(JSON.stringify(change), official);
    assert.deepEqual(problems, []);
    const { new: received, ...others } = form?.meanings ?? {};
    assert.deepEqual(received, [['requests.received.business']]);
    const { new: _, stateSecret, ...before } = official[1]?.meanings ?? {};
    assert.ok(stateSecret);
    assert.deepEqual(others, before);
    assert.deepEqual(faults('"phrases"', '"meanings": { "new": [["requests.recieved.total"]], "newly": [["requests.received.total"]] }, "phrases"')
      .map((fault) => fault.slice(0, 2)), ['8:', '8:']);
    assert.deepEqual(faults('requests.denied.workSecret.total', 'requests.denied.secret.total'), ['8: The form has no figure "requests.denied.secret.total".']);
  });

  it('that is no JSON, or empty, is told so', () => {
    assert.match(faults(/\}\s*$/u, '').join(), /no valid JSON/u);
    for (const other of ['', '[]', '3']) {
      assert.deepEqual(parseForm(other, official).problems.map(({ message }) => message), ['The file must hold one object in braces.']);
    }
  });

  it('is named in the settings file, whose own place is told where the file cannot be used', () => {
    const { formFiles } = parseSettings('{\n  "forms": ["a.json", "b.json", "c.json", "d.json"]\n}');
    const next = JSON.stringify({ extends: '2031', id: '2041', source: '甲', years: { from: 2041, to: 2050 } });
    const { forms, problems } = readOwnForms(formFiles, new Map([['a.json', text], ['c.json', next], ['d.json', '{ "extends": "2021" }']]), official);
    assert.deepEqual(forms.map(({ id, phrases }) => [id, phrases?.length]), [['2031', 1], ['2041', 1]]);
    assert.deepEqual(problems.map(({ message, range: { start } }) => [message, start.line, start.character]), [
      ['The form file b.json cannot be read.', 1, 22],
      ...['id', 'source', 'years'].map((key) => [`d.json, line 1: "${key}" is missing here.`, 1, 42]),
    ]);
  });
});
