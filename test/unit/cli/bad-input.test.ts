import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, cleanReport, flawedReport, mistake } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

/** Checks, extracts and fixes one file; each must answer, and what is not to be fixed keeps every byte. */
async function endure(bytes: Buffer): Promise<string[]> {
  const folder = makeFolder({ 'a.md': bytes });
  const checked = await call(folder, ['check', '--format', 'json', 'a.md']);
  const extracted = await call(folder, ['extract', 'a.md']);
  assert.ok([0, 1].includes(checked.code) && extracted.code === 0);
  assert.doesNotThrow(() => JSON.parse(extracted.out));
  const fixed = await call(folder, ['fix', '--all', '--dry-run', 'a.md']);
  assert.ok([0, 1].includes(fixed.code));
  assert.ok(readFileSync(join(folder, 'a.md')).equals(bytes));
  return JSON.parse(checked.out).files[0].diagnostics.map(({ code }: { code: string }) => code);
}

/** A carriage return before an empty line would join with its line feed. */
const mixedEnds = flawedReport.replace(/\n(?!\n)/gu, (_, at: number) => ['\n', '\r\n', '\r'][at % 3] as string);

describe('bad input', () => {
  after(removeFolders);

  for (const [name, text] of [
    ['an empty file', ''],
    ['white space only', ' \n\u3000\n\t'],
    ['a text that is no report', '今天开会。\n'.repeat(100)],
    ['a line of table cells', '| 0 '.repeat(20_000)],
    ['a line of angle brackets', '<td '.repeat(100_000)],
    ['lines of a table', '| 一 | 0 | 0 |\n'.repeat(5_000)],
    ['a hundred thousand empty lines', '\n'.repeat(100_000)],
    ['silencing comments', '<!-- disclosure-report-disable x -->\n'.repeat(5_000)],
  ] as const) {
    it(`is answered: ${name}`, async () => {
      assert.deepEqual(await endure(Buffer.from(text)), ['not-a-report']);
    });
  }

  it('is answered: a binary file', async () => {
    assert.deepEqual(await endure(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xd8])), ['not-a-report']);
  });

  it('is answered: 10 MB of one line', async () => {
    const { code, out, err } = await call(makeFolder({ 'a.md': '政府信息公开'.repeat(600_000) }), ['check', 'a.md']);
    assert.deepEqual({ code, err }, { code: 1, err: '' });
    assert.match(out, /not-a-report/u);
  });

  it('is answered: 30 MB of one line, more than a regular expression goes back over', async () => {
    const { code, out, err } = await call(makeFolder({ 'a.md': '政府信息公开'.repeat(1_750_000) }), ['check', 'a.md']);
    assert.deepEqual({ code, err }, { code: 1, err: '' });
    assert.match(out, /not-a-report/u);
  });

  it('is answered: a row of HTML with more cells than a call takes arguments', async () => {
    const table = `<table><tr>${'<td>0</td>'.repeat(200_000)}</tr></table>`;
    const { code, err } = await call(makeFolder({ 'a.md': cleanReport.replace('## 二', `${table}\n\n## 二`) }), ['check', '--quiet', 'a.md']);
    assert.ok(code < 2);
    assert.equal(err, '');
  });

  it('is answered: a report in which one rule finds more than a call takes arguments', async () => {
    const text = cleanReport.replace('。', `。${'的'.repeat(400_000)}`);
    const { code, err } = await call(makeFolder({ 'a.md': text }), ['check', '--quiet', 'a.md']);
    assert.ok(code < 2);
    assert.equal(err, '');
  });

  it('is answered: a report behind a hundred thousand lines', async () => {
    const { code, out } = await call(makeFolder({ 'a.md': '第一行\n'.repeat(100_000) + flawedReport }), ['check', 'a.md']);
    assert.equal(code, 1);
    assert.match(out, new RegExp(`^a\\.md:${100_000 + mistake.line + 1}:${mistake.character + 1}: error: `, 'u'));
  });

  it('is answered: a report with lone surrogates', async () => {
    const text = flawedReport.replace('2024年，', '\uD8002024年，\uDFFF');
    assert.deepEqual(await endure(Buffer.from(`\uFEFF${text}`, 'utf16le')), ['results-total']);
  });

  it('is answered: a report with mixed line ends, its lines counted as an editor counts them', async () => {
    assert.deepEqual(await endure(Buffer.from(mixedEnds)), ['results-total']);
    const { out } = await call(makeFolder({ 'a.md': mixedEnds }), ['check', 'a.md']);
    assert.match(out, new RegExp(`^a\\.md:${mistake.line + 1}:${mistake.character + 1}: `, 'u'));
  });

  it('is answered: a report behind a byte order mark, which is no character of the first line', async () => {
    const { out } = await call(makeFolder({ 'a.md': `\uFEFF${cleanReport}` }), ['check', '--format', 'json', 'a.md']);
    const plain = await call(makeFolder({ 'a.md': cleanReport }), ['check', '--format', 'json', 'a.md']);
    assert.equal(out, plain.out);
  });

  it('is answered: many reports in one file', async () => {
    const codes = await endure(Buffer.from(`${flawedReport}\n`.repeat(20)));
    assert.equal(codes.filter((code) => code === 'results-total').length, 20);
  });
});
