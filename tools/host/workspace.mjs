/** A folder that a test may write in. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
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
