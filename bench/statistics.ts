/** The times of one subject at one task, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((one, other) => one - other);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), runs: sorted.length };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

/** Where nothing is measured in turns, but counted. */
export function amountOf(amount: number): Timing {
  return { median: amount, p95: amount, runs: 1 };
}

/** How long and how often each subject is measured. */
export interface Effort {
  /** Turns that all subjects take one after the other, so that the machine's drift meets them alike. */
  readonly rounds: number;
  readonly runsPerRound: number;
  /** Runs of each subject before any counts. */
  readonly warmUp: number;
  /** Milliseconds to wait before each run, as a typist does; without it the processor's caches and clock stay hot. */
  readonly pause: number;
  /** A subject that has used up so many milliseconds at one task is not measured further, one run aside. */
  readonly budget: number;
}

export interface Runner {
  readonly subject: string;
  /** Does the task once; gives a number where that is what counts, and not the time that it took. */
  readonly run: () => void | Promise<void | number>;
}

/** Measures the runners in turns, after a warm-up of each. */
export async function measureInTurns(runners: readonly Runner[], effort: Effort): Promise<ReadonlyMap<string, Timing>> {
  const times = new Map<string, number[]>(runners.map(({ subject }) => [subject, []]));
  const spent = new Map<string, number>();
  for (const { subject, run } of runners) {
    for (let index = 0, used = 0; index < effort.warmUp && used * 4 < effort.budget; index += 1) {
      used += await timeOf(run, 0);
      spent.set(subject, used);
    }
  }
  for (let round = 0; round < effort.rounds; round += 1) {
    for (const { subject, run } of runners) {
      const own = times.get(subject) ?? [];
      for (let index = 0; index < effort.runsPerRound && (own.length === 0 || (spent.get(subject) ?? 0) <= effort.budget); index += 1) {
        const time = await timeOf(run, effort.pause);
        own.push(time);
        spent.set(subject, (spent.get(subject) ?? 0) + time);
      }
    }
  }
  return new Map([...times].map(([subject, list]) => [subject, timingOf(list)]));
}

async function timeOf(run: Runner['run'], pause: number): Promise<number> {
  if (pause > 0) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const started = performance.now();
  const pending = run();
  const measured = pending && await pending;
  return measured ?? performance.now() - started;
}
