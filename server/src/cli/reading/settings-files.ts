import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { officialData } from '../../official-forms.ts';
import { repositoryRoot } from '../walking/addresses.ts';
import type { InputFile } from '../walking/input-file.ts';
import {
  createFileMatcher, emptySettings, parseSettings, readOwnForms, settingsFileName, settingsFor, type FileSettings, type ParsedSettings,
} from '../../settings/index.ts';

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

interface SettingsFinder {
  find(input: Pick<InputFile, 'absolute' | 'base'>): AppliedSettings;
}

interface SettingsSearch {
  readonly cwd: string;
  /** The one file to take instead of the nearest. */
  readonly config: string | undefined;
  /** Told of a settings file that is there and cannot be read; the search goes on above it. */
  readonly onFailure: (path: string, error: unknown) => void;
}

/** Looks in a file's folder and above, up to the root of its repository, else to the folder given; each settings file is read once. */
export function createSettingsFinder({ cwd, config, onFailure }: SettingsSearch): SettingsFinder {
  const byFolder = new Map<string, SettingsFile | undefined>();
  const roots = new Map<string, string | undefined>();
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

  function rootOf(folder: string): string | undefined {
    if (!roots.has(folder)) {
      roots.set(folder, repositoryRoot(folder));
    }
    return roots.get(folder);
  }

  function nearest(folder: string, top: string): SettingsFile | undefined {
    const key = `${folder}\0${top}`;
    if (byFolder.has(key)) {
      return byFolder.get(key);
    }
    const parent = dirname(folder);
    const found = read(join(folder, settingsFileName), true)
      ?? (parent === folder || folder === top ? undefined : nearest(parent, top));
    byFolder.set(key, found);
    return found;
  }

  const nearestTo = (folder: string, base: string): SettingsFile | undefined => nearest(folder, rootOf(folder) ?? base);

  return {
    find({ absolute, base }) {
      const isInput = absolute === '-';
      const source = config === undefined ? nearestTo(isInput ? resolve(cwd) : dirname(absolute), base) : configured;
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
