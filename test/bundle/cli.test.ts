import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { at, pdfFile } from '../support/office/pdf-file.ts';
import { makeFolder, removeFolders } from '../unit/cli/folder.ts';
import { asOf, cleanReport, flawedReport, wrongTotalsRow } from '../unit/cli/call.ts';

const cli = join(dirname(fileURLToPath(import.meta.url)), '../../dist/cli.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function call(cwd: string, args: readonly string[], stdin = '', env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...env } });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stdin.end(stdin);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, err };
}

describe('the bundled command line', () => {
  after(removeFolders);

  it('checks, and exits with the code of what it found', async () => {
    const folder = makeFolder({ 'a.md': cleanReport, 'b.md': flawedReport });
    assert.deepEqual((await call(folder, ['check', 'a.md'])).code, 0);
    assert.deepEqual((await call(folder, ['check', 'b.md'])).code, 1);
    assert.deepEqual((await call(folder, ['check', 'x.md'])).code, 2);
    assert.deepEqual((await call(folder, ['chek'])).code, 2);
  });

  it('fixes what comes in on standard input', async () => {
    const { code, out } = await call(makeFolder(), ['fix', '-'], flawedReport);
    assert.deepEqual([code, out], [0, cleanReport]);
  });

  it('reads a PDF by the bundle and the character maps that lie beside it, and prints nothing else', async () => {
    const folder = makeFolder({ 'a.pdf': Buffer.from(pdfFile([at(50, 780, '二〇二四年政府信息公开工作年度报告的正文在此处')])) });
    assert.deepEqual(await call(folder, ['text', 'a.pdf']), { code: 0, out: '二〇二四年政府信息公开工作年度报告的正文在此处\n', err: '' });
  });

  it('speaks Chinese where the environment names no language', async () => {
    assert.match((await call(makeFolder(), ['--help'], '', { LC_ALL: 'C' })).out, /用法/u);
  });

  it('begins without what reads reports where it may find all known, and finds the same', async () => {
    const folder = makeFolder({ 'a.md': cleanReport, 'b.md': flawedReport });
    const loaded = join(makeFolder({ 'loaded.cjs': `process.on('exit', () => process.stderr.write(Object.keys(require.cache).map((path) => require('path').basename(path)).join()));` }), 'loaded.cjs');
    const told = async (...args: string[]): Promise<Ended> => call(folder, ['check', ...args, '.'], '', { NODE_OPTIONS: `--require=${loaded}` });
    const plain = await told();
    assert.deepEqual(plain.err.split(','), ['loaded.cjs', 'cli.js', 'cli-whole.js']);
    const [first, again] = [await told('--cache'), await told('--cache')];
    assert.deepEqual([first.code, first.out, first.err.split(',')], [1, plain.out, ['loaded.cjs', 'cli.js', 'cli-cached.js', 'cli-whole.js']]);
    assert.deepEqual([again.code, again.out, again.err.split(',')], [1, plain.out, ['loaded.cjs', 'cli.js', 'cli-cached.js']]);
  });

  it('keeps what reads reports out of the bundle that does without', () => {
    const meta = JSON.parse(readFileSync(join(dirname(cli), 'meta.json'), 'utf8')) as Record<string, { outputs: Record<string, { inputs: object }> }>;
    const held = Object.keys(meta['cli-cached']?.outputs['dist/cli-cached.js']?.inputs ?? {});
    assert.ok(held.includes('server/src/cli/batch/cache.ts'));
    assert.deepEqual(held.filter((path) => /^server\/src\/(?:service|rules\/index|features\/.*|office\/read-office|model\/report)\.ts$|htmlparser2/u.test(path)), []);
  });

  it('speaks the language of the call where another bundle has the words', async () => {
    const folder = makeFolder({ 'a.md': '别的' });
    assert.match((await call(folder, ['check', '--cache', '--locale', 'en', 'a.md'])).out, /This is no annual report/u);
    assert.match((await call(folder, ['check', '--cache', '--locale', 'zh-cn', 'a.md'])).out, /这不是/u);
  });

  it('says which version it is', async () => {
    const manifest = JSON.parse(readFileSync(join(dirname(cli), '../package.json'), 'utf8')) as { version: string };
    assert.equal((await call(makeFolder(), ['--version'])).out, `${manifest.version}\n`);
  });

  it('gives the findings of many files in the order of their names, whichever thread checked them', async () => {
    const files = Array.from({ length: 1300 }, (_, index): [string, string] =>
      [`${String(index).padStart(4, '0')}.md`, index % 10 !== 0 ? '别的' : asOf(`澄溪县第${index / 10 + 1}中心`, index % 30 === 0 ? flawedReport : cleanReport)]);
    const { code, out } = await call(makeFolder(Object.fromEntries(files)), ['check', '--format', 'json', '.']);
    assert.equal(code, 1);
    const answer = JSON.parse(out) as { files: { path: string; diagnostics: { code: string }[] }[]; summary: object };
    const expected = files.filter(([, content]) => content !== '别的')
      .map(([path, content]) => [path, content.includes(wrongTotalsRow) ? ['results-total'] : []]);
    assert.deepEqual(answer.files.map(({ path, diagnostics }) => [path, diagnostics.map((one) => one.code)]), expected);
    const errors = expected.filter(([, codes]) => codes?.length === 1).length;
    assert.deepEqual(answer.summary, {
      files: expected.length, reports: expected.length, skipped: files.length - expected.length, errors, warnings: 0, information: 0, hints: 0,
    });
  });

  it('ends where so many files differ from their neighbours that threads look at them again', async () => {
    const folder = makeFolder(Object.fromEntries(Array.from({ length: 420 }, (_, index) => [`${index}.md`, cleanReport])));
    // Twice with a cache: what fills it and what reads it goes another way.
    for (const options of [[], ['--cache'], ['--cache']]) {
      const { out } = await call(folder, ['check', '--format', 'json', ...options, '.']);
      assert.equal((JSON.parse(out) as { summary: { warnings: number } }).summary.warnings, 420);
    }
  });

  it('ends quietly when the reader has seen enough', async () => {
    const folder = makeFolder(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.md`, flawedReport])));
    const child = spawn(process.execPath, [cli, 'check', '--format', 'json', '.'], { cwd: folder });
    child.stdout.once('data', () => child.stdout.destroy());
    const [err, code] = await Promise.all([text(child.stderr), new Promise<number | null>((resolve) => child.on('close', resolve))]);
    assert.equal(err, '');
    assert.ok(code === 0 || code === 1);
  });
});
