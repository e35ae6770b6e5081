/**
 * Checks a folder of broken files (`npm run broken-files -- 10000`): wrong encodings, cut archives, huge files, links in circles,
 * files that vanish meanwhile, names in GBK. Each has to be named or read as it should be, and none may stop the rest.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../host/paths.mjs';
import { writeBrokenFiles, type BrokenFile, type Fate } from './folder.ts';

interface Answer {
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly { readonly code: string }[] }[];
  readonly unread: readonly { readonly path: string }[];
  readonly summary: { readonly files: number; readonly skipped: number };
}

const count = Number(process.argv[2] ?? 10_000);
/** Tells what the command line took when it ends. */
const probe = 'data:text/javascript,process.on("exit",()=>{const{userCPUTime,systemCPUTime,maxRSS}=process.resourceUsage();'
  + 'process.stderr.write("\\n@"+JSON.stringify({cpu:(userCPUTime+systemCPUTime)/1e6,rss:maxRSS/1024})+"\\n")})';

const folder = mkdtempSync(join(tmpdir(), 'broken-files-'));
void run().finally(() => rmSync(folder, { recursive: true, force: true }));

async function run(): Promise<void> {
  const files = writeBrokenFiles(join(folder, 'files'), count);
  const start = performance.now();
  const { code, err } = await check(files.filter(({ vanishes }) => vanishes));
  const seconds = (performance.now() - start) / 1000;
  const answer = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as Answer;
  const fates = fatesIn(answer, err);
  const lost = files.filter((file) => !file.fates.includes(fates(file.path)));
  const { cpu, rss } = JSON.parse(/@(\{.*\})/u.exec(err)?.[1] ?? '{}') as { cpu: number; rss: number };
  console.log(tableOf(files, fates));
  console.log(`${count} files: ${seconds.toFixed(0)} s, ${cpu.toFixed(0)} CPU seconds, ${rss.toFixed(0)} MB; exit code ${code}; `
    + `${answer.files.length} read, ${answer.unread.length} named as unread, ${answer.summary.skipped} no reports`);
  lost.slice(0, 20).forEach(({ path, kind }) => console.error(`${path} (${kind}): ${fates(path)}`));
  process.exitCode = lost.length === 0 && code === 2 ? 0 : 1;
}

/** Takes the files away that vanish, once the check is under way. */
function check(vanishing: readonly BrokenFile[]): Promise<{ readonly code: number | null; readonly err: string }> {
  const child = spawn(process.execPath, ['--import', probe, join(root, 'dist/cli.js'), 'check', '--locale', 'en', '--format', 'json',
    '--output', join(folder, 'result.json'), join(folder, 'files')], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString();
  });
  const timer = setTimeout(() => vanishing.forEach(({ path }) => rmSync(join(folder, 'files', path), { force: true })), 3000);
  return new Promise((resolve) => child.on('close', (code) => {
    clearTimeout(timer);
    resolve({ code, err });
  }));
}

function fatesIn({ files, unread }: Answer, err: string): (path: string) => Fate {
  const below = (path: string): string => relative(join(folder, 'files'), path);
  const found = new Map(files.map(({ path, diagnostics }) => [below(path), diagnostics.map(({ code }) => code)]));
  const named = new Set(unread.map(({ path }) => below(path)));
  const damaged = new Set([...err.matchAll(/^(.*): some bytes are no text/gmu)].map(([, path = '']) => below(path)));
  return (path) => {
    if (damaged.has(path)) {
      return 'damaged';
    }
    const codes = found.get(path);
    return named.has(path) ? 'unread' : codes === undefined ? 'passed' : codes.includes('results-total') ? 'wrong' : 'right';
  };
}

/** How many files of each kind there were, and what became of them. */
function tableOf(files: readonly BrokenFile[], fates: (path: string) => Fate): string {
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  const rows = kinds.map((kind) => {
    const own = files.filter((file) => file.kind === kind).map(({ path }) => fates(path));
    const counts = [...new Set(own)].map((fate) => `${fate} ${own.filter((one) => one === fate).length}`);
    return `| ${kind} | ${own.length} | ${counts.join(', ')} |`;
  });
  return ['| Kind | Files | What became of them |', '| --- | --- | --- |', ...rows].join('\n');
}
