import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ReportDigest, TableShape } from '../../collection/index.ts';
import { createArchiveReader } from '../walking/archives.ts';
import type { BatchOptions } from './options.ts';
import type { Job, Outcome } from './file-task.ts';
import { systemPath, type InputFile } from '../walking/input-file.ts';
import type { AppliedSettings } from '../reading/settings-files.ts';
import type { Run } from './together.ts';
import { writeFile } from '../writing/write-file.ts';

/** What came of files before, for those of which nothing has changed: neither their bytes nor anything that they were checked by. */
interface OutcomeCache {
  /** What came of a file; undefined where that is not known. */
  find(job: Job): Outcome | undefined;
  /** Keeps what came of a file that was just gone through. */
  keep(job: Job, outcome: Outcome): void;
}

interface CacheOptions {
  /** Stands for the program: what another one found does not count. */
  readonly program: string;
  readonly location: string;
  readonly settingsOf: (job: Job) => AppliedSettings;
  /** Told, once, that nothing can be kept. */
  readonly onFailure: (error: unknown) => void;
}

/** Where outcomes are kept if nobody says otherwise. */
export const usualLocation = '.disclosure-report-cache';

/** A digest as it is written: with a number in the place of a shape, which is kept once. */
interface KeptDigest extends Omit<ReportDigest, 'tables'> {
  readonly tables: readonly (Omit<ReportDigest['tables'][number], 'shape'> & { readonly shape: number })[];
}

interface KeptOutcome extends Omit<Outcome, 'digests'> {
  readonly digests?: readonly KeptDigest[];
}

interface Entry {
  readonly key: string;
  readonly outcome: KeptOutcome;
  /** The names of the shapes, by number. */
  readonly shapes: readonly string[];
}

const colourMark = '\uFDD1';

/**
 * Keeps outcomes in a folder, a small file for each: a run that is ended, or two at once, spoil nothing. A file is known by
 * the hash of its bytes, so that no clock can be wrong.
 */
export function createCache(options: BatchOptions, { program, location, settingsOf, onFailure }: CacheOptions): OutcomeCache {
  const folder = resolve(options.cwd, location);
  const { colourKey, cwd, ...rest } = options;
  const common = hashOf(program, JSON.stringify([rest, cwd, colourKey !== undefined]));
  const settingsKeys = new WeakMap<object, string>();
  const stamps = new Map<Job, { readonly key: string; readonly stamp: string }>();
  const shapes = createShapeStore(join(folder, 'shapes'));
  const readArchived = createArchiveReader();
  let isOpen = true;

  function settingsKey(job: Job): string {
    const { source } = settingsOf(job);
    if (!source) {
      return '';
    }
    const key = settingsKeys.get(source) ?? hashOf(source.path, JSON.stringify(source.parsed));
    settingsKeys.set(source, key);
    return key;
  }

  /** Undefined where the file cannot be read, or is no file. */
  function keyOf(job: Job): { readonly key: string; readonly stamp: string } | undefined {
    const { input, neighbours } = job;
    if (input.isStdin) {
      return undefined;
    }
    try {
      const stamp = stampOf(fileOf(input));
      const content = input.archived ? hashOf(readArchived(input.archived)) : hashOfFile(systemPath(input));
      return { key: hashOf(common, settingsKey(job), JSON.stringify([input.path, input.isNamed, neighbours ?? []]), content), stamp };
    } catch {
      return undefined;
    }
  }

  const entryPath = ({ input, neighbours }: Job): string => {
    const name = hashOf(input.absolute, neighbours ? 'beside' : 'alone');
    return join(folder, name.slice(0, 2), `${name.slice(2, 32)}.json`);
  };

  return {
    find(job) {
      const known = keyOf(job);
      if (!known) {
        return undefined;
      }
      try {
        const { key, outcome, shapes: names } = JSON.parse(readFileSync(entryPath(job), 'utf8')) as Entry;
        if (key === known.key) {
          return withShapes(outcome, (at) => shapes.read(names[at] ?? ''), colourKey);
        }
      } catch {
        // There is none yet, or it was written half: the file is gone through.
      }
      stamps.set(job, known);
      return undefined;
    },
    keep(job, outcome) {
      const known = stamps.get(job);
      stamps.delete(job);
      if (!known || !isOpen || outcome.unread || outcome.failures.length > 0 || stampOf(fileOf(job.input)) !== known.stamp) {
        return;
      }
      try {
        openFolder(folder);
        const names: string[] = [];
        const entry = withoutShapes(outcome, (shape) => {
          const name = shapes.keep(shape);
          const at = names.indexOf(name);
          return at < 0 ? names.push(name) - 1 : at;
        }, colourKey);
        writeFile(entryPath(job), Buffer.from(JSON.stringify({ key: known.key, outcome: entry, shapes: names } satisfies Entry)));
      } catch (error) {
        isOpen = false;
        onFailure(error);
      }
    },
  };
}

/** The shapes of tables in a folder, each once, by a name that its content gives it. */
interface ShapeStore {
  /** @throws where there is none of that name */
  read(name: string): TableShape;
  /** Gives the name by which it is found again. */
  keep(shape: TableShape): string;
}

function createShapeStore(folder: string): ShapeStore {
  const shapes = new Map<string, TableShape>();
  const names = new Map<TableShape, string>();
  return {
    read(name) {
      let shape = shapes.get(name);
      if (!shape) {
        shape = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as TableShape;
        shapes.set(name, shape);
      }
      return shape;
    },
    keep(shape) {
      let name = names.get(shape);
      if (name === undefined) {
        const text = JSON.stringify(shape);
        name = hashOf(text).slice(0, 32);
        if (!shapes.has(name)) {
          writeFile(join(folder, `${name}.json`), Buffer.from(text));
        }
        shapes.set(name, shape);
        names.set(shape, name);
      }
      return name;
    },
  };
}

/** The same way through files, but for those of which is known what came of them. */
export function cachedRun(run: Run, cache: OutcomeCache): Run {
  return async function* cached(jobs) {
    const found = new Map(jobs.flatMap((job) => {
      const outcome = cache.find(job);
      return outcome ? [[job, outcome] as const] : [];
    }));
    const rest = run(jobs.filter((job) => !found.has(job)))[Symbol.asyncIterator]();
    try {
      for (const job of jobs) {
        const known = found.get(job);
        const outcome = known ?? (await rest.next()).value as Outcome;
        if (!known) {
          cache.keep(job, outcome);
        }
        yield outcome;
      }
    } finally {
      // Its threads would wait for more, and the command would not end.
      await rest.return?.();
    }
  };
}

function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  parts.forEach((part) => hash.update(String(part.length)).update('\0').update(part));
  return hash.digest('hex');
}

/** Every file is read through it: ten thousand buffers of their own would stay until they are collected. */
const piece = Buffer.allocUnsafeSlow(1 << 16);

/** Of what is in a file. @throws where it cannot be read */
function hashOfFile(path: string | Buffer): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
      hash.update(piece.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** What lies on the disk: of a file in an archive the archive. */
function fileOf(input: InputFile): string | Buffer {
  return input.archived?.archive ?? systemPath(input);
}

/** A file that is written while it is checked has another one behind. */
function stampOf(path: string | Buffer): string {
  const status = statSync(path, { throwIfNoEntry: false });
  return status ? `${status.size} ${status.mtimeMs} ${status.ino}` : '';
}

/** Makes the folder, which is nobody's work and so is left out of repositories. */
function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const ignore = join(folder, '.gitignore');
  if (!statSync(ignore, { throwIfNoEntry: false })) {
    writeFileSync(ignore, '*\n');
  }
}

function withoutShapes(outcome: Outcome, numberOf: (shape: TableShape) => number, colourKey: string | undefined): KeptOutcome {
  const { digests, ...rest } = outcome;
  return {
    ...rest,
    rendered: colourKey === undefined ? outcome.rendered : outcome.rendered.replaceAll(colourKey, colourMark),
    ...(digests && { digests: digests.map((digest) =>
      ({ ...digest, tables: digest.tables.map((table) => ({ ...table, shape: numberOf(table.shape) })) })) }),
  };
}

function withShapes(outcome: KeptOutcome, shapeAt: (at: number) => TableShape, colourKey: string | undefined): Outcome {
  const { digests, ...rest } = outcome;
  return {
    ...rest,
    rendered: colourKey === undefined ? outcome.rendered : outcome.rendered.replaceAll(colourMark, colourKey),
    ...(digests && { digests: digests.map((digest): ReportDigest =>
      ({ ...digest, tables: digest.tables.map((table) => ({ ...table, shape: shapeAt(table.shape) })) })) }),
  };
}
