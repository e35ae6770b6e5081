import type { IgnoreEntry, ReviewEntry, Settings } from '../service-types.ts';
import type { Severity } from '../rules/codes.ts';

/** The name of the settings file (设置文件), in the report's folder or one above; the nearest one alone counts. */
export const settingsFileName = '.disclosure-report.json';

/** What a settings file may hold; `severity` and `ignore` are what the engine acts on. */
export interface FileSettings extends Settings {
  /** Other names under which an organ reports, by the name it has now (机关更名). */
  readonly organs: Readonly<Record<string, readonly string[]>>;
  /** The units directly below a government, by the government's name (下级单位). */
  readonly hierarchy: Readonly<Record<string, readonly string[]>>;
  /** Further form files, relative to the settings file. */
  readonly forms: readonly string[];
  readonly review: readonly ReviewEntry[];
}

export const emptySettings: FileSettings = { severity: {}, ignore: [], organs: {}, hierarchy: {}, forms: [], review: [] };

type SeveritySetting = Severity | 'off';

export const severitySettings: readonly SeveritySetting[] = ['error', 'warning', 'information', 'hint', 'off'];

function isSeveritySetting(value: unknown): value is SeveritySetting {
  return (severitySettings as readonly unknown[]).includes(value);
}

/** The editor's settings override the file's, code by code. */
export function overrideSettings(file: FileSettings, editor: Pick<Settings, 'severity'>): FileSettings {
  return { ...file, severity: { ...file.severity, ...editor.severity } };
}

/** The editor's `disclosureReport.severity`, with what is wrong in it by name; anything may have been typed there. */
export function readSeverity(value: unknown, knownCodes: ReadonlySet<string>): {
  readonly severity: Settings['severity'];
  readonly unknownCodes: readonly string[];
  readonly wrongValues: readonly string[];
} {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const known = entries.filter(([code]) => knownCodes.has(code));
  return {
    severity: Object.fromEntries(known.filter(([, severity]) => isSeveritySetting(severity))),
    unknownCodes: entries.filter(([code]) => !knownCodes.has(code)).map(([code]) => code),
    wrongValues: known.filter(([, severity]) => !isSeveritySetting(severity)).map(([code]) => code),
  };
}

/** The settings for one file: of the suppressed findings and of those decided on only those whose `file` matches remain. */
export function settingsFor(settings: FileSettings, matches: (entry: Pick<IgnoreEntry, 'file'>) => boolean): FileSettings {
  const [ignore, review] = [settings.ignore.filter(matches), settings.review.filter(matches)];
  return ignore.length === settings.ignore.length && review.length === settings.review.length ? settings : { ...settings, ignore, review };
}
