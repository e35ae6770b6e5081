import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { call, cleanReport } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

/** The first bytes of an old binary document, as a file of no format that is read. */
const binary = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]);

/** What is not read in any version so far, one of a kind. */
const unread = ['a.ofd', 'b.et', 'c.rtf', 'd.odt', 'e.wpt', 'f.xls', 'g.ods'];

describe('files that are not read', () => {
  after(removeFolders);
  const withReport = () => makeFolder({ ...Object.fromEntries(unread.map((name) => [`存/${name}`, binary])), '存/报告.md': cleanReport, '存/~$a.doc': binary, '存/p.png': binary });

  it('in a folder are named with what to do, counted, and change no exit code', async () => {
    const { code, out, err } = await call(withReport(), ['check', '--format', 'json', '存']);
    assert.equal(code, 0);
    const answer = JSON.parse(out);
    assert.deepEqual(Object.keys(answer), ['files', 'unread', 'summary']);
    assert.deepEqual(answer.unread.map(({ path }: { path: string }) => path), unread.map((name) => `存/${name}`));
    assert.deepEqual([answer.summary.files, answer.summary.unread], [1, unread.length]);
    for (const { path, reason } of answer.unread) {
      assert.match(reason, /; (?:save|convert|copy) /u);
      assert.ok(err.includes(`${path}: ${reason}\n`));
    }
  });

  it('are told in Chinese, and counted below the summary', async () => {
    const { code, out, err } = await call(withReport(), ['check', '存'], { env: {} });
    assert.equal(code, 0);
    assert.match(out, /年度报告1份.*\n另有7个文件读不了，未检查。\n$/u);
    assert.match(err, /^存\/a\.ofd: OFD 文件不能读；请.+$/mu);
  });

  it('named by themselves are a failure, pictures too', async () => {
    const folder = makeFolder({ 'a.rtf': binary, 'p.jpg': binary, 'b.md': cleanReport });
    for (const command of ['check', 'fix', 'extract']) {
      for (const name of ['a.rtf', 'p.jpg']) {
        const { code, err } = await call(folder, [command, name, 'b.md']);
        assert.equal(code, 2, `${command} ${name}`);
        assert.match(err, new RegExp(`^${name}: .+\\n$`, 'u'));
      }
    }
  });

  it('are notifications of SARIF, and a failed run only where they were named', async () => {
    const invocationOf = async (...paths: string[]) => {
      const { out } = await call(withReport(), ['check', '--format', 'sarif', ...paths]);
      return JSON.parse(out).runs[0].invocations[0];
    };
    const { executionSuccessful, toolExecutionNotifications: found } = await invocationOf('存');
    assert.equal(executionSuccessful, true);
    assert.deepEqual(found.map((one: { level: string }) => one.level), unread.map(() => 'warning'));
    assert.equal(found[0].locations[0].physicalLocation.artifactLocation.uri, `${encodeURIComponent('存')}/a.ofd`);
    const named = await invocationOf('存/a.ofd');
    assert.deepEqual([named.executionSuccessful, named.toolExecutionNotifications[0].level], [false, 'error']);
  });

  it('alone in a folder make check fail, and leave fix and extract alone', async () => {
    const folder = makeFolder({ '存/a.ofd': binary, '存/b.et': binary });
    const checked = await call(folder, ['check', '--format', 'json', '存']);
    assert.equal(checked.code, 2);
    assert.match(checked.err, /^There is no report in the folder\.$/mu);
    assert.deepEqual([JSON.parse(checked.out).files, JSON.parse(checked.out).summary.unread], [[], 2]);
    for (const [command, what] of [['fix', 'Not read, and so not checked: 2.'], ['extract', '"unread":2']] as const) {
      const { code, out } = await call(folder, [command, '存']);
      assert.equal(code, 0, command);
      assert.ok(out.includes(what), out);
    }
  });

  it('are texts that cannot be read too, and these are a failure in a folder as well', async () => {
    const folder = makeFolder({ 'b.md': cleanReport });
    symlinkSync(join(folder, 'a.md'), join(folder, 'a.md'));
    const { code, out } = await call(folder, ['check', '--format', 'json', '.']);
    assert.deepEqual([code, JSON.parse(out).unread], [2, [{ path: 'a.md', reason: 'the link leads in a circle' }]]);
  });

  it('are known by the path that was asked for where there is none', async () => {
    const { code, out } = await call(makeFolder(), ['check', '--format', 'json', 'x.md']);
    assert.deepEqual([code, JSON.parse(out).unread], [2, [{ path: 'x.md', reason: 'there is no such file or folder' }]]);
  });

  it('are nothing that an entry of the settings file could have silenced', async () => {
    const folder = makeFolder({ '.disclosure-report.json': '{ "ignore": [{ "file": "a.ofd", "code": "balance" }] }', 'a.ofd': binary, 'b.md': cleanReport });
    const { out } = await call(folder, ['check', '.']);
    assert.ok(!out.includes('unused-silence'), out);
  });
});
