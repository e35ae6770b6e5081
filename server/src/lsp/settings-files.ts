import type { Connection } from 'vscode-languageserver';
import { officialData } from '../official-forms.ts';
import type { ReportDocument } from '../service-types.ts';
import { emptySettings, parseSettings, readOwnForms, uriBeside, type OwnForms, type ParsedSettings, type SettingsProblem } from '../settings/index.ts';
import type { ClientSupport } from './client-support.ts';
import { readFileMethod, type DocumentParams } from './protocol.ts';

/** The settings files that lie above documents, each read once until it is forgotten. */
interface SettingsFiles {
  /** The first of these places where there is a file. */
  nearest(candidates: readonly string[]): Promise<ReadSettingsFile | undefined>;
  /** What is wrong in the form files that a settings file names. */
  formProblems(uri: string): readonly SettingsProblem[];
  /** Files were written, made or removed: all are read again. Tells whether they say anything else, but for what reviewers decided. */
  refresh(): Promise<boolean>;
}

interface ReadSettingsFile {
  readonly uri: string;
  readonly text: string;
  readonly parsed: ParsedSettings;
  readonly own: OwnForms;
}

export interface SettingsFilesContext {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly log: (message: string) => void;
  readonly readFile: ((uri: string) => Promise<string | undefined>) | undefined;
  readonly documents: () => readonly ReportDocument[];
}

/** What an empty file says. */
const emptyEffect = JSON.stringify([emptySettings, []]);

export function createSettingsFiles(context: SettingsFilesContext): SettingsFiles {
  const ownForms = new Map<string, { readonly key: string; readonly own: OwnForms }>();
  let files = new Map<string, Promise<ReadSettingsFile | undefined>>();

  function load(uri: string): Promise<ReadSettingsFile | undefined> {
    let file = files.get(uri);
    if (!file) {
      file = readText(uri, context).then((text) => (text === undefined ? undefined : parse(uri, text)));
      files.set(uri, file);
    }
    return file;
  }

  async function parse(uri: string, text: string): Promise<ReadSettingsFile> {
    const parsed = parseSettings(text);
    const own = await formsOf(uri, parsed);
    if (!openAt(uri, context)) {
      tell(uri, [...parsed.problems, ...own.problems], context);
    }
    return { uri, text, parsed, own };
  }

  /** The forms that a settings file names; the same list as before where all its files are the same. */
  async function formsOf(uri: string, { formFiles }: ParsedSettings): Promise<OwnForms> {
    const texts = new Map<string, string>();
    for (const { path } of formFiles) {
      const text = await readText(uriBeside(uri, path), context);
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

  return {
    nearest: async (candidates) => (await Promise.all(candidates.map(load))).find((file) => file !== undefined),
    formProblems: (uri) => ownForms.get(uri)?.own.problems ?? [],
    async refresh() {
      const before = [...files];
      files = new Map();
      const effectsOf = async (read: readonly (Promise<ReadSettingsFile | undefined>)[]): Promise<string> => effectOf(await Promise.all(read));
      return await effectsOf(before.map(([, file]) => file)) !== await effectsOf(before.map(([uri]) => load(uri)));
    },
  };
}

/** What files say that bears on what is found: decisions do not, and files that say nothing else are as none, unless they hide another that does. */
function effectOf(files: readonly (ReadSettingsFile | undefined)[]): string {
  const effects = files.map((file) => (file ? JSON.stringify([{ ...emptySettings, ...file.parsed.settings, review: [] }, file.own.forms]) : ''));
  return effects.every((effect) => effect === '' || effect === emptyEffect) ? '' : effects.join('\n');
}

/** The text of a settings file or of a form that it names; undefined where there is none, or nobody here can read it. */
async function readText(uri: string, context: SettingsFilesContext): Promise<string | undefined> {
  const { connection, client, log, readFile } = context;
  const open = openAt(uri, context);
  if (open) {
    return open.text;
  }
  try {
    if (readFile && uri.startsWith('file:')) {
      return await readFile(uri);
    }
    const params: DocumentParams = { uri };
    return client.options.readFile ? await connection.sendRequest<string | null>(readFileMethod, params) ?? undefined : undefined;
  } catch (error) {
    log(`${uri}: ${String(error)}`);
    return undefined;
  }
}

/** The file as it is being edited, which has diagnostics of its own. */
function openAt(uri: string, { documents }: SettingsFilesContext): ReportDocument | undefined {
  return documents().find((document) => document.uri === uri);
}

function tell(uri: string, problems: readonly SettingsProblem[], { connection }: SettingsFilesContext): void {
  const messages = problems.map(({ range: { start }, message }) =>
    `${decodeURI(uri)}:${start.line + 1}:${start.character + 1} ${message}`);
  messages.forEach((message) => connection.console.warn(message));
  const [first] = messages;
  if (first !== undefined) {
    connection.window.showWarningMessage(first);
  }
}
