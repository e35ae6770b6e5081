import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { asOf, cleanReport, flawedReport } from '../unit/cli/call.ts';
import { makeFolder, removeFolders } from '../unit/cli/folder.ts';
import { root } from './npm-package.ts';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const scripts = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts);

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** A folder with a program that stands for the installed command, and one for npm that notes what it was to install. */
function withPrograms(files: Readonly<Record<string, string>>): { folder: string; env: NodeJS.ProcessEnv } {
  const folder = makeFolder(files);
  const programs: Readonly<Record<string, string>> = {
    'disclosure-report': `exec "${process.execPath}" "${join(root, 'dist/cli.js')}" "$@"`,
    'npm': 'for last; do :; done; echo "$last" >> "$NPM_LOG"; mkdir -p .tools/node_modules/.bin; cp "$(command -v disclosure-report)" .tools/node_modules/.bin/',
  };
  mkdirSync(join(folder, '.programs'));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, '.programs', name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, '.programs', name), 0o755);
  }
  const env = { ...process.env, PATH: `${join(folder, '.programs')}${delimiter}${process.env['PATH']}`, NPM_LOG: join(folder, '.npm-log'), LC_ALL: 'zh_CN.UTF-8' };
  return { folder, env };
}

function sh(folder: string, command: string, env: NodeJS.ProcessEnv): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('sh', ['-e', '-c', command], { cwd: folder, env, encoding: 'utf8' });
}

/** The parser that GitHub's own editor uses, which comes as modules alone. */
async function faultsOf(path: string, content: string): Promise<readonly string[]> {
  const { convertWorkflowTemplate, parseWorkflow, NoOperationTraceWriter } = await import('@actions/workflow-parser');
  const { parseAction } = await import('@actions/workflow-parser/actions/action-parser');
  const trace = new NoOperationTraceWriter();
  if (path === 'action.yml') {
    return parseAction({ name: path, content }, trace).context.errors.getErrors().map(({ message }) => message);
  }
  const { context, value } = parseWorkflow({ name: path, content }, trace);
  if (value !== undefined) {
    await convertWorkflowTemplate(context, value);
  }
  return context.errors.getErrors().map(({ message }) => message);
}

describe('the project\'s own workflows', () => {
  for (const path of ['.github/workflows/ci.yml', '.github/workflows/release.yml', 'docs/ci/github.yml']) {
    it(`${path} is what GitHub takes`, async () => {
      assert.deepEqual(await faultsOf(path, read(path)), []);
    });
  }

  it('and the check would see a mistake', async () => {
    const content = read('.github/workflows/ci.yml').replace('runs-on:', 'run-on:').replace('matrix.os', 'matrix.os.');
    assert.notEqual((await faultsOf('x.yml', content)).length, 0);
  });

  it('run scripts that there are here, pinned actions, and the systems and versions that are promised', () => {
    const workflows = ['ci', 'release'].map((name) => parse(read(`.github/workflows/${name}.yml`)) as { jobs: Record<string, { steps: Step[]; strategy?: { matrix: object } }> });
    const steps = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));
    for (const { run = '', uses } of steps) {
      const [, script] = /^npm (?:run )?([a-z]+)\b/u.exec(run) ?? [];
      const [, file] = /^node (\S+)/u.exec(run) ?? [];
      assert.ok(uses !== undefined ? /@v\d+$/u.test(uses) : script === 'ci' || scripts.includes(script ?? '') || existsSync(join(root, file ?? '-')) || run.startsWith('gh release '), run || uses);
      assert.doesNotMatch(run, /\$\{\{/u, 'no text of an event is put into a script');
    }
    assert.deepEqual(workflows[0]?.jobs['portable']?.strategy?.matrix, { os: ['ubuntu-latest', 'windows-latest', 'macos-latest'], node: [20, 22, 24, 26] });
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    assert.equal(engines.node, '>=20.19');
  });

  it('name steps of npm test that there are', () => {
    const { stderr, status } = spawnSync(process.execPath, ['tools/test.mjs', 'no-such-step'], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 2);
    const known = stderr.split('The steps are: ')[1]?.trim().replace(/\.$/u, '').split(' ') ?? [];
    const named = /npm test -- (.+)$/mu.exec(read('.github/workflows/ci.yml'))?.[1]?.split(' ') ?? [];
    assert.ok(named.length > 5);
    assert.deepEqual(named.filter((name) => !known.includes(name)), []);
  });

  it('refuse a tag that is not the version\'s', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const codeOf = (tag: string) => spawnSync(process.execPath, ['tools/check-tag.mjs', tag], { cwd: root }).status;
    assert.deepEqual([codeOf(`v${version}`), codeOf('v9.9.9'), codeOf('')], [0, 1, 1]);
  });
});

describe('the GitHub Action', () => {
  after(removeFolders);
  const text = read('action.yml');

  it('is what GitHub takes', async () => {
    assert.deepEqual(await faultsOf('action.yml', text), []);
    assert.notEqual((await faultsOf('action.yml', text.replace('shell: bash', 'shel: bash'))).length, 0);
  });

  /** Runs the step as a runner does: inputs put into its environment, files for what it hands on. */
  function act(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) {
    const action = parse(text) as { inputs: Record<string, { default: string }>; runs: { steps: readonly (Step & { shell: string })[] } };
    const folder = makeFolder(files);
    const given = (name: string): string => inputs[name] ?? action.inputs[name]?.default ?? assert.fail(name);
    const [step] = action.runs.steps;
    const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([key, value]) =>
      [key, value.replace(/\$\{\{ inputs\.(\w+) \}\}/gu, (_, name: string) => given(name))]));
    const [output, summary] = [join(folder, '.output'), join(folder, '.summary')];
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''], {
      cwd: folder, encoding: 'utf8',
      env: { ...process.env, ...env, GITHUB_ACTION_PATH: root, GITHUB_WORKSPACE: folder, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
    });
    return { status, stdout, stderr, folder, output: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') };
  }

  it('annotates findings, hands on their counts and SARIF, and fails as the check does', () => {
    const { status, stdout, output, summary, folder } = act({ '县/a.md': flawedReport, 'b b.md': asOf('澄溪县水务局', cleanReport) }, { paths: '县\nb b.md\n', sarif: 'out.sarif' });
    assert.equal(status, 1);
    assert.match(stdout, /^::error file=县\/a\.md,line=\d+/mu);
    assert.equal(output, 'errors=1\nwarnings=0\n');
    assert.match(summary, /^检查文件2个/u);
    assert.equal(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0].results.length, 1);
  });

  it('passes options on, and takes no command from an input', () => {
    const { status, folder } = act({ 'a.md': cleanReport }, { paths: '$(touch x)\n; touch y\na.md', args: '--max-warnings=0\n`touch z`', locale: 'en' });
    assert.equal(status, 2);
    assert.deepEqual(readdirSync(folder).filter((name) => /^[xyz]$/u.test(name)), []);
    assert.equal(act({ 'a.md': cleanReport }, {}).status, 0);
  });
});

describe('the templates for other services', () => {
  after(removeFolders);

  /** The commands of a template in order, up to the first that fails. */
  function runAll(commands: readonly string[], report: string, settings: Readonly<Record<string, string>>) {
    const { folder, env } = withPrograms({ 'reports/a.md': report });
    let status: number | null = 0;
    let out = '';
    for (const command of commands) {
      const ended = sh(folder, command, { ...env, ...settings });
      ({ status } = ended);
      out += ended.stdout;
      if (status !== 0) break;
    }
    return { folder, status, out, installed: readFileSync(join(folder, '.npm-log'), 'utf8').trim() };
  }

  it('for GitLab check and leave a report of tests', () => {
    const { 'check-reports': job } = parse(read('docs/ci/gitlab.yml')) as { 'check-reports': { script: string[]; variables: Record<string, string>; artifacts: { reports: { junit: string } } } };
    for (const [report, code] of [[cleanReport, 0], [flawedReport, 1]] as const) {
      const { folder, status, installed } = runAll(job.script, report, { ...job.variables, DISCLOSURE_REPORT: 'tools/x.tgz' });
      assert.deepEqual([status, installed], [code, 'tools/x.tgz']);
      assert.match(readFileSync(join(folder, job.artifacts.reports.junit), 'utf8'), /<testsuite name="reports\/a\.md"/u);
    }
  });

  it('for Gitee check', () => {
    const pipeline = parse(read('docs/ci/gitee.yml')) as { variables: Record<string, string>; stages: { jobs: { steps: { commands: string[] }[] }[] }[] };
    const commands = pipeline.stages[0]?.jobs[0]?.steps[0]?.commands ?? [];
    assert.equal(runAll(commands, cleanReport, pipeline.variables).status, 0);
    const { status, out } = runAll(commands, flawedReport, pipeline.variables);
    assert.equal(status, 1);
    assert.match(out, /results-total/u);
  });

  it('for Jenkins check and leave both reports', () => {
    const text = read('docs/ci/Jenkinsfile');
    const commands = [...text.matchAll(/^\s*sh '([^']+)'$/gmu)].map((match) => match[1] ?? '');
    const settings = Object.fromEntries([...text.matchAll(/^\s*([A-Z_]+) = '([^']+)'$/gmu)].map((match) => [match[1] ?? '', match[2] ?? '']));
    assert.equal(commands.length, 3);
    assert.equal(text.split('{').length, text.split('}').length);
    for (const [report, code] of [[cleanReport, 0], [flawedReport, 1]] as const) {
      const { folder, status } = runAll(commands, report, settings);
      assert.equal(status, code);
      assert.ok(existsSync(join(folder, 'reports.sarif')) && existsSync(join(folder, 'reports-junit.xml')));
    }
  });
});

describe('the hooks', () => {
  after(removeFolders);
  const hooks = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string; files: string; language: string }[];

  it('get the files that they ask for, check them and pass over the others', () => {
    for (const { id, entry, files, language } of hooks) {
      const { folder, env } = withPrograms({ '县/年报 一.md': flawedReport, 'README.md': '# 说明', 'x.json': '{}', 'b.html': '' });
      const names = ['县/年报 一.md', 'README.md', 'x.json', 'b.html'].filter((name) => new RegExp(files, 'u').test(name));
      assert.deepEqual([names.length, language], [3, 'node']);
      const { status, stdout } = spawnSync('sh', ['-c', `${entry} "$@"`, 'sh', ...names], { cwd: folder, env, encoding: 'utf8' });
      assert.equal(status, id === 'disclosure-report' ? 1 : 0, stdout);
      assert.equal(readFileSync(join(folder, '县/年报 一.md'), 'utf8'), id === 'disclosure-report' ? flawedReport : cleanReport);
      assert.doesNotMatch(stdout, /not-a-report/u);
    }
  });

  it('work in a repository without pre-commit as well, as the page says', () => {
    const [, line = ''] = /^(git diff --cached .+)$/mu.exec(read('docs/ci.md')) ?? [];
    const { folder, env } = withPrograms({ '县/年报 一.md': flawedReport, 'README.md': '# 说明' });
    const git = (...args: string[]) => spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: folder, env, encoding: 'utf8' });
    git('init', '--quiet');
    writeFileSync(join(folder, '.git/hooks/pre-commit'), `#!/bin/sh\n${line}\n`);
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    git('add', '县', 'README.md');
    assert.notEqual(git('commit', '-m', 'x').status, 0);
    cpSync(join(root, 'test/fixtures/base-2021.md'), join(folder, '县/年报 一.md'));
    git('add', '县');
    const { status, stderr } = git('commit', '-m', 'x');
    assert.equal(status, 0, stderr);
    assert.equal(execFileSync('git', ['log', '--oneline'], { cwd: folder, encoding: 'utf8' }).split('\n').length, 2);
  });
});
