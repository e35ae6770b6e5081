/** A folder that a test may write in. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Calls `use` with a fresh copy of samples/, and removes the copy.
 * @template T
 * @param {(folder: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withSamples(use) {
  const home = mkdtempSync(join(tmpdir(), 'disclosure-report-samples-'));
  const folder = join(home, 'samples');
  try {
    cpSync(join(root, 'samples'), folder, { recursive: true });
    return await use(folder);
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Calls `use` with the file of a workspace of two folders, each a fresh copy of samples/, and removes them.
 * @template T
 * @param {(workspace: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export function withFolders(use) {
  return withSamples((first) => withSamples((second) => {
    const file = join(first, '..', 'both.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: [{ path: first, name: '甲' }, { path: second, name: '乙' }] }));
    return use(file);
  }));
}
