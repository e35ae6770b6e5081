import * as l10n from '@vscode/l10n';
import { useLocale } from '../l10n.ts';
import { knownCodes } from '../rules/codes.ts';
import { parseArguments, UsageError, type Command } from './arguments.ts';
import type { Host } from './host.ts';
import { localeOf } from './locale.ts';
import { check, extract } from './commands/survey.ts';
import type { ExitCode } from './batch/tally.ts';
import { guarded } from './terminal/terminal.ts';
import { usage } from './usage.ts';
import { version } from '../version.ts';
import { watchAndCheck } from './watch/watch.ts';

/** Runs one call of the command line and gives its exit code. */
export async function run(args: readonly string[], process: Host): Promise<ExitCode> {
  const host = guarded(process);
  const locale = localeOf(args, host.env);
  useLocale(locale);
  const command = parse(args, host);
  switch (command?.name) {
    case undefined: return 2;
    case 'check': return command.watch ? watchAndCheck(command, locale, host) : check(command, locale, host);
    case 'extract': return extract(command, locale, host);
    case 'lsp': await host.startLanguageServer(); return 0;
    case 'version': await host.write(`${version}\n`); return 0;
    case 'help': await host.write(usage()); return 0;
    case 'fix': case 'rollup': case 'export': case 'text': return (await import('./engine.ts')).runWithEngine(command, locale, host);
  }
}

function parse(args: readonly string[], host: Host): Command | undefined {
  if (args.length === 0) {
    host.warn(usage());
    return undefined;
  }
  try {
    return parseArguments(args, knownCodes);
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    host.warn(`${error.message}\n${l10n.t('disclosure-report --help says how it is used.')}\n`);
    return undefined;
  }
}
