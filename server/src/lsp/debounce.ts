/**
 * Makes a function that remembers a document and does the work for it when no message is waiting any more:
 * what the next message supersedes is never computed, and nothing waits for a clock.
 * @param defer runs a task behind what is waiting now
 */
export function createDebounce(defer: (task: () => void) => void, work: (uri: string) => void): (uri: string) => void {
  const touched = new Set<string>();
  let isWaiting = false;
  let hasMoved = false;
  const step = (): void => {
    if (hasMoved) {
      hasMoved = false;
      defer(step);
      return;
    }
    isWaiting = false;
    const uris = [...touched];
    touched.clear();
    uris.forEach(work);
  };
  return (uri) => {
    touched.add(uri);
    hasMoved = true;
    if (!isWaiting) {
      isWaiting = true;
      defer(step);
    }
  };
}
