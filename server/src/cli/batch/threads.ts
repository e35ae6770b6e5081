import { availableParallelism } from 'node:os';
import { parentPort, workerData, type Worker } from 'node:worker_threads';
import type { StartThread } from '../host.ts';
import type { BatchOptions } from './options.ts';
import type { FileTask, Job, Outcome } from './file-task.ts';

/** A share of the files: small enough to keep every thread busy to the end, large enough to pay for its messages. */
interface Batch {
  readonly index: number;
  readonly jobs: readonly Job[];
}

interface BatchResult {
  readonly index: number;
  readonly outcomes: readonly Outcome[];
}

const batchSize = 8;
/** A further thread loads the engine and warms it up once more; with fewer files for each it saves no time. */
const filesPerThread = 200;
/** How many batches may be under way or wait for their turn, so that memory stays bounded. */
const batchesAhead = 32;

/**
 * Runs the task over the files and gives the outcomes in their order. Many files are shared with further threads;
 * this thread works as well, and reads and writes while the others check.
 */
export async function* runInOrder(
  jobs: readonly Job[], options: BatchOptions, stdin: Buffer | undefined, startThread: StartThread | undefined,
): AsyncGenerator<Outcome> {
  // Copies with comments go to one folder, and who writes them has to know of all names.
  const isAlone = stdin !== undefined || options.comments !== undefined;
  const threads = isAlone ? 0 : Math.min(availableParallelism() - 1, Math.floor(jobs.length / filesPerThread));
  if (jobs.length === 0) {
    return;
  }
  if (startThread === undefined || threads < 1) {
    const task = await loadTask(options);
    for (const job of jobs) {
      yield await task(job, stdin);
    }
    return;
  }
  // The threads start first: while they load, this one makes itself ready.
  const workers = Array.from({ length: threads }, () => startThread(options));
  const pool = new Pool(jobs, await loadTask(options), workers);
  try {
    yield* pool.outcomes();
  } finally {
    pool.close();
  }
}

/** What reads and checks is most of the program, and loaded where a file has to be gone through. */
async function loadTask(options: BatchOptions): Promise<FileTask> {
  return (await import('./file-task.ts')).createFileTask(options);
}

class Pool {
  readonly #batches: readonly Batch[];
  readonly #task: FileTask;
  readonly #workers: Set<Worker>;
  readonly #idle: Worker[] = [];
  readonly #underWay = new Map<Worker, Batch>();
  readonly #done = new Map<number, readonly Outcome[]>();
  /** Batches of a thread that died; they are run here. */
  readonly #lost: Batch[] = [];
  #next = 0;
  #written = 0;
  #wake: () => void = () => undefined;

  constructor(jobs: readonly Job[], task: FileTask, workers: readonly Worker[]) {
    this.#batches = Array.from({ length: Math.ceil(jobs.length / batchSize) }, (_, index) => ({
      index, jobs: jobs.slice(index * batchSize, (index + 1) * batchSize),
    }));
    this.#task = task;
    this.#workers = new Set(workers);
    for (const worker of this.#workers) {
      this.#watch(worker);
      this.#employ(worker);
    }
  }

  async* outcomes(): AsyncGenerator<Outcome> {
    while (this.#written < this.#batches.length) {
      const ready = this.#done.get(this.#written);
      if (ready !== undefined) {
        this.#done.delete(this.#written);
        yield* ready;
        this.#written += 1;
        this.#idle.splice(0).forEach((worker) => this.#employ(worker));
        continue;
      }
      const own = this.#lost.shift() ?? this.#take();
      if (own === undefined) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      } else {
        this.#done.set(own.index, await inTurn(own.jobs, this.#task));
        await new Promise(setImmediate);
      }
    }
  }

  close(): void {
    for (const worker of this.#workers) {
      void worker.terminate();
    }
  }

  #take(): Batch | undefined {
    const batch = this.#next - this.#written < batchesAhead ? this.#batches[this.#next] : undefined;
    this.#next += batch === undefined ? 0 : 1;
    return batch;
  }

  #employ(worker: Worker): void {
    const batch = this.#take();
    if (batch === undefined) {
      this.#idle.push(worker);
    } else {
      this.#underWay.set(worker, batch);
      worker.postMessage(batch);
    }
  }

  #watch(worker: Worker): void {
    worker.on('message', ({ index, outcomes }: BatchResult) => {
      this.#underWay.delete(worker);
      this.#done.set(index, outcomes);
      this.#employ(worker);
      this.#wake();
    });
    worker.on('error', () => {
      const batch = this.#underWay.get(worker);
      this.#underWay.delete(worker);
      this.#workers.delete(worker);
      this.#lost.push(...batch === undefined ? [] : [batch]);
      this.#wake();
    });
  }
}

/** What a further thread does: batches come in, results go out. */
export function serveBatches(): void {
  const loading = loadTask(workerData as BatchOptions);
  parentPort?.on('message', ({ index, jobs }: Batch) => {
    void loading.then((task) => inTurn(jobs, task)).then((outcomes) => parentPort?.postMessage({ index, outcomes } satisfies BatchResult));
  });
}

/** A task keeps what it learns of a file until it is done with it. */
async function inTurn(jobs: readonly Job[], task: FileTask): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const job of jobs) {
    outcomes.push(await task(job, undefined));
  }
  return outcomes;
}
