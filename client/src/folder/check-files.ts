import { FileSystemError, l10n, TabInputText, TabInputTextDiff, Uri, window, workspace, type LogOutputChannel } from 'vscode';
import { checkFileMethod, type ReportState } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { messageOf } from '../failures.ts';
import type { KnownForms } from '../known-forms.ts';
import { fileOf } from '../office/address.ts';
import type { KnownFiles } from './known-files.ts';
import { readText } from './read-text.ts';

/** What was made of a file: the states of its reports, where there are any. */
export type Outcome = readonly ReportState[] | 'other' | 'unread';

/** Has the server check files; what comes of it is known from then on. */
export interface FileChecking {
  check(file: Uri): Promise<Outcome>;
  /** Several files at once; no more are begun when it is over. */
  checkAll(files: readonly Uri[], isOver: () => boolean, count?: (done: number, all: number) => void): Promise<Outcome[]>;
  /** Other documents are in tabs now: they have findings of their own, and those whose tab is closed again are read from their files. */
  followTabs(): void;
}

/** Stands in the name of a file for what is not in UTF-8; by that name the file is not found. */
const unreadable = '\uFFFD';

/** So many files are read at once. */
const together = 8;

export function createFileChecking(known: KnownFiles, server: ServerConnection, forms: KnownForms, log: LogOutputChannel): FileChecking {
  async function check(file: Uri): Promise<Outcome> {
    try {
      return await read(file);
    } catch (error) {
      if (file.path.includes(unreadable)) {
        return cannotRead(file, l10n.t('The name of the file is not in UTF-8, so that the editor cannot open it. Rename it.'));
      }
      if (await isGone(file)) {
        known.forget(file);
        return 'other';
      }
      return cannotRead(file, messageOf(error));
    } finally {
      known.announce();
    }
  }

  async function read(file: Uri): Promise<Outcome> {
    const look = known.begin(file);
    const found = await readText(file, server);
    if (!look.counts()) {
      return 'other';
    }
    if ('unread' in found) {
      return cannotRead(file, found.unread);
    }
    const { uri, text, languageId } = found;
    const result = forms.isReport(text) ? await server.request(checkFileMethod, { uri: uri.toString(), languageId, text }) : undefined;
    const findings = await server.client.protocol2CodeConverter.asDiagnostics([...result?.diagnostics ?? []]);
    if (!look.end()) {
      known.dropLate(file);
      return 'other';
    }
    if (!result || result.states.length === 0) {
      known.forget(file);
      return 'other';
    }
    if (isInTab(uri)) {
      known.withhold(uri);
    } else {
      known.put(file, result.states, findings);
    }
    return result.states;
  }

  function cannotRead(file: Uri, reason: string): Outcome {
    log.warn(`${file.toString(true)}: ${reason}`);
    known.cannotRead(file, reason);
    return 'unread';
  }

  return {
    check,
    async checkAll(files, isOver, count) {
      const outcomes: Outcome[] = [];
      for (let at = 0; at < files.length && !isOver(); at += together) {
        outcomes.push(...await Promise.all(files.slice(at, at + together).map(check)));
        count?.(outcomes.length, files.length);
      }
      return outcomes;
    },
    followTabs() {
      for (const key of known.reports.keys()) {
        const document = Uri.parse(key);
        if (isInTab(document)) {
          known.withhold(document);
        } else if (!known.hasFindings(document)) {
          void check(fileOf(document));
        }
      }
    },
  };
}

/** Whether a file was taken away since it was found. */
async function isGone(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(() => false, (error: unknown) => error instanceof FileSystemError && error.code === 'FileNotFound');
}

/** Whether a document is open in a tab, where the editor asks for its findings itself. */
function isInTab(document: Uri): boolean {
  const key = document.toString();
  return window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ input }) =>
    (input instanceof TabInputText && input.uri.toString() === key) || (input instanceof TabInputTextDiff && input.modified.toString() === key));
}
