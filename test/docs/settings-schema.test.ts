import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { parseSettings } from '../../server/src/settings/index.ts';
import schema from '../../schemas/settings.schema.json' with { type: 'json' };

const validate = new Ajv({ strictRequired: false }).compile(schema);

/** The schema guides the editor, the parser decides: they must agree. */
describe('the schema of the settings file', () => {
  const good = [
    {},
    { severity: { 'balance': 'off', 'row-total': 'hint' } },
    { ignore: [{ file: '*.txt', code: 'blank-cell', reason: '已核对' }, { figure: 'requests.received.total', text: '' }] },
    { organs: { '青禾县水务局': ['青禾县水利局'] }, hierarchy: { '青禾县': ['青禾县水务局'] }, forms: ['form.json'] },
  ];
  for (const settings of good) {
    it(`accepts ${JSON.stringify(settings)}`, () => {
      assert.equal(validate(settings), true);
      assert.deepEqual(parseSettings(JSON.stringify(settings)).problems, []);
    });
  }

  const bad = [
    { level: {} },
    { severity: { 'total': 'off' } },
    { severity: { 'balance': 'fatal' } },
    { ignore: [{ reason: '已核对' }] },
    { ignore: [{ code: 'total' }] },
    { ignore: {} },
    { organs: ['青禾县水务局'] },
    { forms: [''] },
  ];
  for (const settings of bad) {
    it(`refuses ${JSON.stringify(settings)}`, () => {
      assert.equal(validate(settings), false);
      assert.notEqual(parseSettings(JSON.stringify(settings)).problems.length, 0);
    });
  }
});
