/** The page's own edits that it does not show yet. */
interface Unseen {
  isAny(): boolean;
  sent(): void;
  /** An edit was answered; the text has this version since. */
  told(version: number): void;
  /** The page shows the text in this version. */
  shown(version: number): void;
}

export function createUnseen(): Unseen {
  let unanswered = 0;
  let latest = 0;
  let seen = 0;
  return {
    isAny: () => unanswered > 0 || seen < latest,
    sent() {
      unanswered += 1;
    },
    told(version) {
      unanswered -= 1;
      latest = version;
    },
    shown(version) {
      // A text that was opened anew counts from the beginning.
      latest = version < seen ? version : latest;
      seen = version;
    },
  };
}
