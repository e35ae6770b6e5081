import { useLocale } from '../l10n.ts';
import type { Command } from './arguments.ts';
import { exportReports } from './commands/export.ts';
import { fix } from './commands/fix.ts';
import type { Host } from './host.ts';
import type { Locale } from './locale.ts';
import { rollup } from './commands/rollup.ts';
import { text } from './commands/text.ts';
import type { ExitCode } from './batch/tally.ts';

type EngineCommand = Extract<Command, { readonly name: 'fix' | 'rollup' | 'export' | 'text' }>;

/** Runs a call that reads every file. It may come from another bundle, whose messages are its own: these have to be told the language too. */
export async function runWithEngine(command: EngineCommand, locale: Locale, host: Host): Promise<ExitCode> {
  useLocale(locale);
  switch (command.name) {
    case 'fix': return fix(command, host);
    case 'rollup': return rollup(command, host);
    case 'export': return exportReports(command, host);
    case 'text': return text(command, host);
  }
}
