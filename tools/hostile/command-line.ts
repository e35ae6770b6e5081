import { spawnSync } from 'node:child_process';

/** A machine that others use as well is slow, and one that hangs is so for good. */
const longestRun = 600_000;
const calls: readonly (readonly string[])[] = [['check', '--format', 'json'], ['extract'], ['fix', '--all', '--dry-run']];
/** Writes the most memory that the program used, in kilobytes, behind everything else that it says. */
const measured = 'process.on("exit", () => process.stderr.write(`\\nmemory ${process.resourceUsage().maxRSS}`))';

/** What goes wrong where the command line is given a folder, and how many megabytes it uses at the most. */
export function commandLineTroubles(folder: string): { readonly troubles: readonly string[]; readonly memory: number } {
  const troubles: string[] = [];
  let most = 0;
  for (const args of calls) {
    const preload = `data:text/javascript,${encodeURIComponent(measured)}`;
    const { status, signal, stderr } = spawnSync(process.execPath, ['--import', preload, 'dist/cli.js', ...args, folder],
      { encoding: 'utf8', timeout: longestRun, maxBuffer: 1 << 30 });
    const [said = '', memory = '0'] = stderr.split('\nmemory ');
    most = Math.max(most, Math.round(Number(memory) / 1024));
    if ((status !== 0 && status !== 1) || /\w*Error\b|\n\s+at /u.test(said)) {
      troubles.push(`${args.join(' ')}: ${signal ?? `exit code ${status}`}: ${said}`);
    }
  }
  return { troubles, memory: most };
}
