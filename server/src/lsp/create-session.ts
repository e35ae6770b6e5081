import type { Connection, TextDocuments } from 'vscode-languageserver';
import { readOffice } from '../office/read-office.ts';
import type { Diagnostic, ReportDocument, ReportService } from '../service-types.ts';
import { createAnnouncements } from './announcements.ts';
import type { ClientSupport } from './client-support.ts';
import { createDiagnosticsChannel } from './diagnostics.ts';
import { officeHostOf } from './office-host.ts';
import { isSettingsFile } from './protocol.ts';
import type { ServerRuntime } from './runtime.ts';
import type { Session } from './session.ts';
import { createSettingsSource } from './settings.ts';
import { createTogether } from './together.ts';
import { createWorkspaceDiagnostics } from './workspace-diagnostics.ts';

interface SessionContext {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly service: ReportService;
  readonly runtime: ServerRuntime;
  readonly documents: TextDocuments<ReportDocument>;
  /** The folders that are open. */
  readonly folders: () => readonly string[];
  readonly isOver: () => boolean;
  readonly log: (message: string) => void;
}

/** Puts together all that serves one client. */
export function createSession({ connection, client, service, runtime, documents, folders, isOver, log }: SessionContext): Session {
  const documentAt = (uri: string): ReportDocument | undefined => documents.get(uri);
  const findingsOf = (document: ReportDocument): readonly Diagnostic[] =>
    isSettingsFile(document.uri) ? settings.problems(document) : service.diagnostics(document);
  const settings = createSettingsSource({
    connection, client, service, log, folders,
    readFile: runtime.readFile,
    changed(areFindingsOthers) {
      if (areFindingsOthers) {
        workspaceDiagnostics.settingsChanged();
      }
      diagnostics.findingsChanged(documents.all());
      documents.all().forEach(({ uri }) => announcements.statesChanged(uri));
      announcements.settingsChanged(areFindingsOthers);
    },
    documents: () => documents.all(),
    configured: (document, own) => (isSettingsFile(document.uri) ? undefined : together.configured(document, own)),
  });
  const together = createTogether({
    service, documentAt,
    concerned(others) {
      diagnostics.findingsChanged(others);
      others.forEach(({ uri }) => announcements.statesChanged(uri));
    },
    filesConcerned: () => announcements.filesConcerned(),
  });
  const diagnostics = createDiagnosticsChannel({ connection, client, findingsOf, later: runtime.later });
  const workspaceDiagnostics = createWorkspaceDiagnostics({
    connection, client, service, settings, together, log, folders, documentAt,
    texts: client.pullsFolders ? runtime.folderTexts : undefined,
  });
  const announcements = createAnnouncements({
    connection, client, service, later: runtime.later, wantsRefresh: () => workspaceDiagnostics.wantsRefresh,
  });
  const officeHost = officeHostOf(connection, client, runtime.officeHost);
  return {
    connection, service, client, settings, together, diagnostics, workspaceDiagnostics, announcements, isOver, documentAt,
    readOffice: (bytes) => readOffice(bytes, officeHost),
    reportAt: (uri) => (isSettingsFile(uri) ? undefined : documents.get(uri)),
  };
}
