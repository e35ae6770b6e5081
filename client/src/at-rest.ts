/** Runs a task for a key once nobody has asked for that key any more for a while. */
interface AtRest<Key> {
  ask(key: Key): void;
  dispose(): void;
}

/** @param rest the while, in milliseconds */
export function atRest<Key>(rest: number, task: (key: Key) => void): AtRest<Key> {
  const timers = new Map<Key, ReturnType<typeof setTimeout>>();
  return {
    ask(key) {
      clearTimeout(timers.get(key));
      timers.set(key, setTimeout(() => {
        timers.delete(key);
        task(key);
      }, rest));
    },
    dispose() {
      timers.forEach((timer) => clearTimeout(timer));
      timers.clear();
    },
  };
}
