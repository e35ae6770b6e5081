import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import slips from '../../../server/src/forms/slips.json' with { type: 'json' };
import schema from '../../../server/src/forms/slips.schema.json' with { type: 'json' };
import { normalise } from '../../../server/src/forms/vocabulary.ts';

const validate = new Ajv2020({ allErrors: true }).compile(schema);

describe('the words of slips', () => {
  it('fit their schema', () => {
    validate(slips);
    assert.deepEqual(validate.errors ?? [], []);
  });

  it('are refused with a misspelt key', () => assert.equal(validate({ ...slips, leftover: [] }), false));

  it('are written as they are compared', () => {
    for (const { words } of slips.doubled) {
      assert.equal(normalise(words), words);
    }
  });
});
