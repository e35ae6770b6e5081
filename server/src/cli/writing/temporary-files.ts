import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Folders are shared between machines, on which the same number is another process. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const pattern = /^\.disclosure-report-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/u;

/** Nothing is written for so many milliseconds: what is older belongs to no process any more, whatever its number says. */
const longest = 24 * 60 * 60 * 1000;

/** The name of a file that becomes another one when it is whole. It tells whose it is, so that what is left of a killed run can be told. */
export function temporaryName(): string {
  return `.disclosure-report-${machine}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
}

/** Removes what runs that were killed have left in a folder; what a run under way writes stays. */
export function clearTemporaryFiles(folder: string, now: number = Date.now()): void {
  for (const name of namesIn(folder)) {
    const [, owner, pid] = pattern.exec(name) ?? [];
    if (pid !== undefined && isLeft(join(folder, name), owner === machine, Number(pid), now)) {
      rmSync(join(folder, name), { force: true });
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isLeft(path: string, isOurMachine: boolean, pid: number, now: number): boolean {
  return isOurMachine && !isRunning(pid) || now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > longest;
}

/** A process of somebody else cannot be signalled, which tells that it is there. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
