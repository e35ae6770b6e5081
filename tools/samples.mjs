/** The copy of samples/ that `npm start` opens: what a person writes there stays theirs, and the samples stay as they are. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Brings the latest copy up to date, or begins one beside it. A file that was changed since it was copied is left alone.
 * @param {string} samples the folder that is copied
 * @param {string} home the folder that holds the copies
 * @param {{ fresh?: boolean }} [options] `fresh` begins a copy of its own; those from before stay
 * @returns {{ folder: string, kept: string[] }} the copy, and the files in it that were left alone
 */
export function copySamples(samples, home, { fresh = false } = {}) {
  const count = countCopies(home);
  const folder = copyAt(home, fresh ? count + 1 : Math.max(count, 1));
  const list = `${folder}.json`;
  /** @type {Record<string, string>} what each file held when it was copied */
  const copied = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
  const kept = [];
  for (const name of filesBelow(samples)) {
    const [source, target] = [join(samples, name), join(folder, name)];
    const now = existsSync(target) ? digest(target) : undefined;
    const original = digest(source);
    if (now === undefined || now === copied[name] || now === original) {
      mkdirSync(dirname(target), { recursive: true });
      cpSync(source, target);
      copied[name] = original;
    } else {
      kept.push(name);
    }
  }
  writeFileSync(list, `${JSON.stringify(copied, null, 2)}\n`);
  return { folder, kept };
}

/** @param {string} home */
function countCopies(home) {
  let count = 0;
  while (existsSync(copyAt(home, count + 1))) count += 1;
  return count;
}

/**
 * @param {string} home
 * @param {number} number
 */
function copyAt(home, number) {
  return join(home, number === 1 ? 'samples' : `samples-${number}`);
}

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

/** @param {string} file */
function digest(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
