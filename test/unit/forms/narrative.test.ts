import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
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
    ['a quantity that means nothing', { ...narrative, quantities: { ...quantities, received: { ...quantities.received, meanings: {} } } }],
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

  it('mean figures that the forms have', () => {
    const known = new Map(officialForms.map(({ data, tables }) => [data.id, new Set([...tables.values()].flatMap(({ figureById }) => [...figureById.keys()]))]));
    for (const [id, { kind, meanings }] of Object.entries(narrative.quantities)) {
      for (const [form, sums] of Object.entries(meanings) as [string, readonly (readonly string[])[]][]) {
        const forms = form === 'any' ? [...known.keys()] : [form];
        const missing = sums.flat().map((figure) => figure.replace(/^-/u, '')).filter((figure) => forms.some((name) => !known.get(name)?.has(figure)));
        assert.deepEqual(kind === 'outcome' ? [] : missing, [], id);
      }
    }
  });
});
