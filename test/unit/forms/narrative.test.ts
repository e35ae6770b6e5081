import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { faultsOfForm } from '../../../server/src/forms/check.ts';
import type { FormData } from '../../../server/src/forms/form.ts';
import formSchema from '../../../server/src/forms/form.schema.json' with { type: 'json' };
import { officialForms } from '../../../server/src/official-forms.ts';
import narrative from '../../../server/src/forms/narrative.json' with { type: 'json' };
import schema from '../../../server/src/forms/narrative.schema.json' with { type: 'json' };
import { foldText } from '../../../server/src/forms/vocabulary.ts';

const validate = new Ajv2020({ allErrors: true, strictRequired: false }).compile(schema);

describe('the schema of the words of sentences', () => {
  it('accepts them', () => {
    validate(narrative);
    assert.deepEqual(validate.errors ?? [], []);
  });

  it('is named by them, so that an editor completes and marks', () => {
    assert.equal(narrative.$schema, './narrative.schema.json');
  });

  it('says of each role in a line what it does', () => {
    for (const [role, { description }] of Object.entries(schema.$defs.words.properties)) {
      assert.match(description, /^[^\n]{8,120}\.$/u, role);
    }
  });

  it('knows the same roles in guards as in words', () => {
    assert.deepEqual(schema.$defs.role.enum, Object.keys(schema.$defs.words.properties));
  });

  const { guards, words, quantities } = narrative;
  const faults: [string, object][] = [
    ['a misspelt role', { ...narrative, words: { ...words, foriegn: ['各部门'] } }],
    ['a role that is missing', { ...narrative, words: { ...words, foreign: undefined } }],
    ['a guard of a misspelt role', { ...narrative, guards: [{ ...guards[0], roles: ['foriegn'] }] }],
    ['a guard without a counter-example', { ...narrative, guards: [{ ...guards[0], counterExample: undefined }] }],
    ['a word that stands twice below a role', { ...narrative, words: { ...words, foreign: ['各部门', '各部门'] } }],
    ['an unknown kind of quantity', { ...narrative, quantities: { ...quantities, received: { ...quantities.received, kind: 'recieved' } } }],
    ['a quantity that is a part of nothing', { ...narrative, quantities: { ...quantities, received: { ...quantities.received, within: [] } } }],
    ['an unknown list', { ...narrative, weights: ['斤'] }],
  ];
  for (const [what, data] of faults) {
    it(`refuses ${what}`, () => assert.equal(validate(data), false));
  }
});

describe('the words of sentences', () => {
  it('are written as they are compared: half-width, simplified, without white space', () => {
    const texts = [
      ...Object.values(narrative.words),
      ...[...Object.values(narrative.quantities), ...Object.values(narrative.applicants)].map(({ words }) => words),
    ].flat();
    assert.deepEqual(texts.filter((text) => foldText(text) !== text && !/[（），]/u.test(text)), []);
  });

  it('mean figures that the forms have, and nothing else', () => {
    for (const { data } of officialForms) {
      assert.deepEqual(faultsOfForm(data), [], data.id);
    }
    const [form] = officialForms.map(({ data }) => data) as [FormData];
    const faults = faultsOfForm({ ...form, meanings: { new: [['requests.recieved.total']] }, outcomes: { upheld: 'uphold' } });
    assert.deepEqual(faults.map(({ kind, name }) => [kind, name]), [['figure', 'requests.recieved.total'], ['column', 'uphold']]);
  });

  it('are all that a form may give a meaning, and each kind of them is one that a form gives', () => {
    const { meanings, outcomes } = formSchema.properties;
    const ids = (isOutcome: boolean): string[] => Object.entries(narrative.quantities).filter(([, { kind }]) => (kind === 'outcome') === isOutcome).map(([id]) => id);
    assert.deepEqual(meanings.propertyNames.enum, ids(false));
    assert.deepEqual(Object.keys(outcomes.properties), ids(true));
    const meant = new Set(officialForms.flatMap(({ data }) => [...Object.keys(data.meanings ?? {}), ...Object.keys(data.outcomes ?? {})]));
    assert.deepEqual([...ids(false), ...ids(true)].filter((id) => !meant.has(id)), []);
  });

  it('are parts of quantities that there are', () => {
    const parts = Object.values(narrative.quantities).flatMap((quantity) => ('within' in quantity ? quantity.within : []));
    assert.deepEqual(parts.filter((id) => !(id in narrative.quantities)), []);
  });
});
