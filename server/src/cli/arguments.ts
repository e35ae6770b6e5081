import * as l10n from '@vscode/l10n';
import { exportFormats, folderFormats, isPageFormat, type ExportFormat, type FolderFormat } from '../export/formats.ts';
import { encodingNamed, type EncodingName } from './reading/encoding.ts';
import { localeNamed, type Locale } from './locale.ts';

export type CheckFormat = 'text' | 'json' | 'sarif' | 'junit' | 'github' | FolderFormat;
export type ExtractFormat = 'json' | 'csv';

/** What every call that reads files can be told. */
interface InputOptions {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly encoding: EncodingName | undefined;
  readonly locale: Locale | undefined;
  readonly stdinFilename?: string;
  readonly skipOthers?: boolean;
  readonly verbose?: boolean;
}

/** What `check` alone can be told; absent is what was not asked for. */
interface CheckOptions {
  readonly comments?: string;
  readonly output?: string;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  /** Only findings of severity error are named. */
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly watch?: boolean;
  /** What was found is kept, and used again for files that are the same. */
  readonly cache?: boolean;
  /** The folder that it is kept in. */
  readonly cacheLocation?: string;
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'lsp' }
  | InputOptions & CheckOptions & { readonly name: 'check'; readonly format: CheckFormat }
  | InputOptions & { readonly name: 'extract'; readonly format: ExtractFormat; readonly output?: string }
  | InputOptions & {
    readonly name: 'fix'; readonly codes: ReadonlySet<string>; readonly all: boolean; readonly dryRun: boolean; readonly trackChanges?: boolean;
    readonly output?: string;
  }
  | InputOptions & {
    readonly name: 'export'; readonly to: ExportFormat;
    /** The check sheet (校核单) of each report in its place. */
    readonly isCheckSheet: boolean;
    readonly output?: string;
  }
  | InputOptions & { readonly name: 'rollup'; readonly organ?: string; readonly year?: number; readonly output?: string }
  | InputOptions & { readonly name: 'text' };

/** Wrong usage; the message says what is wrong and what is right. */
export class UsageError extends Error {}

interface OptionSpec {
  /** A flag takes no value, a list takes values as long as they are known ones. */
  readonly takes: 'flag' | 'value' | 'codes';
  readonly values?: readonly string[];
}

const inputOptions: Readonly<Record<string, OptionSpec>> = {
  'locale': { takes: 'value' }, 'config': { takes: 'value' }, 'encoding': { takes: 'value' }, 'stdin-filename': { takes: 'value' },
  'skip-others': { takes: 'flag' }, 'verbose': { takes: 'flag' },
};

const checkOptions: Readonly<Record<string, OptionSpec>> = {
  'format': { takes: 'value', values: ['text', 'json', 'sarif', 'junit', 'github', ...folderFormats] }, 'output': { takes: 'value' }, 'comments': { takes: 'value' },
  'baseline': { takes: 'value' }, 'write-baseline': { takes: 'flag' }, 'quiet': { takes: 'flag' }, 'max-warnings': { takes: 'value' },
  'watch': { takes: 'flag' }, 'cache': { takes: 'flag' }, 'cache-location': { takes: 'value' },
};

const commands: Readonly<Record<string, Readonly<Record<string, OptionSpec>>>> = {
  check: { ...inputOptions, ...checkOptions },
  fix: { ...inputOptions, 'code': { takes: 'codes' }, 'all': { takes: 'flag' }, 'dry-run': { takes: 'flag' }, 'track-changes': { takes: 'flag' }, 'output': { takes: 'value' } },
  extract: { ...inputOptions, format: { takes: 'value', values: ['json', 'csv'] }, output: { takes: 'value' } },
  // Clients of VS Code's library name their process, which the server reads for itself.
  lsp: { stdio: { takes: 'flag' }, clientProcessId: { takes: 'value' } },
  text: { 'locale': { takes: 'value' }, 'encoding': { takes: 'value' }, 'stdin-filename': { takes: 'value' } },
  rollup: { ...inputOptions, organ: { takes: 'value' }, year: { takes: 'value' }, output: { takes: 'value' } },
  export: { ...inputOptions, 'to': { takes: 'value', values: exportFormats }, 'check-sheet': { takes: 'flag' }, 'output': { takes: 'value' } },
};

/** @throws UsageError */
export function parseArguments(args: readonly string[], knownCodes: ReadonlySet<string>): Command {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || isHelp(name) || beforeSeparator(rest).some(isHelp)) {
    return { name: 'help' };
  }
  if (name === '--version' || name === 'version') {
    return { name: 'version' };
  }
  const specs = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (specs === undefined) {
    throw new UsageError(name.startsWith('-')
      ? l10n.t('The command comes first: {0}.', Object.keys(commands).join(', '))
      : l10n.t('There is no command "{0}". The commands are {1}.', name, Object.keys(commands).join(', ')));
  }
  return toCommand(name, readOptions(name, rest, specs, knownCodes), knownCodes);
}

function isHelp(arg: string): boolean {
  return arg === '--help' || arg === '-h';
}

function beforeSeparator(args: readonly string[]): readonly string[] {
  const separator = args.indexOf('--');
  return separator < 0 ? args : args.slice(0, separator);
}

interface Given {
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly paths: readonly string[];
}

function readOptions(
  command: string, args: readonly string[], specs: Readonly<Record<string, OptionSpec>>, knownCodes: ReadonlySet<string>,
): Given {
  const options = new Map<string, string[]>();
  const paths: string[] = [];
  const left = [...args];
  while (left.length > 0) {
    const arg = left.shift() as string;
    if (arg === '--') {
      paths.push(...left.splice(0));
    } else if (!arg.startsWith('-') || arg === '-') {
      paths.push(arg);
    } else {
      const { name, values } = readOption(command, arg, left, specs, knownCodes);
      options.set(name, [...options.get(name) ?? [], ...values]);
    }
  }
  return { options, paths };
}

function readOption(
  command: string, arg: string, left: string[], specs: Readonly<Record<string, OptionSpec>>, knownCodes: ReadonlySet<string>,
): { name: string; values: string[] } {
  const [, name = '', , inline] = /^--([^=]+)(=([\s\S]*))?$/u.exec(arg) ?? [];
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (spec === undefined) {
    const known = Object.keys(specs).map((option) => `--${option}`).join(', ');
    throw new UsageError(l10n.t('"{0}" has no option "{1}". Its options are {2}.', command, arg.split('=')[0] as string, known));
  }
  if (spec.takes === 'flag') {
    if (inline !== undefined) {
      throw new UsageError(l10n.t('The option --{0} takes no value.', name));
    }
    return { name, values: [] };
  }
  const value = inline ?? left.shift();
  if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
    throw new UsageError(l10n.t('The option --{0} needs a value.', name));
  }
  if (spec.values !== undefined && !spec.values.includes(value)) {
    throw new UsageError(l10n.t('The option --{0} cannot be "{1}". It can be {2}.', name, value, spec.values.join(', ')));
  }
  const values = [value];
  while (spec.takes === 'codes' && inline === undefined && left[0] !== undefined && knownCodes.has(left[0])) {
    values.push(left.shift() as string);
  }
  return { name, values };
}

function toCommand(name: string, given: Given, knownCodes: ReadonlySet<string>): Command {
  const last = (option: string): string | undefined => given.options.get(option)?.at(-1);
  const locale = readLocale(last('locale'));
  if (name === 'lsp') {
    if (!given.options.has('stdio') || given.paths.length > 0) {
      throw new UsageError(l10n.t('The language server is started by "lsp --stdio".'));
    }
    return { name };
  }
  if (given.paths.length === 0) {
    throw new UsageError(l10n.t('"{0}" needs at least one file or folder, or - for standard input.', name));
  }
  if (given.paths.includes('')) {
    throw new UsageError(l10n.t('A path is empty; perhaps a variable that it was to come from is not set.'));
  }
  const input: InputOptions = {
    paths: given.paths, config: last('config'), encoding: readEncoding(last('encoding')), locale,
    ...valued('stdinFilename', last('stdin-filename')), ...flagged(given, 'skip-others', 'skipOthers'), ...flagged(given, 'verbose', 'verbose'),
  };
  if (name === 'fix') {
    const output = last('output');
    const options = { codes: readCodes(given, knownCodes), all: given.options.has('all'), dryRun: given.options.has('dry-run') };
    return { ...input, name, ...options, ...flagged(given, 'track-changes', 'trackChanges'), ...valued('output', output) };
  }
  if (name === 'text') {
    return { ...input, name };
  }
  if (name === 'rollup') {
    const year = readNumber('year', last('year'));
    return { ...input, name, ...valued('organ', last('organ')), ...valued('output', last('output')), ...(year === undefined ? {} : { year }) };
  }
  if (name === 'export') {
    return { ...input, name, ...readExport(given, last('to'), last('output')) };
  }
  if (name === 'check' && last('format') === 'xlsx' && last('output') === undefined) {
    throw new UsageError(l10n.t('A file of the format {0} is not shown on a terminal; name it with --output FILE.', 'xlsx'));
  }
  return name === 'check'
    ? { ...input, name, format: (last('format') ?? 'text') as CheckFormat, ...readCheckOptions(given, last) }
    : { ...input, name: 'extract', format: (last('format') ?? 'json') as ExtractFormat, ...valued('output', last('output')) };
}

function readCheckOptions(given: Given, last: (option: string) => string | undefined): CheckOptions {
  const [baseline, maxWarnings] = [last('baseline'), readNumber('max-warnings', last('max-warnings'))];
  if (given.options.has('write-baseline') && baseline === undefined) {
    throw new UsageError(l10n.t('The option --write-baseline needs --baseline FILE, which says where.'));
  }
  return {
    ...valued('comments', last('comments')), ...valued('output', last('output')), ...valued('baseline', baseline),
    ...flagged(given, 'write-baseline', 'writeBaseline'), ...flagged(given, 'quiet', 'quiet'), ...flagged(given, 'watch', 'watch'), ...flagged(given, 'cache', 'cache'),
    ...valued('cacheLocation', last('cache-location')),
    ...(maxWarnings === undefined ? {} : { maxWarnings }),
  };
}

/** @throws UsageError where it is no number ≥ 0 */
function readNumber(option: string, value: string | undefined): number | undefined {
  if (value !== undefined && !/^\d{1,9}$/u.test(value)) {
    throw new UsageError(l10n.t('The option --{0} needs a number, and "{1}" is none.', option, value));
  }
  return value === undefined ? undefined : Number(value);
}

/** A property only where there is a value. */
function valued<Name extends string>(name: Name, value: string | undefined): { readonly [name in Name]?: string } {
  return value === undefined ? {} : { [name]: value } as { [name in Name]: string };
}

function flagged<Name extends string>({ options }: Given, option: string, name: Name): { readonly [name in Name]?: boolean } {
  return options.has(option) ? { [name]: true } as { [name in Name]: boolean } : {};
}

function readExport({ options }: Given, to: string | undefined, output: string | undefined): Pick<Extract<Command, { readonly name: 'export' }>, 'to' | 'isCheckSheet' | 'output'> {
  const format = to as ExportFormat | undefined;
  const isCheckSheet = options.has('check-sheet');
  if (format === undefined) {
    throw new UsageError(l10n.t('"export" needs --to, which can be {0}.', exportFormats.join(', ')));
  }
  if (isCheckSheet && !isPageFormat(format)) {
    throw new UsageError(l10n.t('A check sheet can be written as docx or html.'));
  }
  if (output === undefined && (format === 'docx' || format === 'xlsx')) {
    throw new UsageError(l10n.t('A file of the format {0} is not shown on a terminal; name it with --output FILE.', format));
  }
  return { to: format, isCheckSheet, ...valued('output', output) };
}

function readLocale(name: string | undefined): Locale | undefined {
  const locale = name === undefined ? undefined : localeNamed(name);
  if (name !== undefined && locale === undefined) {
    throw new UsageError(l10n.t('The option --{0} cannot be "{1}". It can be {2}.', 'locale', name, 'zh-cn, en'));
  }
  return locale;
}

function readEncoding(name: string | undefined): EncodingName | undefined {
  const encoding = name === undefined ? undefined : encodingNamed(name);
  if (name !== undefined && encoding === undefined) {
    throw new UsageError(l10n.t('The option --{0} cannot be "{1}". It can be {2}.', 'encoding', name, 'utf-8, utf-16le, utf-16be, gb18030, big5'));
  }
  return encoding;
}

function readCodes({ options }: Given, knownCodes: ReadonlySet<string>): ReadonlySet<string> {
  const codes = (options.get('code') ?? []).flatMap((value) => value.split(',')).filter((code) => code !== '');
  const unknown = codes.find((code) => !knownCodes.has(code));
  if (unknown !== undefined) {
    throw new UsageError(l10n.t('There is no rule "{0}".', unknown));
  }
  return new Set(codes);
}
