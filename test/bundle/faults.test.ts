import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cleanReport, flawedReport } from '../unit/cli/call.ts';
import { makeFolder, removeFolders } from '../unit/cli/folder.ts';

const cli = join(dirname(fileURLToPath(import.meta.url)), '../../dist/cli.js');

/** One table by itself, which is quickly read: whole, and with a total that its parts do not give. */
const whole = cleanReport.slice(cleanReport.indexOf('## 四'), cleanReport.indexOf('## 五')).replace(/^(?!\|).*\n/gmu, '');
const old = whole.replace(/^\| 1 \| 0 \| 0 \| 0 \| 1 \|/mu, '| 1 | 0 | 0 | 0 | 0 |');

function makeReports(count: number): string {
  return makeFolder(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index % 40}/${index}.md`, old])));
}

interface State {
  readonly old: number;
  readonly whole: number;
  /** Neither what it was nor what it becomes. */
  readonly broken: number;
  readonly temporary: number;
}

function stateOf(folder: string): State {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  const texts = names.filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(folder, name), 'utf8'));
  const countOf = (text: string): number => texts.filter((one) => one === text).length;
  return { old: countOf(old), whole: countOf(whole), broken: texts.length - countOf(old) - countOf(whole), temporary: names.filter((name) => name.endsWith('.tmp')).length };
}

/** Runs `fix` over a folder and kills it, without any warning, once it has said so many lines. */
async function fixAndKill(folder: string, lines: number): Promise<void> {
  const child = spawn(process.execPath, [cli, 'fix', '.'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  let left = lines;
  createInterface(child.stdout).on('line', () => {
    left -= 1;
    if (left === 0) {
      child.kill('SIGKILL');
    }
  });
  await new Promise((resolve) => child.on('close', resolve));
}

async function fix(folder: string): Promise<number | null> {
  const child = spawn(process.execPath, [cli, 'fix', '.'], { cwd: folder, stdio: 'ignore' });
  return new Promise((resolve) => child.on('close', resolve));
}

describe('fix', () => {
  after(removeFolders);

  it('killed again and again over 2,000 files leaves each as it was or whole, and the next run clears what it left', async function () {
    this.timeout(600_000);
    const folder = makeReports(2000);
    const left: State[] = [];
    for (const lines of [1, 97, 211, 350, 470]) {
      await fixAndKill(folder, lines);
      left.push(stateOf(folder));
    }
    assert.notEqual(old, whole);
    assert.deepEqual(left.map((state) => [state.old + state.whole, state.broken]), left.map(() => [2000, 0]));
    assert.ok(left.every((state, index) => state.whole > (left[index - 1]?.whole ?? 0)), JSON.stringify(left));
    assert.equal(await fix(folder), 0);
    assert.deepEqual(stateOf(folder), { old: 0, whole: 2000, broken: 0, temporary: 0 });
  });

  it('twice at once over the same files makes each whole, and leaves nothing behind', async function () {
    this.timeout(300_000);
    const folder = makeReports(200);
    const codes = await Promise.all([fix(folder), fix(folder)]);
    // Who comes second finds the file whole, or sees that it was changed while it was at it, says so and leaves it.
    assert.ok(codes.every((code) => code === 0 || code === 2) && codes.includes(0) || codes.every((code) => code === 2), String(codes));
    assert.deepEqual(stateOf(folder), { old: 0, whole: 200, broken: 0, temporary: 0 });
  });

  it('without room for the new file leaves the old one, says so, and goes on', () => {
    if (process.platform === 'win32') {
      return; // There is no such limit to set.
    }
    const long = flawedReport.replace('## 五、', `${'本段是为了使文件变大而写的。'.repeat(2000)}\n\n## 五、`);
    const folder = makeFolder({ 'a.md': long, 'b.md': flawedReport });
    const { status, stderr } = spawnSync('sh', ['-c', `ulimit -f 60; exec "$0" "$1" fix . --locale en`, process.execPath, cli], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^a\.md: /mu);
    assert.deepEqual(readdirSync(folder), ['a.md', 'b.md']);
    assert.deepEqual(['a.md', 'b.md'].map((name) => readFileSync(join(folder, name), 'utf8')), [long, cleanReport]);
  });
});
