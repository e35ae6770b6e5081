import type { Diagnostic, ReportDocument, ReportService, Settings } from '../service-types.ts';
import { dataOf } from '../rules/codes.ts';
import {
  createFileMatcher, emptySettings, overrideSettings, parseSettings, relativePath, settingsFor, settingsUris, type FileSettings, type SettingsProblem,
} from '../settings/index.ts';
import { Notes } from '../syntax/notes.ts';
import { createEditorSettings, folderOf, placeOf } from './editor-settings.ts';
import { settingsFileName } from './protocol.ts';
import { createSettingsFiles, type SettingsFilesContext } from './settings-files.ts';

/** Finds the settings in force for each open document: the editor's, over those of the nearest settings file. */
export interface SettingsSource {
  /** The client takes requests from now on. */
  start(): void;
  /** Finds and sets the settings of a document that has been opened. */
  apply(document: ReportDocument): Promise<void>;
  /** Settles once a document's settings are known; undefined if they are. */
  pending(uri: string): Promise<void> | undefined;
  isPending(uri: string): boolean;
  forget(uri: string): void;
  /** Settings files were written, made or removed. */
  filesChanged(): void;
  /** The settings in force for a file, open or not. */
  settingsOf(uri: string): Promise<Settings>;
  /** The editor's settings changed; `sent` is what a client without `workspace/configuration` sends along. */
  configurationChanged(sent: unknown): void;
  /** Folders were opened or closed. */
  foldersChanged(): void;
  /** The settings file in force for a document, or the one to be made; undefined where the document has no folder. */
  fileFor(uri: string): Promise<SettingsFile | undefined>;
  /** What is wrong in a settings file that is open. */
  problems(document: ReportDocument): readonly Diagnostic[];
}

interface SettingsContext extends SettingsFilesContext {
  readonly service: ReportService;
  /** The folders that are open; documents without a folder of their own take the first one's settings. */
  readonly folders: () => readonly string[];
  /** Called with the settings of a document as soon as they are known. */
  readonly configured: (document: ReportDocument, settings: Settings) => void;
  /** Called after settings have changed; whether anything else may be found by them, or only other decisions stand in them. */
  readonly changed: (areFindingsOthers: boolean) => void;
}

/** A settings file; without text where there is none yet. */
export interface SettingsFile {
  readonly uri: string;
  readonly text?: string;
}

export function createSettingsSource(context: SettingsContext): SettingsSource {
  const { service } = context;
  const matches = createFileMatcher();
  const pending = new Map<string, Promise<void>>();
  const problems = new Notes<ReportDocument, { readonly version: number; readonly list: readonly Diagnostic[] }>();
  const files = createSettingsFiles(context);
  const editor = createEditorSettings(context);

  return {
    start: () => editor.start(),
    apply,
    pending: (uri) => pending.get(uri),
    isPending: (uri) => pending.has(uri),
    forget: (uri) => void pending.delete(uri),
    settingsOf,
    filesChanged() {
      void applyToAll(files.refresh());
    },
    configurationChanged(sent) {
      editor.changed(sent);
      void applyToAll();
    },
    foldersChanged() {
      editor.foldersChanged();
      void applyToAll();
    },
    async fileFor(uri) {
      const candidates = settingsUris(uri, context.folders());
      const found = await files.nearest(candidates);
      const folder = folderOf(uri, context.folders());
      const made = folder === undefined ? candidates[0] : `${folder}/${settingsFileName}`;
      return found ?? (made === undefined ? undefined : { uri: made });
    },
    problems(document) {
      let known = problems.get(document);
      if (known?.version !== document.version) {
        known = { version: document.version, list: parseSettings(document.text).problems.map(toFinding) };
        problems.set(document, known);
      }
      const own = files.formProblems(document.uri);
      return own.length === 0 ? known.list : [...known.list, ...own.map(toFinding)];
    },
  };

  async function apply(document: ReportDocument): Promise<void> {
    const { uri } = document;
    const work = settingsOf(uri).then((settings) => {
      if (pending.get(uri) === work) {
        pending.delete(uri);
        service.configure(document, settings);
        context.configured(document, settings);
      }
    });
    pending.set(uri, work);
    await work;
  }

  async function applyToAll(areFindingsOthers?: Promise<boolean>): Promise<void> {
    await Promise.all(context.documents().map(apply));
    context.changed(await areFindingsOthers ?? true);
  }

  async function settingsOf(uri: string): Promise<FileSettings> {
    const { severity, profile } = await editor.of(uri);
    const [folder] = context.folders();
    const place = placeOf(uri, context.folders());
    const own = settingsUris(place, context.folders());
    const found = await files.nearest(own.length === 0 && folder !== undefined ? settingsUris(`${folder}/`, [folder]) : own);
    const file = found?.parsed.settings ?? emptySettings;
    const settings = overrideSettings({ ...file, severity: { ...profile, ...file.severity } }, { severity });
    const path = found && relativePath(found.uri, place);
    const all = found && found.own.forms.length > 0 ? { ...settings, ownForms: found.own.forms } : settings;
    return settingsFor(all, (entry) => entry.file === undefined || (path !== undefined && matches(entry, path)));
  }
}

function toFinding({ code, message, range }: SettingsProblem): Diagnostic {
  return { code, message, range, severity: dataOf(code).severity, report: 0, related: [], fixes: [] };
}
