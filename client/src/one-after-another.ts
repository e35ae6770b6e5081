/** Tasks that run in the order in which they were asked for, each when the one before it has ended, whether that failed or not. */
export interface OneAfterAnother {
  /** Gives when the task has ended. */
  run(task: () => Promise<void>): Promise<void>;
  /** Gives when nothing is left to run, of what is asked for meanwhile either. */
  settled(): Promise<void>;
}

export function oneAfterAnother(): OneAfterAnother {
  let last: Promise<void> = Promise.resolve();
  return {
    run(task) {
      last = last.then(task).catch(() => undefined);
      return last;
    },
    async settled() {
      for (let seen: Promise<void> | undefined; seen !== last;) {
        seen = last;
        await seen;
      }
    },
  };
}
