import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cleanReport, flawedReport } from '../unit/cli/call.ts';
import { installPackage, npm, root, type Installed } from './npm-package.ts';

const samples = join(root, 'samples/自定格式');

describe('the npm package', () => {
  let at: Installed;
  before(function () {
    this.timeout(300_000);
    at = installPackage();
  });

  it('holds what it needs and nothing else', () => {
    const paths = at.packed.files.map(({ path }) => path);
    const odd = paths.filter((path) => !/^(?:dist\/(?:cli|cli-cached|cli-whole|server|library|pdf)\.js|dist\/library(?:-types)?\.d\.ts|dist\/cmaps\/.+|docs\/.+\.(?:md|yml)|docs\/ci\/Jenkinsfile|schemas\/.+\.json|[A-Z-]+(?:\.md|\.txt)?|package\.json)$/u.test(path));
    assert.deepEqual(odd, []);
    for (const needed of ['dist/cli.js', 'dist/cli-cached.js', 'dist/cli-whole.js', 'dist/library.js', 'dist/library.d.ts', 'docs/rules/results-total.md', 'docs/library.md', 'LICENSE', 'README.md']) {
      assert.ok(paths.includes(needed), needed);
    }
  });

  it('asks for no other package, and is not held back from being published', () => {
    const manifest = JSON.parse(readFileSync(join(at.folder, 'node_modules/disclosure-report/package.json'), 'utf8')) as Record<string, unknown>;
    assert.deepEqual([manifest['dependencies'], manifest['private'], (manifest['scripts'] as Record<string, string>)['prepack']], [undefined, undefined, 'node tools/prepack.mjs']);
    assert.equal((manifest['scripts'] as Record<string, string>)['install'] ?? (manifest['scripts'] as Record<string, string>)['postinstall'], undefined);
  });

  it('checks by npx disclosure-report check, explains its rules, and reads a PDF', () => {
    writeFileSync(join(at.folder, 'a.md'), flawedReport);
    const npx = (...args: string[]) => spawnSync('npx', ['--no-install', 'disclosure-report', ...args], {
      cwd: at.folder, encoding: 'utf8', shell: process.platform === 'win32', env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    });
    const { status, stdout } = npx('check', '.');
    assert.equal(status, 1);
    assert.match(stdout, /^a\.md:\d+:\d+: 错误: .+ \[results-total\]$/mu);
    const sarif = JSON.parse(npx('check', '--format', 'sarif', 'a.md').stdout);
    const rule = sarif.runs[0].tool.driver.rules.find(({ id }: { id: string }) => id === 'results-total');
    assert.match(rule.help.markdown, /## 为什么/u);
    const pdf = spawnSync('npx', ['--no-install', 'disclosure-report', 'extract', join(root, 'test/fixtures/office/2021.pdf')], { cwd: at.folder, encoding: 'utf8' });
    assert.equal(JSON.parse(pdf.stdout).files[0].source, 'pdf', pdf.stderr);
  });
});

describe('the library', () => {
  let folder: string;
  before(function () {
    this.timeout(300_000);
    ({ folder } = installPackage());
    mkdirSync(join(folder, 'reports/县'), { recursive: true });
    writeFileSync(join(folder, 'reports/a.md'), cleanReport);
    writeFileSync(join(folder, 'reports/县/b.md'), flawedReport);
    cpSync(join(root, 'test/fixtures/office/2021.docx'), join(folder, 'reports/c.docx'));
    writeFileSync(join(folder, 'reports/x.ofd'), '');
    cpSync(join(samples, '便民热线.disclosure-form.json'), join(folder, '便民热线.disclosure-form.json'));
    cpSync(join(samples, '青禾县2025年政务服务便民热线工作年度报告.md'), join(folder, '热线年报.md'));
  });

  const examples = [...readFileSync(join(root, 'docs/library.md'), 'utf8').matchAll(/^```js\n([^]*?)^```$/gmu)].map(([, code = '']) => code);

  function runExample(index: number): string {
    writeFileSync(join(folder, `example-${index}.mjs`), examples[index] as string);
    return execFileSync(process.execPath, [`example-${index}.mjs`], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  it('has three examples', () => {
    assert.equal(examples.length, 3);
  });

  it('writes the figures of a folder as a data frame reads them', () => {
    runExample(0);
    const lines = readFileSync(join(folder, 'figures.csv'), 'utf8').split('\r\n');
    assert.equal(lines[0], '\uFEFFpath,organ,year,figure,value');
    assert.ok(lines.includes('"reports/a.md","澄溪县档案局","2024","requests.resultsTotal.naturalPerson","12"'));
    assert.ok(lines.includes('"reports/县/b.md","澄溪县档案局","2024","requests.resultsTotal.naturalPerson","10"'));
    const { figures } = JSON.parse(readFileSync(join(root, 'test/fixtures/office/2021.json'), 'utf8')) as { figures?: Record<string, number> };
    assert.ok(lines.filter((line) => line.startsWith('"reports/c.docx"')).length >= Object.keys(figures ?? {}).length);
  });

  it('shows the findings of a folder as a table', () => {
    const out = runExample(1);
    assert.match(out, /│ 'reports\/县\/b\.md' +│ '澄溪县档案局' +│ 2024 +│ 'results-total' │ 'error' +│ '第\d+行'/u);
  });

  it('reads a report on a form of one\'s own', () => {
    assert.match(runExample(2), /^hotline 青禾县 \d+\n(?:[a-z-]+ ?)+\n$/u);
  });

  it('tells what cannot be read, and what is wrong with a form', () => {
    writeFileSync(join(folder, 'faults.mjs'), `
      import { readReport, readReports } from 'disclosure-report';
      for await (const { path, unread } of readReports(['reports', 'nothing.md'])) if (unread) console.log(path, unread);
      await readReport('', { forms: ['{ "id": 1 }'], locale: 'en' }).catch(({ message }) => console.log(message));
      await readReport(new Uint8Array([80, 75, 3, 4]), { name: 'a.docx', locale: 'en' }).catch(({ message }) => console.log(message));
      console.log((await readReport('别的')).reports.length, (await readReport('别的')).findings.map(({ code }) => code).join());
    `);
    const lines = execFileSync(process.execPath, ['faults.mjs'], { cwd: folder, encoding: 'utf8' }).trimEnd().split('\n');
    assert.match(lines[0] as string, /^nothing\.md \S+|^reports\/x\.ofd \S+/u);
    assert.equal(lines.length >= 5, true, lines.join('\n'));
    assert.equal(lines.at(-1), '0 not-a-report');
  });

  it('has types that a strict program compiles with', () => {
    writeFileSync(join(folder, 'program.mts'), `
      import { readReport, readReports, type Finding, type ReadFile } from 'disclosure-report';
      const file: ReadFile = await readReport('', { locale: 'en' });
      const total: number | null | undefined = file.reports[0]?.figures['requests.received.total']?.value;
      const findings: readonly Finding[] = file.findings;
      for await (const each of readReports(['.'])) { if ('unread' in each) { const why: string = each.unread; void why; } else { void each.reports.length; } }
      // @ts-expect-error there is no such figure type
      const wrong: string = file.reports[0]!.year;
      void [total, findings, wrong];
    `);
    const tsc = createRequire(join(root, 'package.json')).resolve('typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [
      tsc, '--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--moduleResolution', 'nodenext', 'program.mts',
    ], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });
});

describe('the place for whoever publishes', () => {
  it('is one file, from which the manifest follows, and no address is invented', async () => {
    const { readPublishing, renderPublishing } = await import('../../tools/generate/publishing.ts');
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    assert.equal(renderPublishing(manifest, readPublishing(root)), manifest);
    const set = JSON.parse(renderPublishing(manifest, { publisher: 'someone', repository: 'https://example.org/x/y.git' })) as Record<string, unknown>;
    assert.deepEqual([set['publisher'], set['repository'], set['bugs'], set['homepage']], [
      'someone', { type: 'git', url: 'https://example.org/x/y.git' }, { url: 'https://example.org/x/y/issues' }, 'https://example.org/x/y#readme',
    ]);
    assert.equal(renderPublishing(JSON.stringify(set), readPublishing(root)), manifest);
  });

  it('fits what npm takes', () => {
    assert.doesNotThrow(() => npm(root, 'pkg', 'get', 'name', 'version', 'exports'));
  });
});
