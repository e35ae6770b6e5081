import { Notes } from '../syntax/notes.ts';

/** One entry an object for all memoised functions: an entry costs more than what most of them compute. */
const known = new Notes<object, unknown[]>();
let functions = 0;

/** Computes once for each object, and lets go of the result with it. */
export function memoised<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const index = functions;
  functions += 1;
  return (key) => {
    let values = known.get(key);
    if (values === undefined) {
      values = new Array<unknown>(functions).fill(undefined);
      known.set(key, values);
    }
    const before = values[index];
    if (before !== undefined) {
      return before as Value;
    }
    const value = compute(key);
    values[index] = value;
    return value;
  };
}

/** Computes when it is first asked for, and not again. */
export function once<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: compute() }).value;
}
