import assert from 'node:assert/strict';
import { Notes } from '../../../server/src/syntax/notes.ts';

describe('what is noted of an object', () => {
  it('is there until it is taken back, beside what others note', () => {
    const [one, other] = [new Notes<object, string>(), new Notes<object, number>()];
    const object = {};
    assert.equal(one.get(object), undefined);
    one.set(object, 'a');
    other.set(object, 1);
    assert.deepEqual([one.get(object), other.get(object)], ['a', 1]);
    one.delete(object);
    assert.deepEqual([one.has(object), other.get(object)], [false, 1]);
  });

  it('is computed once, also where it says nothing much', () => {
    const notes = new Notes<object, number>();
    const object = {};
    let times = 0;
    const compute = (): number => {
      times += 1;
      return 0;
    };
    assert.deepEqual([notes.of(object, compute), notes.of(object, compute), times], [0, 0, 1]);
  });

  it('is neither listed, compared, written nor copied', () => {
    const notes = new Notes<object, string>();
    const object = { a: 1 };
    notes.set(object, 'a');
    assert.deepEqual(Reflect.ownKeys({ ...object }), ['a']);
    assert.equal(notes.get({ ...object }), undefined);
    assert.equal(notes.get(structuredClone(object)), undefined);
    assert.deepEqual(object, { a: 1 });
    assert.equal(JSON.stringify(object), '{"a":1}');
  });
});
