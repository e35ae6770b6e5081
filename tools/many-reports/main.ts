/**
 * Measures how many reports are checked together (`npm run many-reports -- 10000`): from nothing, again from the cache, after one
 * file has changed, by shards, and what the index keeps; each run, and the shards together, have to find exactly what was planted.
 * `--write` puts the figures into docs/many-reports.md.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../host/paths.mjs';
import { writeReports } from './folder.ts';
import { measureIndex } from './index-size.ts';

const count = Number(process.argv[2] ?? 10_000);
const shards = 4;
/** Tells what the command line took when it ends. */
const probe = 'data:text/javascript,process.on("exit",()=>{const{userCPUTime,systemCPUTime,maxRSS}=process.resourceUsage();'
  + 'process.stderr.write("\\n@"+JSON.stringify({cpu:(userCPUTime+systemCPUTime)/1e6,rss:maxRSS/1024})+"\\n")})';

interface Run {
  readonly name: string;
  readonly seconds: number;
  readonly cpu: number;
  /** Of the process, all its threads together. */
  readonly megabytes: number;
  readonly reports: number;
  /** Path below the folder, code and figure of each. */
  readonly findings: readonly string[];
}

interface Answer {
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly { readonly code: string; readonly figure?: string }[] }[];
  readonly summary: { readonly reports: number };
}

const folder = mkdtempSync(join(tmpdir(), 'many-reports-'));
const reports = join(folder, 'reports');
try {
  const { counties, files, planted } = writeReports(reports, count);
  const cached = ['--cache', '--cache-location', join(folder, 'cache')];
  const runs: Run[] = [check('first run', [reports]), check('first run, with a cache to fill', [...cached, reports]), check('second run, from the cache', [...cached, reports])];
  appendFileSync(files[0] ?? '', '\n');
  runs.push(check('after one file has changed', [...cached, reports]));
  const parts = Array.from({ length: shards }, (_, shard) => check(`shard ${shard + 1} of ${shards}`, counties.filter((_one, at) => at % shards === shard)));
  const index = measureIndex(files);
  for (const { findings } of [...runs, { findings: parts.flatMap((part) => part.findings).sort() }]) {
    assert.deepEqual(findings, planted);
  }
  const text = tableOf([...runs, ...parts], `Index: ${index.reports} reports, ${(index.bytes / 1e6).toFixed(0)} MB (${(index.bytes / index.reports / 1e3).toFixed(1)} kB a report).`);
  console.log(text);
  if (process.argv.includes('--write')) {
    publish(text);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function check(name: string, paths: readonly string[]): Run {
  const result = join(folder, 'result.json');
  const start = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ['--import', probe, join(root, 'dist/cli.js'), 'check', '--format', 'json', '--output', result, ...paths], {
    cwd: folder, encoding: 'utf8', maxBuffer: 1e9,
  });
  if (status === null || status > 1) {
    throw new Error(stderr);
  }
  const seconds = (performance.now() - start) / 1000;
  const { cpu, rss } = JSON.parse(/@(\{.*\})/u.exec(stderr)?.[1] ?? '{}') as { cpu: number; rss: number };
  const answer = JSON.parse(readFileSync(result, 'utf8')) as Answer;
  console.error(`${name}: ${seconds.toFixed(0)} s`);
  return { name, seconds, cpu, megabytes: rss, reports: answer.summary.reports, findings: findingsIn(answer) };
}

/** Units left out of a sum are told at the first figure that differs, which depends on their figures. */
function findingsIn({ files }: Answer): readonly string[] {
  return files.flatMap(({ path, diagnostics }) => diagnostics.map(({ code, figure }) => {
    const at = relative(reports, path);
    return [at, code, code === 'rollup' && at.includes('2023') ? undefined : figure].filter(Boolean).join(' ');
  })).sort();
}

function tableOf(runs: readonly Run[], index: string): string {
  const machine = `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, ${process.platform} ${process.arch}, Node ${process.version}`;
  const rows = runs.map(({ name, seconds, cpu, megabytes, reports, findings }) =>
    `| ${name} | ${reports} | ${findings.length} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${megabytes.toFixed(0)} |`);
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}.`, '',
    '| | Reports | Findings | Seconds | CPU seconds | Memory, MB |', '| --- | --- | --- | --- | --- | --- |', ...rows, '', index,
  ].join('\n');
}

/** Puts the figures between the marks of the page. */
function publish(text: string): void {
  const path = join(root, 'docs/many-reports.md');
  const mark = '<!-- measured -->';
  const [before = '', , after = ''] = readFileSync(path, 'utf8').split(mark);
  writeFileSync(path, `${before}${mark}\n\n${text}\n\n${mark}${after}`);
}
