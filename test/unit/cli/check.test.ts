import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { asOf, call, cleanReport, flawedReport, mistake } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

/** The same mistake in another organ's report. */
const ofOther = asOf('澄溪县财政局', flawedReport);

describe('check', () => {
  after(removeFolders);

  it('of a clean report finds nothing and exits with 0', async () => {
    const { code, out, err } = await call(makeFolder({ 'a.md': cleanReport }), ['check', 'a.md']);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out, 'Files: 1, reports: 1, left out: 0. Errors: 0, warnings: 0, remarks: 0, hints: 0.\n');
  });

  it('of a mistake names path, line, column, severity, message and code, and exits with 1', async () => {
    const { code, out } = await call(makeFolder({ '县/a.md': flawedReport }), ['check', '县']);
    assert.equal(code, 1);
    const [first, ...more] = out.split('\n');
    assert.match(first as string, new RegExp(`^县/a\\.md:${mistake.line + 1}:${mistake.character + 1}: error: .+ \\[results-total\\]$`, 'u'));
    assert.ok(more.some((line) => /^ {4}\d+:\d+ /u.test(line)), 'related places follow');
    assert.match(out, /Errors: 1, warnings: 0, remarks: 0, hints: 0\.\n$/u);
  });

  it('speaks Chinese unless the environment or --locale asks for English', async () => {
    const folder = makeFolder({ 'a.md': flawedReport });
    assert.match((await call(folder, ['check', 'a.md'], { env: {} })).out, /a\.md:\d+:\d+: 错误: .*\n[^]*错误1个，警告0个/u);
    assert.match((await call(folder, ['check', 'a.md', '--locale', 'zh-cn'])).out, /: 错误: /u);
    assert.match((await call(folder, ['check', 'a.md', '--locale', 'en'], { env: {} })).out, /: error: /u);
  });

  it('colours only what a person reads on a terminal', async () => {
    const folder = makeFolder({ 'a.md': flawedReport });
    const env = { LANG: 'en' };
    assert.match((await call(folder, ['check', 'a.md'], { env, isTerminal: true })).out, /\u001b\[31merror\u001b\[0m/u);
    assert.ok(!(await call(folder, ['check', 'a.md'], { env: { ...env, NO_COLOR: '1' }, isTerminal: true })).out.includes('\u001b'));
    assert.ok(!(await call(folder, ['check', 'a.md'], { env })).out.includes('\u001b'));
  });

  it('gives JSON as the contract says', async () => {
    const { code, out } = await call(makeFolder({ 'a.md': flawedReport, 'b.md': '别的', 'c.md': asOf('澄溪县财政局', cleanReport) }), ['check', '--format', 'json', '.']);
    assert.equal(code, 1);
    const answer = JSON.parse(out);
    assert.deepEqual(Object.keys(answer), ['files', 'summary']);
    assert.deepEqual(answer.summary, { files: 2, reports: 2, skipped: 1, errors: 1, warnings: 0, information: 0, hints: 0 });
    assert.deepEqual(answer.files.map((file: { path: string }) => file.path), ['a.md', 'c.md']);
    const [{ reports: [report], diagnostics: [diagnostic] }, clean] = answer.files;
    assert.deepEqual(clean.diagnostics, []);
    assert.deepEqual({ ...report, range: undefined }, {
      range: undefined, organ: '澄溪县档案局', year: 2024, form: '2021', tables: { proactive: '2021', requests: '2021', review: '2021' },
    });
    assert.equal(report.range.start.line, 0);
    const range = { start: mistake, end: { line: mistake.line, character: mistake.character + 2 } };
    assert.deepEqual({ ...diagnostic, message: '', related: [], fixes: [] }, {
      code: 'results-total', severity: 'error', message: '', report: 0, figure: 'requests.resultsTotal.naturalPerson', range,
      related: [], fixes: [],
    });
    assert.notEqual(diagnostic.message, '');
    assert.ok(diagnostic.related.length > 0);
    assert.ok(diagnostic.related.every((one: object) => Object.keys(one).join() === 'range,message'));
    const [fix] = diagnostic.fixes;
    assert.deepEqual(Object.keys(fix), ['title', 'isPreferred', 'edits']);
    assert.deepEqual([fix.isPreferred, fix.edits], [true, [{ range, newText: '12' }]]);
  });

  it('reads standard input', async () => {
    const { code, out } = await call(makeFolder(), ['check', '--format', 'json', '-'], { stdin: flawedReport });
    assert.equal(code, 1);
    assert.equal(JSON.parse(out).files[0].path, '-');
    assert.equal(JSON.parse(out).files[0].diagnostics[0].code, 'results-total');
  });

  it('of a file that is no report says so where it is named, and counts it where it is found', async () => {
    const folder = makeFolder({ 'a.md': '  \n 会议纪要  \n第二行', 'b.bin': Buffer.from([0x50, 0, 1]), 'c.md': Buffer.from([0x41, 0, 1]) });
    const named = await call(folder, ['check', '--format', 'json', 'a.md', 'b.bin']);
    assert.equal(named.code, 1);
    const [text, binary] = JSON.parse(named.out).files;
    assert.deepEqual(text.diagnostics.map(({ message: _, ...one }: { message: string }) => one), [{
      code: 'not-a-report', severity: 'error', range: { start: { line: 1, character: 1 }, end: { line: 1, character: 5 } }, related: [], fixes: [],
    }]);
    assert.deepEqual(binary.diagnostics.map(({ code }: { code: string }) => code), ['not-a-report']);
    assert.match(binary.diagnostics[0].message, /binary/u);
    const found = await call(folder, ['check', '--format', 'json', '.']);
    assert.deepEqual([found.code, JSON.parse(found.out).files, JSON.parse(found.out).summary.skipped], [2, [], 2]);
  });

  it('names files that cannot be read, checks the others, and exits with 2', async () => {
    const folder = makeFolder({ 'a.md': flawedReport });
    const { code, out, err } = await call(folder, ['check', 'x.md', 'a.md']);
    assert.deepEqual([code, err], [2, 'x.md: there is no such file or folder\n']);
    assert.match(out, /results-total/u);
  });

  it('of wrong usage exits with 2 and says what is wrong', async () => {
    for (const args of [[], ['chek'], ['check'], ['check', '--fix', 'a.md'], ['check', '--format', 'xml', 'a.md']]) {
      const { code, out, err } = await call(makeFolder(), args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /disclosure-report/u);
    }
    assert.deepEqual((await call(makeFolder(), ['--help'])).code, 0);
    assert.match((await call(makeFolder(), ['--help'], { env: {} })).out, /用法：disclosure-report/u);
    assert.match((await call(makeFolder(), ['--version'])).out, /^\d+\.\d+\.\d+\n$/u);
  });

  it('reads GB18030 that it detects, and what --encoding names', async () => {
    const folder = makeFolder({
      'a.md': iconv.encode(flawedReport, 'gb18030'), 'b.md': iconv.encode(flawedReport, 'big5'), 'c.md': Buffer.from(`\uFEFF${ofOther}`, 'utf16le'),
    });
    const detected = await call(folder, ['check', '--format', 'json', 'a.md', 'c.md']);
    for (const { diagnostics } of JSON.parse(detected.out).files) {
      assert.deepEqual(diagnostics.map(({ range }: { range: { start: object } }) => range.start), [mistake]);
    }
    assert.match((await call(folder, ['check', 'b.md'])).err, /--encoding/u);
  });

  it('shows no character of a file that would command the terminal', async () => {
    const { out } = await call(makeFolder({ 'a.md': cleanReport.replace('五、存在的主要', '五、存在\u001b[2J的主要') }), ['check', '.']);
    assert.ok(!out.includes('\u001b'));
  });
});

describe('the settings file, for check', () => {
  after(removeFolders);
  const codesOf = (out: string) => JSON.parse(out).files.map(({ path, diagnostics }: { path: string; diagnostics: { code: string; severity: string }[] }) =>
    [path, ...diagnostics.map(({ code, severity }) => `${severity} ${code}`)]);
  const check = async (files: Record<string, string>, ...paths: string[]) => {
    const { code, out } = await call(makeFolder(files), ['check', '--format', 'json', ...paths]);
    return [code, ...codesOf(out)];
  };

  it('sets severities, from the folder of the file or above, the nearest alone', async () => {
    assert.deepEqual(await check({
      '.disclosure-report.json': '{ "severity": { "results-total": "warning" } }',
      'a/a.md': flawedReport, 'b/.disclosure-report.json': '{ "severity": { "results-total": "off" } }', 'b/a.md': ofOther,
      'c/.disclosure-report.json': '{}', 'c/a.md': asOf('澄溪县教育局', flawedReport),
    }, '.'), [1, ['a/a.md', 'warning results-total'], ['b/a.md'], ['c/a.md', 'error results-total']]);
  });

  it('silences what its entries match, and points out entries that silence nothing once all was checked', async () => {
    const settings = JSON.stringify({ ignore: [
      { file: 'a.md', code: 'results-total', text: '10' }, { file: 'b.md', code: 'results-total', text: '9' }, { file: 'gone.md', code: 'balance' },
    ] });
    const files = { '.disclosure-report.json': settings, 'a.md': flawedReport, 'b.md': ofOther };
    assert.deepEqual(await check(files, '.'), [
      1, ['a.md'], ['b.md', 'error results-total'], ['.disclosure-report.json', 'hint unused-silence'],
    ]);
    assert.deepEqual(await check(files, 'a.md'), [0, ['a.md']]);
  });

  it('that is faulty is named with its place, and the rest counts', async () => {
    const folder = makeFolder({ '.disclosure-report.json': '{ "severity": { "results-total": "hint", "x": "off" } "ignore": [] }', 'a.md': flawedReport });
    const { code, out } = await call(folder, ['check', 'a.md']);
    assert.equal(code, 0);
    assert.match(out, /^a\.md:\d+:\d+: hint: /mu);
    assert.match(out, /^\.disclosure-report\.json:1:\d+: warning: .* \[settings-file\]$/mu);
    assert.match(out, /There is no rule "x"/u);
  });

  it('may be named by --config, and has to be there then', async () => {
    const folder = makeFolder({ 'own.json': '{ "severity": { "results-total": "off" } }', '.disclosure-report.json': '{', 'a.md': flawedReport });
    assert.equal((await call(folder, ['check', '--config', 'own.json', 'a.md'])).code, 0);
    const missing = await call(folder, ['check', '--config', 'x.json', 'a.md']);
    assert.deepEqual([missing.code, missing.out, missing.err], [2, '', 'x.json: there is no such file or folder\n']);
  });

  it('may switch off that a named file is no report', async () => {
    assert.deepEqual(await check({ '.disclosure-report.json': '{ "severity": { "not-a-report": "off" } }', 'a.md': '别的' }, 'a.md'), [0, ['a.md']]);
  });
});

describe('comments that silence, for check', () => {
  after(removeFolders);

  it('work in the last cell of a row, and are pointed out where they silence nothing', async () => {
    const comment = '<!-- disclosure-report-disable-line results-total -->';
    const row = '0 | 14 |';
    const silenced = flawedReport.split('\n').map((line, number) => number === mistake.line ? line.replace(row, `0 | 14 ${comment} |`) : line).join('\n');
    const folder = makeFolder({ 'a.md': silenced, 'b.md': asOf('澄溪县财政局', `${cleanReport}\n${comment}\n`) });
    const { code, out } = await call(folder, ['check', '--format', 'json', '.']);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out).files.map(({ diagnostics }: { diagnostics: { code: string }[] }) => diagnostics.map((one) => one.code)), [[], ['unused-silence']]);
  });
});

describe('a folder that may not be read', () => {
  after(removeFolders);

  it('is named, and the others are checked', async function () {
    const folder = makeFolder({ 'a/a.md': cleanReport, 'b/b.md': cleanReport });
    chmodSync(join(folder, 'a'), 0);
    const { code, out, err } = await call(folder, ['check', '.']);
    chmodSync(join(folder, 'a'), 0o755);
    // The superuser may read any folder.
    assert.deepEqual([code, err], process.getuid?.() === 0 ? [0, ''] : [2, 'a: permission denied\n']);
    assert.match(out, /Files: [12]/u);
  });
});
