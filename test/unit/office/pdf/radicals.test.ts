import assert from 'node:assert/strict';
import { asMeant } from '../../../../server/src/pdf-glyphs/radicals.ts';

describe('the characters of a PDF', () => {
  it('are those that are meant where a browser that printed names them by their forms as radicals, and no others', () => {
    assert.equal(asMeant('石桥乡人⺠政府、⻘禾县⻓沟镇、⻩村⻢场'), '石桥乡人民政府、青禾县长沟镇、黄村马场');
    assert.equal(asMeant('⽔务局 ﬁle'), '水务局 file');
    assert.equal(asMeant('人民政府水务局12件'), '人民政府水务局12件');
  });
});
