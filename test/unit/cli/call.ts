import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../../server/src/cli/host.ts';
import { run } from '../../../server/src/cli/run.ts';
import { watchFiles } from '../../../server/src/cli/watch/watcher.ts';

const root = join(__dirname, '../../..');

/** A report of 2024 without a finding; its prose and figures are made up. */
export const cleanReport = readFileSync(join(root, 'test/fixtures/base-2021.md'), 'utf8');

/** A report as that of another organ: two of one organ and year are told of. */
export function asOf(organ: string, report: string): string {
  return report.replaceAll('澄溪县档案局', organ);
}

/** The row （七）总计 of the clean report, with the total of natural persons right and wrong. */
export const totalsRow = '|  | （七）总计 |  | 12 | 2 | 0 | 0 | 0 | 0 | 14 |';
export const wrongTotalsRow = totalsRow.replace('12', '10');

/** The clean report with one mistake: a total that differs from its parts. */
export const flawedReport = cleanReport.replace(totalsRow, wrongTotalsRow);

/** Line and character of the wrong total, counted from 0. */
export const mistake = {
  line: flawedReport.split('\n').indexOf(wrongTotalsRow),
  character: wrongTotalsRow.indexOf('10'),
};

interface Called {
  readonly code: number;
  readonly out: string;
  readonly bytes: Buffer;
  readonly err: string;
}

interface CallOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Host['env'];
  readonly isTerminal?: boolean;
  readonly watch?: Host['watch'];
  /** Stands for the program; another one finds otherwise. */
  readonly program?: string;
}

/** Calls the command line in a folder, in English unless the environment says otherwise. */
export async function call(cwd: string, args: readonly string[], options: CallOptions = {}): Promise<Called> {
  const out: Buffer[] = [];
  let err = '';
  const isTerminal = options.isTerminal ?? false;
  const code = await run(args, {
    cwd,
    env: options.env ?? { LANG: 'en_US.UTF-8' },
    outIsTerminal: isTerminal,
    errIsTerminal: isTerminal,
    write: (data) => {
      out.push(Buffer.from(data as string));
      return Promise.resolve();
    },
    showProgress: (line) => {
      err += line;
    },
    warn: (text) => {
      err += text;
    },
    readStdin: () => Promise.resolve(Buffer.from(options.stdin ?? '')),
    program: () => options.program ?? 'a program',
    docs: join(root, 'docs/rules'),
    startThread: undefined,
    watch: options.watch ?? watchFiles,
    startLanguageServer: () => Promise.resolve(),
  });
  const bytes = Buffer.concat(out);
  return { code, out: bytes.toString('utf8'), bytes, err };
}
