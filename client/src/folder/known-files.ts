import { commands, EventEmitter, languages, Uri, type Diagnostic, type Disposable, type Event } from 'vscode';
import { diagnosticSource, forgetFilesMethod, type ReportState } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { documentOf, fileOf } from '../office/address.ts';
import { createLooks, type Look } from './looks.ts';

/** What is known of files that were checked without being opened; their findings stand in the editor's list. */
export interface KnownFiles extends Disposable {
  /** The states of reports by the URI of the document that shows them; empty while the editor asks for its findings itself. */
  readonly reports: ReadonlyMap<string, readonly ReportState[]>;
  /** Why files were not read, by their URI. */
  readonly unread: ReadonlyMap<string, string>;
  readonly onDidChange: Event<void>;
  /** Another one once all was forgotten: what was begun before is of no interest then. */
  readonly session: object;
  /** The files of which something is known, by their URI. */
  files(): ReadonlySet<string>;
  hasFindings(document: Uri): boolean;
  begin(file: Uri): Look;
  put(file: Uri, states: readonly ReportState[], findings: readonly Diagnostic[]): void;
  /** Nothing is shown of a report while it is in a tab, where it has findings of its own. */
  withhold(document: Uri): void;
  cannotRead(file: Uri, reason: string): void;
  forget(file: Uri): void;
  /** Has the server forget what it took in for a look that no longer counts, unless the file is known or looked at again. */
  dropLate(file: Uri): void;
  /** Tells those who show what is known; what was put or forgotten since the last time waits for it. */
  announce(): void;
  clear(): void;
}

export function createKnownFiles(server: ServerConnection): KnownFiles {
  const shown = languages.createDiagnosticCollection(diagnosticSource);
  const changed = new EventEmitter<void>();
  const reports = new Map<string, readonly ReportState[]>();
  const unread = new Map<string, string>();
  const looks = createLooks();
  let session = {};

  function withhold(document: Uri): void {
    unread.delete(fileOf(document).toString());
    reports.set(document.toString(), []);
    shown.delete(document);
  }

  function forgetOnServer(document: string): void {
    void server.request(forgetFilesMethod, { uris: [document] });
  }

  function forget(file: Uri): void {
    const document = documentOf(file);
    looks.forget(file.toString());
    if (reports.delete(document.toString())) {
      forgetOnServer(document.toString());
    }
    unread.delete(file.toString());
    shown.delete(document);
  }

  function announce(): void {
    void commands.executeCommand('setContext', 'disclosureReport.hasFolder', reports.size + unread.size > 0);
    changed.fire();
  }

  return {
    reports,
    unread,
    onDidChange: changed.event,
    get session() {
      return session;
    },
    files: () => new Set([...[...reports.keys()].map((key) => fileOf(Uri.parse(key)).toString()), ...unread.keys()]),
    hasFindings: (document) => shown.has(document),
    begin: (file) => looks.begin(file.toString()),
    put(file, states, findings) {
      const document = documentOf(file);
      unread.delete(file.toString());
      reports.set(document.toString(), states);
      shown.set(document, findings);
    },
    withhold,
    cannotRead(file, reason) {
      forget(file);
      unread.set(file.toString(), reason);
    },
    forget,
    dropLate(file) {
      const document = documentOf(file).toString();
      if (!looks.has(file.toString()) && !reports.has(document)) {
        forgetOnServer(document);
      }
    },
    announce,
    clear() {
      session = {};
      if (reports.size > 0) {
        void server.request(forgetFilesMethod, {});
      }
      looks.clear();
      reports.clear();
      unread.clear();
      shown.clear();
      announce();
    },
    dispose() {
      shown.dispose();
      changed.dispose();
    },
  };
}
