/** Generates again what is generated, and fails when that changes a file: what is committed was out of date. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './host/paths.mjs';

/** @returns {Map<string, string>} the hash of each file of the project, by path */
function snapshot() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root, encoding: 'utf8', maxBuffer: 1 << 26,
  });
  const files = listed.split('\0').filter((file) => file && existsSync(join(root, file)));
  return new Map(files.map((file) => [file, createHash('sha1').update(readFileSync(join(root, file))).digest('hex')]));
}

const before = snapshot();
execFileSync(process.execPath, ['--import', 'tsx', 'tools/generate.ts'], { cwd: root, stdio: 'inherit' });
const after = snapshot();
const stale = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
if (stale.length > 0) {
  console.log(`Out of date, and now generated again (npm run generate); commit them:\n  ${stale.join('\n  ')}`);
  process.exitCode = 1;
}
