import assert from 'node:assert/strict';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import iconv from 'iconv-lite';
import { readReports } from '../../../server/src/library/index.ts';
import { seeded } from '../../support/random.ts';
import { asOf, call, cleanReport, flawedReport } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

const settings = JSON.stringify({
  organs: { 青禾县水务局: ['青禾县环境局'], 青禾县林业局: ['青禾县环境局'] },
  hierarchy: { 青禾县: ['石桥镇'], 石桥镇: ['青禾县人民政府'], 澄溪县: ['澄溪县档案局', '澄溪县档案局'] },
});
const broken = 40;

interface Checked {
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly { readonly code: string; readonly message: string }[] }[];
  readonly unread: readonly { readonly path: string }[];
}

/** A report in whose bytes some are others. */
function brokenReport(seed: number): Buffer {
  const random = seeded(seed);
  const bytes = seed % 2 === 0 ? Buffer.from(cleanReport) : iconv.encode(cleanReport, 'gb18030');
  for (let at = 0; at < 20; at += 1) {
    bytes[random.integer(0, bytes.length - 1)] = random.integer(0x80, 0xff);
  }
  return bytes;
}

describe('a folder with all that may be wrong in it', function () {
  this.timeout(60_000);
  after(removeFolders);

  it('is checked all the same: what is wrong is named, and none of it stops the rest', async () => {
    const folder = makeFolder({
      '.disclosure-report.json': settings,
      'right.md': asOf('澄溪县水务局', cleanReport),
      'wrong.md': asOf('澄溪县林业局', flawedReport),
      'first.md': cleanReport,
      'second.md': cleanReport,
      'huge.txt': '政府信息公开'.repeat(700_000),
      'zeros.md': Buffer.alloc(100_000),
      ...Object.fromEntries(Array.from({ length: broken }, (_, at) => [`broken/${at}.md`, brokenReport(at)])),
    });
    symlinkSync(folder, join(folder, 'broken/circle'));
    symlinkSync(join(folder, 'gone.md'), join(folder, 'gone.md'));
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), iconv.encode('国标名', 'gb18030'), Buffer.from('.md')]), asOf('澄溪县教育局', flawedReport));
    const { code, out, err } = await call(folder, ['check', '--format', 'json', '.']);
    const { files, unread } = JSON.parse(out) as Checked;
    const codesOf = (path: string): string[] | undefined => files.find((file) => file.path === path)?.diagnostics.map((one) => one.code);
    assert.equal(code, 2);
    assert.deepEqual(codesOf('right.md'), []);
    assert.deepEqual(codesOf('wrong.md'), ['results-total']);
    assert.deepEqual(codesOf('国标名.md'), ['results-total']);
    assert.deepEqual(codesOf('first.md'), ['duplicate-report']);
    assert.deepEqual(codesOf('second.md'), ['duplicate-report']);
    assert.deepEqual(files.find(({ path }) => path === '.disclosure-report.json')?.diagnostics.map(({ message }) => message), [
      '"青禾县环境局" is the name of another organ already, and so counts for neither.',
      '"青禾县" stands below itself, and so its units are not summed.',
      '"石桥镇" stands below itself, and so its units are not summed.',
      '"澄溪县档案局" stands here a second time; the first counts.',
    ]);
    assert.deepEqual(unread.map(({ path }) => path), ['gone.md']);
    assert.match(err, /^gone\.md: /mu);
    for (let at = 0; at < broken; at += 1) {
      assert.match(err, new RegExp(`^broken/${at}\\.md: some bytes are no text`, 'mu'));
    }
    // Nothing of a broken file is written.
    const { out: difference } = await call(folder, ['fix', '--all', '--dry-run', '.']);
    assert.ok(!difference.includes('broken/') && difference.includes('wrong.md'));
  });

  it('is read on where a file vanishes after it was found', async () => {
    const folder = makeFolder({ 'a.md': cleanReport, 'b.md': cleanReport, 'c.md': flawedReport });
    const read: (readonly [string, boolean])[] = [];
    for await (const { path, ...file } of readReports([folder])) {
      read.push([basename(path), 'unread' in file]);
      rmSync(join(folder, 'b.md'), { force: true });
    }
    assert.deepEqual(read, [['a.md', false], ['b.md', true], ['c.md', false]]);
  });
});
