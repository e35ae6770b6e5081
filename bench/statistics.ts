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

/** How long and how often each subject is measured. */
export interface Effort {
  /** Turns that all subjects take one after the other, so that the machine's drift meets them alike. */
  readonly rounds: number;
  readonly runsPerRound: number;
  /** A subject that has used up so many milliseconds at one task is not measured further, one run aside. */
  readonly budget: number;
}

export interface Runner {
  readonly subject: string;
  /** Does the task once. */
  readonly run: () => void | Promise<void>;
}

/** Measures the runners in turns; the first runs of each only warm it up. */
export async function measureInTurns(runners: readonly Runner[], effort: Effort): Promise<ReadonlyMap<string, Timing>> {
  const times = new Map<string, number[]>(runners.map(({ subject }) => [subject, []]));
  const spent = new Map<string, number>();
  const turn = async ({ subject, run }: Runner, keep: boolean): Promise<void> => {
    for (let index = 0; index < effort.runsPerRound; index += 1) {
      const before = spent.get(subject) ?? 0;
      const own = times.get(subject) ?? [];
      if (before > effort.budget && (own.length > 0 || !keep)) {
        return;
      }
      const started = performance.now();
      const pending = run();
      if (pending) {
        await pending;
      }
      const time = performance.now() - started;
      spent.set(subject, before + time);
      if (keep || before + time > effort.budget) {
        own.push(time);
      }
    }
  };
  for (let round = -Math.ceil(effort.rounds / 4); round < effort.rounds; round += 1) {
    for (const runner of runners) {
      await turn(runner, round >= 0);
    }
  }
  return new Map([...times].map(([subject, list]) => [subject, timingOf(list)]));
}
