import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate/browser';
import { filesOf, leftOut, planted, plantedBook, school } from '../../support/planted-book.ts';
import { call } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

interface Answer {
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly {
      readonly code: string; readonly severity: string; readonly message: string; readonly figure?: string;
      readonly related: readonly { readonly path?: string; readonly range: { readonly start: { readonly line: number } } }[];
    }[];
  }[];
  readonly summary: { readonly files: number };
}

function said({ files }: Answer): string[] {
  return files.flatMap(({ path, diagnostics }) => diagnostics.map(({ code, figure }) =>
    [path.replaceAll('\\', '/'), code, code === 'rollup' && path.includes('2023') ? undefined : figure].filter(Boolean).join(' '))).sort();
}

describe('files that are checked together', () => {
  let folder = '';
  before(() => {
    folder = makeFolder(filesOf(plantedBook()));
  });
  after(removeFolders);

  async function check(args: readonly string[], program?: string): Promise<{ answer: Answer; out: string; err: string; code: number }> {
    const called = await call(folder, ['check', '--format', 'json', ...args], program === undefined ? {} : { program });
    return { ...called, answer: JSON.parse(called.out) as Answer };
  }

  it('show what was planted among 60 units and three years, and nothing else', async () => {
    const { answer } = await check(['.']);
    assert.deepEqual(said(answer), planted);
    const left = answer.files.find(({ path }) => path.endsWith(join('2023', '青禾县.md')))?.diagnostics.find(({ code }) => code === 'rollup');
    assert.ok(left?.message.includes(leftOut), left?.message);
  }).timeout(120_000);

  it('say of each other on their check sheets what a check says', async () => {
    const paths = [join('2022', `${school}.md`), join('2023', `${school}.md`)];
    const out = makeFolder({});
    const called = await call(folder, ['export', '--check-sheet', '--to', 'html', ...paths, '--output', join(out, 'sheets/')]);
    assert.deepEqual([called.code, called.err], [0, '']);
    const sheets = readdirSync(join(out, 'sheets')).sort().map((name) => readFileSync(join(out, 'sheets', name), 'utf8').includes('[carry-over]'));
    assert.deepEqual(sheets, [false, true]);
  });

  it('lead to the other file and the line of the figure there', async () => {
    const { answer } = await check([join('2023', `${school}.md`), join('2022', `${school}.md`)]);
    const [finding] = answer.files.flatMap(({ diagnostics }) => diagnostics);
    const [related] = finding?.related ?? [];
    assert.equal(related?.path, join('2022', `${school}.md`));
    const line = readFileSync(join(folder, related.path), 'utf8').split('\n')[related.range.start.line];
    assert.ok(line?.includes('结转下年度'), line);
  });

  it('give the same in any order, and each by itself shows nothing', async () => {
    const paths = [join('2023', `${school}.md`), join('2022', `${school}.md`)];
    const [one, other] = await Promise.all([check(paths), check(paths.toReversed())]);
    assert.deepEqual(said(one.answer), said(other.answer));
    assert.deepEqual(said((await check(paths.slice(0, 1))).answer), []);
  });

  it('are corrected from another year only where that is asked for by name', async () => {
    const files = Object.fromEntries([2022, 2023].map((year) => [`${year}.md`, readFileSync(join(folder, `${year}/${school}.md`), 'utf8')]));
    // The sums hold without the request as well, so that last year's figure breaks none.
    const own = makeFolder({ ...files, '2023.md': withoutBalance(files['2023.md'] ?? '') });
    assert.match((await call(own, ['fix', '--all', '.'])).out, /carry-over/u);
    await call(own, ['fix', '--code', 'carry-over', '.']);
    assert.doesNotMatch((await call(own, ['check', '.'])).out, /carry-over/u);
  });

  it('are known again in a second run that reads only what has changed', async () => {
    const cached = ['--cache', '--cache-location', join(folder, 'kept')];
    const [plain, first] = [await check(['.']), await check([...cached, '.'])];
    assert.equal(first.out, plain.out);
    const entries = kept(join(folder, 'kept'));
    const second = await check([...cached, '.']);
    assert.equal(second.out, plain.out);
    assert.deepEqual(kept(join(folder, 'kept')), entries);

    const path = join(folder, '2024', `${school}.md`);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('2024年政府信息公开工作年度报告', '2022年政府信息公开工作年度报告'));
    try {
      assert.equal((await check([...cached, '.'])).out, (await check(['.'])).out);
    } finally {
      writeFileSync(path, text);
    }
    assert.equal((await check([...cached, '.'])).out, plain.out);
  }).timeout(240_000);

  it('are checked anew by another program, with other settings, and where what was kept is spoiled', async () => {
    const paths = [join('2023', `${school}.md`), join('2022', `${school}.md`)];
    const place = join(folder, 'spoiled');
    const cached = ['--cache', '--cache-location', place, ...paths];
    const { out } = await check(cached);
    const files = kept(place);
    for (const file of files.keys()) {
      writeFileSync(file, '{ "key": ');
    }
    assert.equal((await check(cached)).out, out);
    const before = kept(place);
    assert.equal((await check(cached, 'another program')).out, out);
    assert.notDeepEqual(kept(place), before);
    const config = join(folder, 'other.json');
    writeFileSync(config, '{ "severity": { "carry-over": "hint" } }');
    assert.deepEqual((await check([...cached, '--config', config])).answer.files.flatMap(({ diagnostics }) => diagnostics).map(({ severity }) => severity), ['hint']);
    rmSync(config);
  });

  it('are known again in an archive, file by file', async () => {
    const paths = [`2023/${school}.md`, `2022/${school}.md`];
    const archive = join(folder, '报送.zip');
    const pack = (change: (text: string) => string): void => writeFileSync(archive, zipSync(Object.fromEntries(paths.map((path, at) =>
      [path, strToU8(at === 0 ? change(readFileSync(join(folder, path), 'utf8')) : readFileSync(join(folder, path), 'utf8'))]))));
    const place = join(folder, 'of archive');
    const cached = ['--cache', '--cache-location', place, '报送.zip'];
    pack((text) => text);
    const { out } = await check(cached);
    assert.match(out, /carry-over/u);
    const before = kept(place);
    assert.equal((await check(cached)).out, out);
    assert.deepEqual(kept(place), before);
    pack((text) => text.replace(/(行政许可[^\d\n]*)\d+/u, '$1'));
    const changed = await check(cached);
    assert.match(changed.out, /blank-cell/u);
    assert.equal([...kept(place)].filter(([path, time]) => before.has(path) && before.get(path) === time).length > 0, true);
    rmSync(archive);
  });

  it('are checked all the same where nothing can be kept, and that is said', async () => {
    writeFileSync(join(folder, 'a file'), '');
    const { err, answer } = await check(['--cache', '--cache-location', 'a file', join('2022', `${school}.md`)]);
    assert.match(err, /could not be kept/u);
    assert.equal(answer.summary.files, 1);
    rmSync(join(folder, 'a file'));
  });
});

/** What is kept in a folder, by file, with when it was written. */
function kept(folder: string): ReadonlyMap<string, number> {
  return new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name)).map((path) => [path, statSync(path).mtimeMs]));
}

/** The request that was carried in too much left out of what was received as well: the sums do not hold, last year's figure mends them. */
function withoutBalance(text: string): string {
  return text.split('\n').map((line) => (line.includes('一、本年新收') ? oneMore(line) : line)).join('\n');
}

/** A row with one more of natural persons and in total. */
function oneMore(line: string): string {
  const numbers = [...line.matchAll(/\d+/gu)];
  const [first, total] = [numbers[0], numbers.at(-1)];
  if (!first || !total) {
    throw new Error(line);
  }
  const more = ({ 0: number }: RegExpExecArray): string => String(Number(number) + 1);
  return line.slice(0, first.index) + more(first) + line.slice(first.index + first[0].length, total.index) + more(total) + line.slice(total.index + total[0].length);
}
