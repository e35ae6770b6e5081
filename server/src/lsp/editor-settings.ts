import * as l10n from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import { knownCodes } from '../rules/codes.ts';
import type { Settings } from '../service-types.ts';
import { profileSeverity, readSeverity } from '../settings/index.ts';
import type { ClientSupport } from './client-support.ts';
import { fileUriOf, settingsSection } from './protocol.ts';

/** What is set in the editor for the documents of a folder. */
interface EditorSettings {
  readonly severity: Settings['severity'];
  /** Severities of the chosen profile, over which those of a settings file count. */
  readonly profile: Settings['severity'];
}

/** The settings of the editor, which may differ from folder to folder. */
interface EditorSettingsSource {
  /** The client takes requests from now on. */
  start(): void;
  /** The settings changed; `sent` is what a client without `workspace/configuration` sends along. */
  changed(sent: unknown): void;
  /** Folders came or went: each is asked about again. */
  foldersChanged(): void;
  of(uri: string): Promise<EditorSettings>;
}

interface EditorSettingsContext {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly log: (message: string) => void;
  readonly folders: () => readonly string[];
}

export function createEditorSettings({ connection, client, log, folders }: EditorSettingsContext): EditorSettingsSource {
  /** By folder; what is in none has those of the whole workspace. */
  let known = new Map<string | undefined, Promise<EditorSettings>>();
  let sent = toSettings(undefined);
  let announceStart: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    announceStart = resolve;
  });

  return {
    start: () => announceStart(),
    changed(value) {
      known = new Map();
      if (!client.configuration) {
        sent = toSettings(partOf(value, settingsSection));
      }
    },
    foldersChanged() {
      known = new Map();
    },
    async of(uri) {
      await started;
      const folder = folderOf(uri, folders());
      const settings = known.get(folder) ?? ask(folder);
      known.set(folder, settings);
      return settings;
    },
  };

  async function ask(scopeUri: string | undefined): Promise<EditorSettings> {
    if (!client.configuration) {
      return sent;
    }
    try {
      return toSettings(await connection.workspace.getConfiguration({ section: settingsSection, ...(scopeUri === undefined ? {} : { scopeUri }) }));
    } catch (error) {
      log(`workspace/configuration: ${String(error)}`);
      return toSettings(undefined);
    }
  }

  function toSettings(value: unknown): EditorSettings {
    const { severity, unknownCodes, wrongValues } = readSeverity(partOf(value, 'severity'), knownCodes);
    unknownCodes.forEach((code) => connection.console.warn(
      l10n.t('Setting {0}: there is no rule "{1}".', `${settingsSection}.severity`, code)));
    wrongValues.forEach((code) => connection.console.warn(
      l10n.t('Setting {0}: the severity of "{1}" is none that there is.', `${settingsSection}.severity`, code)));
    return { severity, profile: profileSeverity(partOf(value, 'profile')) };
  }
}

/** The file that a document is of, or that a text which no file holds yet is to become, where it has the name of one in a folder. */
export function placeOf(uri: string, folders: readonly string[]): string {
  const path = /^untitled:(\/.*)$/u.exec(uri)?.[1];
  const folder = path === undefined ? undefined : folders.find((one) => path.startsWith(`${pathIn(one)}/`));
  return folder === undefined || path === undefined ? fileUriOf(uri) : `${folder}${path.slice(pathIn(folder).length)}`;
}

function pathIn(folder: string): string {
  return /^[a-z][\w+.-]*:(?:\/\/[^/]*)?(\/.*?)\/?$/iu.exec(folder)?.[1] ?? folder;
}

/** The innermost folder that a document is in. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  const file = placeOf(uri, folders);
  return folders.filter((folder) => file.startsWith(`${folder.replace(/\/$/u, '')}/`))
    .sort((one, other) => other.length - one.length)[0];
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
