/** One look at a file, which takes a while; it counts until the file is looked at anew or forgotten. */
export interface Look {
  counts(): boolean;
  /** It is over; whether it still counted. */
  end(): boolean;
}

/** The looks under way, the latest one at each file, by its URI. */
interface Looks {
  begin(key: string): Look;
  has(key: string): boolean;
  forget(key: string): void;
  clear(): void;
}

export function createLooks(): Looks {
  const latest = new Map<string, Look>();
  return {
    begin(key) {
      const look: Look = {
        counts: () => latest.get(key) === look,
        end: () => look.counts() && latest.delete(key),
      };
      latest.set(key, look);
      return look;
    },
    has: (key) => latest.has(key),
    forget: (key) => void latest.delete(key),
    clear: () => latest.clear(),
  };
}
