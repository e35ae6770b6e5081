import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import form2019 from '../../../server/src/forms/2019.json' with { type: 'json' };
import form2021 from '../../../server/src/forms/2021.json' with { type: 'json' };
import schema from '../../../server/src/forms/form.schema.json' with { type: 'json' };

const validate = new Ajv2020({ allErrors: true, strictRequired: false }).compile(schema);

describe('the schema of the forms', () => {
  for (const form of [form2019, form2021]) {
    it(`accepts the form of ${form.id}`, () => {
      validate(form);
      assert.deepEqual(validate.errors ?? [], []);
    });
  }

  const faults: [string, object][] = [
    ['an unknown key', { ...form2021, title: 'x' }],
    ['a year that is no number', { ...form2021, years: { from: '2021', to: 2026 } }],
    ['a form without tables', { ...form2021, tables: [] }],
    ['a row that has neither id nor rows', withRow({ label: '规章' })],
    ['a column of an unknown kind', withColumn({ id: 'issued', label: '本年制发件数', kind: 'number' })],
  ];
  for (const [what, form] of faults) {
    it(`refuses ${what}`, () => assert.equal(validate(form), false));
  }
});

function withRow(row: object): object {
  return { ...form2021, tables: [{ ...form2021.tables[0], blocks: [{ ...form2021.tables[0]?.blocks[0], rows: [row] }] }] };
}

function withColumn(column: object): object {
  return { ...form2021, tables: [{ ...form2021.tables[0], blocks: [{ ...form2021.tables[0]?.blocks[0], columns: [column] }] }] };
}
