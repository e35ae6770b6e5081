import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { visible } from '../../../server/src/cli/terminal/shown-text.ts';
import { guarded } from '../../../server/src/cli/terminal/terminal.ts';
import type { Host } from '../../../server/src/cli/host.ts';
import { call, cleanReport, flawedReport, totalsRow, wrongTotalsRow } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

/** A screen cleared, a title set, a colour, a line written over, C1 of eight bits, letters turned round, a line and a tag that nobody sees. */
const hostile = '\u001b[2J\u001b]0;x\u0007\u001b[31m\r\u009b31m\u202e\u2066\u2028\u200f\u{e0041}\ufdd0';

/** A name that a file system takes. */
const hostileName = `县${hostile.replace('/', '')}"\\.md`;

/** What of a terminal's output is not plain text, but the colours of severities, the end of a colour and the line of progress. */
function commandsIn(text: string): string[] {
  const rest = text.replace(/\u001b\[(?:0|2|31|33|36)m/gu, '').replaceAll('\r\n', '\n');
  return rest.match(/[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef]|[\u{e0000}-\u{e007f}]/gu) ?? [];
}

describe('nothing of a file commands the terminal', () => {
  after(removeFolders);

  it('by its name or text, in any outlet', async () => {
    const text = flawedReport.replace('## 五、存在的主要', `## 五、存在${hostile.replace('\r', '')}的主要`)
      .replace('| 行政强制 | 0 |', `| 行政强制 | ${hostile.replace(/[\r\u2028]/gu, '')} |`);
    const folder = makeFolder({
      [hostileName]: text, [`${hostileName}.ofd`]: '', [`x${hostile}.docx`]: 'x',
      '.disclosure-report.json': `{ "${hostile.replaceAll('\u001b', '\\u001b').replace(/[\r\u0007]/gu, '')}": 1, "forms": ["${'\\u001b[2J'}.json"] }`,
    });
    const calls: string[][] = [
      ...['text', 'json', 'sarif', 'junit', 'github'].map((format) => ['check', '--format', format, '--verbose', '.', `./${hostile}`]),
      ...['json', 'csv'].map((format) => ['extract', '--format', format, '.']), ['text', '.'], ['fix', '--dry-run', '--all', '.'],
      ...['csv', 'json', 'html', 'docx', 'xlsx'].map((format) => ['export', '--to', format, '.']), ['rollup', '.'],
      ['check', '--config', hostile, '.'], ['check', '--baseline', hostile, '.'], ['check', '--output', `${hostile}/..`, hostileName], ['check', `--${hostile}`], [hostile],
      ['check', '*\u001b[2J*.html'],
    ];
    for (const args of calls) {
      const { out, err } = await call(folder, args, { isTerminal: true });
      assert.deepEqual([commandsIn(out), commandsIn(err)], [[], []], args.join(' '));
      assert.notEqual(out + err, '', args.join(' '));
    }
    const fixed = await call(folder, ['fix', '--all', '.'], { isTerminal: true });
    assert.deepEqual(commandsIn(fixed.out + fixed.err), []);
  });

  it('in formats for machines even where they are redirected, without a loss', async () => {
    const folder = makeFolder({ [hostileName]: flawedReport });
    for (const format of ['text', 'json', 'sarif', 'junit', 'github']) {
      const { out } = await call(folder, ['check', '--format', format, '.']);
      assert.deepEqual(commandsIn(out), [], format);
    }
    const { out } = await call(folder, ['check', '--format', 'json', '.']);
    assert.equal(JSON.parse(out).files[0].path, hostileName);
  });

  it('by construction: whatever is given to the host, a terminal is shown plain text', async () => {
    const shown: string[] = [];
    const take = (text: string | Uint8Array): Promise<void> => {
      shown.push(text.toString());
      return Promise.resolve();
    };
    const host = guarded({
      outIsTerminal: true, write: take, warn: (text: string) => void take(text), showProgress: (line: string) => void take(line),
    } as Partial<Host> as Host);
    await host.write(hostile);
    await host.write(Buffer.from(hostile));
    host.warn(hostile);
    host.showProgress(hostile);
    assert.equal(shown.length, 4);
    assert.deepEqual(shown.map((text) => /[\u001b\r\u009b\u202e]/u.test(text)), [false, false, false, false]);
    assert.equal(visible('甲\t乙\r\n丙\r丁\u001b'), '甲\t乙\r\n丙<U+000D>丁<U+001B>');
  });

  it('and redirected texts keep every character', async () => {
    const folder = makeFolder({ 'a.md': cleanReport.replace('## 五、', `${hostile}\n\n## 五、`) });
    assert.equal((await call(folder, ['text', 'a.md'])).out, readFileSync(join(folder, 'a.md'), 'utf8'));
  });
});

describe('patches of --dry-run', () => {
  after(removeFolders);

  for (const name of [
    'a.md', '甲 乙.md', hostileName.replace('\r', ''), '"引号".md', '反\\斜.md', '\u202e县.md', '\u0085县.md', ' 前后 .md', '-n.md', 'b\tc.md', 'd\ne.md',
  ]) {
    for (const [program, args] of [['git', ['apply', '-p1']], ['patch', ['-p1', '--quiet']]] as const) {
      it(`apply with ${program} to ${JSON.stringify(name)}`, async () => {
        const folder = makeFolder();
        mkdirSync(join(folder, '县 级'));
        writeFileSync(join(folder, '县 级', name), flawedReport);
        const { bytes } = await call(folder, ['fix', '--dry-run', '.']);
        execFileSync(program, args, { cwd: folder, input: bytes, stdio: ['pipe', 'ignore', 'pipe'] });
        assert.equal(readFileSync(join(folder, '县 级', name), 'utf8'), flawedReport.replace(wrongTotalsRow, totalsRow));
      });
    }
  }
});
