/** Computes once for each object, and lets go of the result with it. */
export function memoised<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) {
      return before;
    }
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
