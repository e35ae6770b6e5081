/**
 * Measures how many reports are checked together (`npm run many-reports -- 10000`): from nothing, again from the cache, after one
 * file has changed, by shards, and what the index keeps. `--write` puts the figures into docs/many-reports.md.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
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
  readonly findings: number;
}

const folder = mkdtempSync(join(tmpdir(), 'many-reports-'));
try {
  const reports = join(folder, 'reports');
  const { counties, files } = writeReports(reports, count);
  const cached = ['--cache', '--cache-location', join(folder, 'cache')];
  const runs: Run[] = [check('first run', [reports]), check('first run, with a cache to fill', [...cached, reports]), check('second run, from the cache', [...cached, reports])];
  appendFileSync(files[0] ?? '', '\n');
  runs.push(check('after one file has changed', [...cached, reports]));
  const parts = Array.from({ length: shards }, (_, shard) => check(`shard ${shard + 1} of ${shards}`, counties.filter((_one, at) => at % shards === shard)));
  const index = measureIndex(files);
  const whole = runs[0] as Run;
  const sum = parts.reduce((all, { findings }) => all + findings, 0);
  if (sum !== whole.findings) {
    throw new Error(`The shards find ${sum}, the whole ${whole.findings}.`);
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
  const { summary } = JSON.parse(readFileSync(result, 'utf8')) as { summary: { reports: number; errors: number; warnings: number; information: number; hints: number } };
  return { name, seconds, cpu, megabytes: rss, reports: summary.reports, findings: summary.errors + summary.warnings + summary.information + summary.hints };
}

function tableOf(runs: readonly Run[], index: string): string {
  const machine = `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, ${process.platform} ${process.arch}, Node ${process.version}`;
  const rows = runs.map(({ name, seconds, cpu, megabytes, reports, findings }) =>
    `| ${name} | ${reports} | ${findings} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${megabytes.toFixed(0)} |`);
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
