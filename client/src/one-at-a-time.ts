/**
 * A task that runs one at a time: asked for meanwhile, it runs once more behind. So what changes over and over is shown
 * again and again, and no run is given up for the next. Gives when the run that knows of the request has ended.
 */
export function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    next = undefined;
    running = task().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    next ??= running?.then(run, run);
    return next ?? run();
  };
}
