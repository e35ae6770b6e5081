import assert from 'node:assert/strict';
import { compileNames } from '../../../server/src/collection/index.ts';

describe('the names of organs', () => {
  it('are one with 人民政府 and without it, in traditional characters and with spaces', () => {
    const { organ } = compileNames({});
    assert.equal(organ('青禾县人民政府'), organ('青禾县'));
    assert.equal(organ('石桥鄉 人民政府'), organ('石桥乡'));
    assert.notEqual(organ('青禾县人民政府办公室'), organ('青禾县'));
    assert.notEqual(organ('青禾县水务局'), organ('青禾县林业局'));
  });

  it('are one where the settings say so', () => {
    const { organ, faults } = compileNames({ organs: { 青禾县水务局: ['青禾县水利局', '青禾县水利水保局'] } });
    assert.equal(organ('青禾县水利局'), organ('青禾县水务局'));
    assert.equal(organ('青禾县水利水保局'), organ('青禾县水务局'));
    assert.deepEqual(faults, []);
  });

  it('are nobody\'s where two organs claim one, and that is named', () => {
    const { organ, faults } = compileNames({ organs: { 青禾县水务局: ['青禾县环境局'], 青禾县林业局: ['青禾县环境局', '青禾县林场'] } });
    assert.notEqual(organ('青禾县环境局'), organ('青禾县水务局'));
    assert.notEqual(organ('青禾县环境局'), organ('青禾县林业局'));
    assert.equal(organ('青禾县林场'), organ('青禾县林业局'));
    assert.deepEqual(faults, [{ kind: 'claimed', name: '青禾县环境局', path: ['organs', '青禾县林业局', 0] }]);
  });
});

describe('the units of governments', () => {
  it('are known by any name of the government', () => {
    const { organ, units } = compileNames({ hierarchy: { 青禾县人民政府: ['青禾县水务局'] } });
    assert.deepEqual(units.get(organ('青禾县')), [{ name: '青禾县水务局', organ: '青禾县水务局' }]);
  });

  it('count once, and one that stands there before is named', () => {
    const { units, faults } = compileNames({ hierarchy: { 青禾县: ['青禾县水务局', '青禾县水务局'], 青禾县人民政府: ['青禾县林业局'] } });
    assert.equal(units.get('青禾县')?.length, 1);
    assert.deepEqual(faults.map(({ kind, path }) => [kind, ...path]), [['twice', 'hierarchy', '青禾县', 1], ['twice', 'hierarchy', '青禾县人民政府']]);
  });

  it('are left out where a government stands below itself; the rest holds', () => {
    const { units, faults } = compileNames({ hierarchy: { 南市: ['青禾县'], 青禾县: ['石桥镇'], 石桥镇: ['青禾县人民政府'], 北市: ['北渡县'] } });
    assert.deepEqual(faults.map(({ kind, name }) => `${kind} ${name}`), ['cycle 青禾县', 'cycle 石桥镇']);
    assert.deepEqual([...units.keys()], ['南市', '北市']);
  });
});
