import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { officialData } from '../official-forms.ts';
import {
  createFileMatcher, emptySettings, parseSettings, readOwnForms, settingsFileName, settingsFor, type FileSettings, type ParsedSettings,
} from '../settings/index.ts';

/** A settings file that was read. */
export interface SettingsFile {
  readonly path: string;
  readonly text: string;
  readonly parsed: ParsedSettings;
}

/** The settings for one file, and the file they come from. */
export interface AppliedSettings {
  readonly settings: FileSettings;
  readonly source: SettingsFile | undefined;
}

export interface SettingsFinder {
  find(absolute: string): AppliedSettings;
}

export interface SettingsSearch {
  readonly cwd: string;
  /** The one file to take instead of the nearest. */
  readonly config: string | undefined;
  /** Told of a settings file that is there and cannot be read; the search goes on above it. */
  readonly onFailure: (path: string, error: unknown) => void;
}

/** Looks in a file's folder and above; each settings file is read once. */
export function createSettingsFinder({ cwd, config, onFailure }: SettingsSearch): SettingsFinder {
  const byFolder = new Map<string, SettingsFile | undefined>();
  const matches = createFileMatcher();
  const configured = config === undefined ? undefined : read(resolve(cwd, config), false);

  function read(path: string, mayBeAbsent: boolean): SettingsFile | undefined {
    try {
      return readSettings(path);
    } catch (error) {
      if (!mayBeAbsent || !['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
        onFailure(path, error);
      }
      return undefined;
    }
  }

  function nearest(folder: string): SettingsFile | undefined {
    if (byFolder.has(folder)) {
      return byFolder.get(folder);
    }
    const parent = dirname(folder);
    const found = read(join(folder, settingsFileName), true) ?? (parent === folder ? undefined : nearest(parent));
    byFolder.set(folder, found);
    return found;
  }

  return {
    find(absolute) {
      const isInput = absolute === '-';
      const source = config === undefined ? nearest(isInput ? resolve(cwd) : dirname(absolute)) : configured;
      if (source === undefined) {
        return { settings: emptySettings, source };
      }
      const place = isInput ? absolute : relative(dirname(source.path), absolute);
      return { settings: settingsFor(source.parsed.settings, (entry) => matches(entry, place)), source };
    },
  };
}

/** A settings file with the forms that it names. @throws where it cannot be read; a form file that cannot is one of its problems */
export function readSettings(path: string): SettingsFile {
  const text = readFileSync(path, 'utf8');
  const parsed = parseSettings(text);
  const texts = new Map(parsed.formFiles.flatMap(({ path: name }) => {
    const form = textOf(resolve(dirname(path), name));
    return form === undefined ? [] : [[name, form] as const];
  }));
  const { forms, problems } = readOwnForms(parsed.formFiles, texts, officialData);
  return { path, text, parsed: { ...parsed, settings: { ...parsed.settings, ownForms: forms }, problems: [...parsed.problems, ...problems] } };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
