import type { Connection } from 'vscode-languageserver';
import type { Diagnostic, ReportDocument, ReportService, Settings } from '../service-types.ts';
import { dataOf } from '../rules/codes.ts';
import {
  createFileMatcher, emptySettings, overrideSettings, parseSettings, readOwnForms, relativePath, settingsFor,
  settingsUris, uriBeside, type FileSettings, type OwnForms, type ParsedSettings, type SettingsProblem,
} from '../settings/index.ts';
import { officialData } from '../official-forms.ts';
import type { ClientSupport } from './client-support.ts';
import { createEditorSettings, folderOf, placeOf } from './editor-settings.ts';
import { readFileMethod, settingsFileName, type DocumentParams } from './protocol.ts';

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

export interface SettingsContext {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly service: ReportService;
  readonly log: (message: string) => void;
  readonly readFile: ((uri: string) => Promise<string | undefined>) | undefined;
  /** The folders that are open; documents without a folder of their own take the first one's settings. */
  readonly folders: () => readonly string[];
  readonly documents: () => readonly ReportDocument[];
  /** Called with the settings of a document as soon as they are known. */
  readonly configured: (document: ReportDocument, settings: Settings) => void;
  /** Called after settings of open documents have changed. */
  readonly changed: () => void;
}

/** A settings file; without text where there is none yet. */
export interface SettingsFile {
  readonly uri: string;
  readonly text?: string;
}

interface ReadFile {
  readonly uri: string;
  readonly text: string;
  readonly parsed: ParsedSettings;
  readonly own: OwnForms;
}

export function createSettingsSource(context: SettingsContext): SettingsSource {
  const { connection, client, service, log } = context;
  const matches = createFileMatcher();
  const pending = new Map<string, Promise<void>>();
  const problems = new WeakMap<ReportDocument, { readonly version: number; readonly list: readonly Diagnostic[] }>();
  const ownForms = new Map<string, { readonly key: string; readonly own: OwnForms }>();
  let files = new Map<string, Promise<ReadFile | undefined>>();
  const editor = createEditorSettings(context);

  return {
    start: () => editor.start(),
    apply,
    pending: (uri) => pending.get(uri),
    isPending: (uri) => pending.has(uri),
    forget: (uri) => void pending.delete(uri),
    settingsOf,
    filesChanged() {
      files = new Map();
      void applyToAll();
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
      const found = await nearest(candidates);
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
      const own = ownForms.get(document.uri)?.own.problems ?? [];
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

  async function applyToAll(): Promise<void> {
    await Promise.all(context.documents().map(apply));
    context.changed();
  }

  async function settingsOf(uri: string): Promise<FileSettings> {
    const { severity, profile } = await editor.of(uri);
    const [folder] = context.folders();
    const place = placeOf(uri, context.folders());
    const own = settingsUris(place, context.folders());
    const found = await nearest(own.length === 0 && folder !== undefined ? settingsUris(`${folder}/`, [folder]) : own);
    const file = found?.parsed.settings ?? emptySettings;
    const settings = overrideSettings({ ...file, severity: { ...profile, ...file.severity } }, { severity });
    const path = found && relativePath(found.uri, place);
    const all = found && found.own.forms.length > 0 ? { ...settings, ownForms: found.own.forms } : settings;
    return settingsFor(all, (entry) => entry.file === undefined || (path !== undefined && matches(entry, path)));
  }

  async function nearest(candidates: readonly string[]): Promise<ReadFile | undefined> {
    return (await Promise.all(candidates.map(load))).find((file) => file !== undefined);
  }

  function load(uri: string): Promise<ReadFile | undefined> {
    let file = files.get(uri);
    if (!file) {
      file = read(uri).then((text) => (text === undefined ? undefined : parse(uri, text)));
      files.set(uri, file);
    }
    return file;
  }

  async function read(uri: string): Promise<string | undefined> {
    const open = openAt(uri);
    if (open) {
      return open.text;
    }
    try {
      if (context.readFile && uri.startsWith('file:')) {
        return await context.readFile(uri);
      }
      const params: DocumentParams = { uri };
      return client.options.readFile ? await connection.sendRequest<string | null>(readFileMethod, params) ?? undefined : undefined;
    } catch (error) {
      log(`${uri}: ${String(error)}`);
      return undefined;
    }
  }

  /** The settings file as it is being edited, which has diagnostics of its own. */
  function openAt(uri: string): ReportDocument | undefined {
    return context.documents().find((document) => document.uri === uri);
  }

  async function parse(uri: string, text: string): Promise<ReadFile> {
    const parsed = parseSettings(text);
    const own = await formsOf(uri, parsed);
    if (!openAt(uri)) {
      tell(uri, [...parsed.problems, ...own.problems]);
    }
    return { uri, text, parsed, own };
  }

  /** The forms that a settings file names; the same list as before where all its files are the same. */
  async function formsOf(uri: string, { formFiles }: ParsedSettings): Promise<OwnForms> {
    const texts = new Map<string, string>();
    for (const { path } of formFiles) {
      const text = await read(uriBeside(uri, path));
      if (text !== undefined) {
        texts.set(path, text);
      }
    }
    const key = JSON.stringify([formFiles, [...texts]]);
    const before = ownForms.get(uri);
    const own = before?.key === key ? before.own : readOwnForms(formFiles, texts, officialData);
    ownForms.set(uri, { key, own });
    return own;
  }

  function tell(uri: string, problems: readonly SettingsProblem[]): void {
    const messages = problems.map(({ range: { start }, message }) =>
      `${decodeURI(uri)}:${start.line + 1}:${start.character + 1} ${message}`);
    messages.forEach((message) => connection.console.warn(message));
    const [first] = messages;
    if (first !== undefined) {
      connection.window.showWarningMessage(first);
    }
  }
}

function toFinding({ code, message, range }: ParsedSettings['problems'][number]): Diagnostic {
  return { code, message, range, severity: dataOf(code).severity, report: 0, related: [], fixes: [] };
}
