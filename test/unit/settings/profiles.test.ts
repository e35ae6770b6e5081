import assert from 'node:assert/strict';
import { knownCodes } from '../../../server/src/rules/codes.ts';
import { profileSeverity } from '../../../server/src/settings/profiles.ts';

describe('the profiles', () => {
  for (const profile of ['drafting', 'reviewing']) {
    it(`name only codes and severities that there are: ${profile}`, () => {
      const severities = Object.entries(profileSeverity(profile));
      assert.ok(severities.length > 0);
      for (const [code, severity] of severities) {
        assert.ok(knownCodes.has(code), code);
        assert.ok(['error', 'warning', 'information', 'hint'].includes(severity), severity);
      }
    });
  }

  it('grade blanks by the stage of the work', () => {
    assert.equal(profileSeverity('drafting')['blank-cell'], 'hint');
    assert.equal(profileSeverity('reviewing')['blank-cell'], 'error');
  });

  it('are none for any other value', () => {
    for (const value of ['standard', 'toString', undefined, 1, {}]) {
      assert.deepEqual(profileSeverity(value), {});
    }
  });
});
