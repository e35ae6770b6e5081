import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { asOf, call, cleanReport, flawedReport, mistake } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

/** A warning (a narrative figure) and the error of the flawed report. */
const ofOther = asOf('澄溪县财政局', flawedReport);
const withWarning = cleanReport.replace('## 一、总体情况', '## 一、总体情况：').replace('| 行政强制 | 0 |', '| 行政强制 | / |');

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The elements of an XML text, which must be well formed. */
function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext(data) {
      (open.at(-1) as Element).text += data;
    },
    onclosetag(name, isImplied) {
      assert.ok(!isImplied || text.includes('/>'), name);
      assert.equal(open.pop()?.name, name);
    },
  }, { xmlMode: true, decodeEntities: true });
  parser.end(text);
  assert.equal(open.length, 1);
  return root.children[0] as Element;
}

describe('JUnit', () => {
  after(removeFolders);

  it('has a suite for a file and a case for a finding, and fails as the exit code does', async () => {
    const folder = makeFolder({ '甲&乙/<a>.md': flawedReport, 'b.md': asOf('澄溪县财政局', cleanReport), 'c.md': asOf('澄溪县教育局', withWarning) });
    const { code, out } = await call(folder, ['check', '--format', 'junit', '.']);
    assert.equal(code, 1);
    const root = parseXml(out);
    assert.deepEqual(root.children.map(({ attributes: { name, failures, errors } }) => [name, failures, errors]), [
      ['b.md', '0', '0'], ['c.md', String(Number(root.children[1]?.attributes['failures'])), '0'], ['甲&乙/<a>.md', '1', '0'],
    ]);
    for (const { attributes, children } of root.children) {
      assert.equal(Number(attributes['tests']), children.length);
      assert.equal(Number(attributes['failures']), children.filter((one) => one.children.some(({ name }) => name === 'failure')).length);
    }
    const [failed] = root.children[2]?.children ?? [];
    assert.equal(failed?.attributes['name'], `results-total (${mistake.line + 1}:${mistake.character + 1})`);
    assert.match(failed.children[0]?.text as string, /^甲&乙\/<a>\.md:\d+:\d+: error: .+ \[results-total\]$/u);
  });

  it('names what could not be read as an error, or as skipped where that is no failure', async () => {
    const { code, out } = await call(makeFolder({ 'a.md': cleanReport, 'b.ofd': '' }), ['check', '--format', 'junit', '.', 'x.md']);
    assert.equal(code, 2);
    const cases = parseXml(out).children.map(({ attributes: { name, errors, skipped } }) => [name, errors, skipped]);
    assert.deepEqual(cases, [['a.md', '0', '0'], ['x.md', '1', '0'], ['b.ofd', '0', '1']]);
  });

  it('is well formed whatever a text holds', async () => {
    const hostile = flawedReport.replace('五、存在的主要', '五、存在\u0000\u001b]]>&<"\u202e的主要');
    const { out } = await call(makeFolder({ 'a"\u0001.md': hostile }), ['check', '--format', 'junit', '.']);
    assert.doesNotMatch(out, /[\u0000-\u0008\u000b-\u001f\u202e]/u);
    assert.ok(parseXml(out).children.length === 1);
  });
});

describe('annotations for GitHub', () => {
  after(removeFolders);

  it('stand at each finding, from the folder of the checkout, escaped as the runner undoes it', async () => {
    const folder = makeFolder({ 'a/县,1:%.md': flawedReport });
    const { code, out } = await call(join(folder, 'a'), ['check', '--format', 'github', '.'], { env: { LANG: 'en', GITHUB_WORKSPACE: folder } });
    assert.equal(code, 1);
    const [annotation, summary] = out.split('\n');
    const [, properties = '', text = ''] = /^::error (.*?)::(.*)$/u.exec(annotation as string) ?? [];
    assert.deepEqual(Object.fromEntries(properties.split(',').slice(0, 5).map((one) => one.split('='))), {
      file: 'a/县%2C1%3A%25.md', line: String(mistake.line + 1), endLine: String(mistake.line + 1),
      col: String(mistake.character + 1), endColumn: String(mistake.character + 2),
    });
    assert.ok(properties.endsWith('[results-total]') && text !== '');
    assert.match(summary as string, /^Files: 1/u);
  });

  it('name what could not be read, by severity', async () => {
    const { out } = await call(makeFolder({ 'a.md': cleanReport, 'b.ofd': '' }), ['check', '--format', 'github', '.', 'x.md']);
    assert.match(out, /^::error file=x\.md::.+$/mu);
    assert.match(out, /^::warning file=b\.ofd::.+$/mu);
  });
});

describe('a baseline', () => {
  after(removeFolders);
  const errorsOf = (out: string): number => JSON.parse(out).summary.errors;

  it('keeps known findings from counting, wherever their lines go, and new ones count', async () => {
    const folder = makeFolder({ 'a.md': flawedReport, '县/b.md': ofOther });
    const written = await call(folder, ['check', '--baseline', 'known.json', '--write-baseline', '.']);
    assert.deepEqual([written.code, /Findings that known\.json knows, which do not count: 2/u.test(written.err)], [0, true]);
    const before = readFileSync(join(folder, 'known.json'), 'utf8');
    assert.ok(!before.includes(folder));
    writeFileSync(join(folder, 'a.md'), flawedReport.replace('## 一、', '本报告依据条例编制。\n\n## 一、'));
    const known = await call(join(folder, '县'), ['check', '--format', 'json', '--baseline', '../known.json', '..']);
    assert.deepEqual([known.code, errorsOf(known.out), JSON.parse(known.out).files[0].diagnostics], [0, 0, []]);
    writeFileSync(join(folder, '县/b.md'), `${ofOther}\n\n${asOf('澄溪县教育局', flawedReport)}`);
    const fresh = await call(folder, ['check', '--format', 'json', '--baseline', 'known.json', '.']);
    assert.deepEqual([fresh.code, errorsOf(fresh.out)], [1, 1]);
  });

  it('holds no text of a report', async () => {
    const folder = makeFolder({ 'a.md': cleanReport.replace('## 五、', '申请人身份证号码110101199003070011。\n\n## 五、') });
    await call(folder, ['check', '--baseline', 'known.json', '--write-baseline', '.']);
    assert.match(readFileSync(join(folder, 'known.json'), 'utf8'), /personal-data/u);
    assert.ok(!readFileSync(join(folder, 'known.json'), 'utf8').includes('110101'));
  });

  it('that is not there, is none, or whose place is not named stops the check', async () => {
    const folder = makeFolder({ 'a.md': flawedReport, 'b.json': '{"version":1,"findings":{"a.md":[1]}}' });
    for (const args of [['--baseline', 'x.json'], ['--baseline', 'b.json'], ['--write-baseline']]) {
      const { code, out, err } = await call(folder, ['check', ...args, 'a.md']);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.notEqual(err, '');
    }
  });
});

describe('the other options of check', () => {
  after(removeFolders);

  it('--max-warnings makes too many warnings an error, and says so', async () => {
    const folder = makeFolder({ '.disclosure-report.json': '{ "severity": { "results-total": "warning" } }', 'a.md': flawedReport });
    const codes = [];
    for (const most of ['0', '1']) {
      const { code, err } = await call(folder, ['check', '--max-warnings', most, 'a.md']);
      codes.push(code);
      assert.equal(/more than the 0/u.test(err), most === '0');
    }
    assert.deepEqual(codes, [1, 0]);
    assert.equal((await call(folder, ['check', '--max-warnings', 'all', 'a.md'])).code, 2);
  });

  it('--quiet names errors only, and counts the rest', async () => {
    const { out } = await call(makeFolder({ 'a.md': flawedReport.replace('## 一、总体情况', '## 一、总体情况：') }), ['check', '--quiet', 'a.md']);
    assert.deepEqual(out.match(/\[[a-z-]+\]$/gmu), ['[results-total]']);
    assert.match(out, /Errors: 1, warnings: 0, remarks: 1/u);
  });

  it('--output writes the whole of every format into a file, whole or not at all', async () => {
    const folder = makeFolder({ 'a.md': flawedReport });
    for (const format of ['text', 'json', 'sarif', 'junit', 'github']) {
      const { out } = await call(folder, ['check', '--format', format, 'a.md']);
      const { code, out: rest } = await call(folder, ['check', '--format', format, '--output', `结果/${format}`, 'a.md'], { isTerminal: true });
      assert.deepEqual([code, rest], [1, '']);
      assert.equal(readFileSync(join(folder, '结果', format), 'utf8'), out);
    }
    const { out } = await call(folder, ['extract', '--format', 'csv', 'a.md']);
    await call(folder, ['extract', '--format', 'csv', '--output', '结果/a.csv', 'a.md']);
    assert.equal(readFileSync(join(folder, '结果/a.csv'), 'utf8'), `\uFEFF${out}`);
    assert.equal(readdirSync(join(folder, '结果')).some((name) => name.endsWith('.tmp')), false);
  });

  it('--output never takes the place of a file that is checked, nor of a folder', async () => {
    const folder = makeFolder({ 'a.md': flawedReport });
    mkdirSync(join(folder, 'b'));
    for (const output of ['a.md', './b/../a.md', 'b']) {
      const { code, out, err } = await call(folder, ['check', '--output', output, '.']);
      assert.deepEqual([code, out], [2, ''], output);
      assert.ok(err.startsWith(`${output}: `), err);
    }
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), flawedReport);
    assert.deepEqual(readdirSync(folder), ['a.md', 'b']);
  });

  it('--stdin-filename gives standard input a name, in results, for the settings and for its format', async () => {
    const folder = makeFolder({ 'x/.disclosure-report.json': '{ "ignore": [{ "file": "a.md", "code": "results-total" }] }' });
    const { code, out } = await call(folder, ['check', '--format', 'json', '--stdin-filename', 'x/a.md', '-'], { stdin: flawedReport });
    assert.deepEqual([code, JSON.parse(out).files[0].path, JSON.parse(out).files[0].diagnostics], [0, 'x/a.md', []]);
    const other = await call(folder, ['check', '--stdin-filename', 'x/b.md', '-'], { stdin: flawedReport });
    assert.match(other.out, /^x\/b\.md:\d+/u);
    const docx = readFileSync(join(__dirname, '../../fixtures/office/2021.docx'));
    const read = await call(folder, ['extract', '--stdin-filename', 'b.docx', '-'], { stdin: docx });
    assert.equal(JSON.parse(read.out).files[0].source, 'docx');
  });

  it('--skip-others treats files that are named as those found in a folder', async () => {
    const folder = makeFolder({ 'a.md': flawedReport, 'b.md': '别的', 'c.json': '{}' });
    const { code, out } = await call(folder, ['check', '--skip-others', '--format', 'json', 'a.md', 'b.md', 'c.json']);
    assert.deepEqual([code, JSON.parse(out).files.map(({ path }: { path: string }) => path), JSON.parse(out).summary.skipped], [1, ['a.md'], 1]);
    assert.equal((await call(folder, ['check', '--skip-others', 'b.md', 'c.json'])).code, 0);
  });

  it('--verbose says which settings files were used', async () => {
    const files = { 'x/.disclosure-report.json': '{}', 'x/a.md': cleanReport, 'x/y/b.md': cleanReport, 'c.md': cleanReport };
    for (const command of ['check', 'extract', 'fix']) {
      const { err } = await call(makeFolder(files), [command, '--verbose', '.']);
      assert.match(err, /^Settings of x\/\.disclosure-report\.json: files 2\.$/mu, command);
      assert.match(err, /^Without a settings file: files 1\.$/mu, command);
    }
  });

  it('takes globs itself, which some shells do not expand', async () => {
    const folder = makeFolder({ '2024/甲/a.md': flawedReport, '2024/b.html': '', '2023/c.md': cleanReport, '年报[终稿].md': cleanReport });
    const pathsOf = async (...globs: string[]) => {
      const { code, out } = await call(folder, ['check', '--format', 'json', ...globs]);
      return [code, ...JSON.parse(out).files.map(({ path }: { path: string }) => path)];
    };
    assert.deepEqual(await pathsOf('*/**/*.md'), [1, '2023/c.md', '2024/甲/a.md']);
    assert.deepEqual(await pathsOf('202[0-3]/*.md'), [0, '2023/c.md']);
    assert.deepEqual(await pathsOf('./2024/{甲,乙}/a.*'), [1, '2024/甲/a.md']);
    assert.deepEqual(await pathsOf(`${folder}/*/c.md`), [0, join(folder, '2023/c.md')]);
    assert.deepEqual(await pathsOf('年报[终稿].md'), [0, '年报[终稿].md']);
    const { code, err } = await call(folder, ['check', '2022/*.md', '2023/c.md']);
    assert.equal(code, 2);
    assert.deepEqual(err.match(/^.*2022.*$/gmu)?.map((line) => line.split(': ')[0]), ['2022/*.md']);
  });

  it('looks for settings no higher than the repository, or what was given outside of one', async () => {
    const off = '{ "severity": { "results-total": "off" } }';
    const folder = makeFolder({ '.disclosure-report.json': off, 'x/a.md': flawedReport, 'x/y/b.md': flawedReport });
    const codeIn = async (cwd: string, path: string) => (await call(join(folder, cwd), ['check', path])).code;
    assert.deepEqual([await codeIn('.', 'x'), await codeIn('x', '.'), await codeIn('x', 'y/b.md')], [0, 1, 1]);
    mkdirSync(join(folder, '.git'));
    assert.deepEqual([await codeIn('x', '.'), await codeIn('x/y', 'b.md')], [0, 0]);
    mkdirSync(join(folder, 'x/.git'));
    assert.deepEqual([await codeIn('.', 'x'), await codeIn('x/y', 'b.md')], [1, 1]);
  });
});
