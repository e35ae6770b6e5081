/** An object with what is noted of it. */
type Noted<Value> = Record<symbol, Value | undefined>;

/**
 * What is noted of objects, as in a WeakMap, and gone with them. V8 takes what an old WeakMap holds for alive each time that it collects
 * what is young, and with it whole documents that were let go long ago; what an object holds itself goes at once. Copies of an
 * object take nothing along.
 */
export class Notes<Key extends object, Value extends NonNullable<unknown>> {
  readonly #name = Symbol('note');

  get(key: Key): Value | undefined {
    return (key as Noted<Value>)[this.#name];
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  set(key: Key, value: Value): void {
    if (this.has(key)) {
      (key as Noted<Value>)[this.#name] = value;
    } else {
      Object.defineProperty(key, this.#name, { value, writable: true, configurable: true });
    }
  }

  /** What is noted of an object, or else what is computed of it, which is noted then. */
  of(key: Key, compute: (key: Key) => Value): Value {
    const known = this.get(key);
    if (known !== undefined) {
      return known;
    }
    const value = compute(key);
    this.set(key, value);
    return value;
  }

  delete(key: Key): void {
    if (this.has(key)) {
      (key as Noted<Value>)[this.#name] = undefined;
    }
  }
}
