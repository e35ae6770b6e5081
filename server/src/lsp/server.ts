import {
  DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, DidChangeWorkspaceFoldersNotification, ErrorCodes, ResponseError, TextDocuments,
  TextDocumentSyncKind, type Connection, type InitializeParams, type InitializeResult, type ServerCapabilities,
} from 'vscode-languageserver';
import { useLocale } from '../l10n.ts';
import type { ContentChange, ReportDocument } from '../service-types.ts';
import { formFileEnd } from '../settings/index.ts';
import { version } from '../version.ts';
import { clientSupport, type ClientSupport } from './client-support.ts';
import { createSession } from './create-session.ts';
import { createDebounce } from './debounce.ts';
import { createGuard, type Guard } from './guard.ts';
import { handlers } from './handlers/index.ts';
import { diagnosticSource, isSettingsFile, settingsFileName, settingsSection } from './protocol.ts';
import type { ServerRuntime } from './runtime.ts';
import type { Session } from './session.ts';

/** Serves one client over a connection until it closes. */
export function startServer(connection: Connection, runtime: ServerRuntime): void {
  const log = (message: string): void => connection.console.error(message);
  const guard = createGuard(log);
  const service = runtime.createService({ log });
  const documents = new TextDocuments<ReportDocument>({
    create: (uri, languageId, version, text) => service.open(uri, languageId, version, text),
    update: (document, changes, version) => {
      service.edit(document, changes as ContentChange[], version);
      return document;
    },
  });
  let session: Session | undefined;
  let isOver = false;

  connection.onInitialize((params) => {
    if (session) {
      return new ResponseError<never>(ErrorCodes.InvalidRequest, 'initialize');
    }
    useLocale(params.locale);
    const client = clientSupport(params, { ...runtime, readsFolders: runtime.folderTexts !== undefined });
    const folders = followFolders(params, connection, guard, () => session?.settings.foldersChanged());
    session = createSession({ connection, client, service, runtime, documents, folders, isOver: () => isOver, log });
    return initializeResult(client);
  });
  connection.onInitialized(guard.notification('initialized', () => {
    if (session) {
      session.settings.start();
      registerNotifications(session);
    }
  }));
  connection.onShutdown(() => {
    isOver = true;
  });
  connection.onDidChangeWatchedFiles(guard.notification('didChangeWatchedFiles', () => session?.settings.filesChanged()));
  connection.onDidChangeConfiguration(guard.notification('didChangeConfiguration', ({ settings }) =>
    session?.settings.configurationChanged(settings)));
  followDocuments(documents, () => session, guard, runtime, log);
  for (const handler of handlers) {
    connection.onRequest(handler.method, guard.request(handler, () => session));
  }
  documents.listen(connection);
  connection.listen();
}

/** What is done when documents are opened, edited and closed. */
function followDocuments(
  documents: TextDocuments<ReportDocument>, session: () => Session | undefined, guard: Guard, runtime: ServerRuntime, log: (message: string) => void,
): void {
  const debounce = createDebounce(runtime.defer, guard.notification('publish', (uri: string) => {
    const document = documents.get(uri);
    const present = session();
    if (isSettingsFile(uri)) {
      present?.settings.filesChanged();
    }
    if (document && present && !present.settings.isPending(uri)) {
      present.together.settle();
      present.diagnostics.documentChanged(document);
      present.announcements.statesChanged(uri);
    }
  }));
  documents.onDidOpen(guard.notification('didOpen', ({ document }) => {
    void session()?.settings.apply(document).then(() => debounce(document.uri), (error: unknown) => log(String(error)));
    session()?.diagnostics.documentOpened(document);
    session()?.announcements.documentOpened(document);
  }));
  documents.onDidChangeContent(({ document }) => {
    session()?.together.changed(document);
    debounce(document.uri);
  });
  documents.onDidClose(guard.notification('didClose', ({ document: { uri } }) => {
    session()?.settings.forget(uri);
    session()?.together.closed(uri);
    session()?.diagnostics.documentClosed(uri);
    if (isSettingsFile(uri)) {
      debounce(uri);
    }
  }));
}

/** The folders that are open, as the client opens and closes them. */
function followFolders(params: InitializeParams, connection: Connection, guard: Guard, changed: () => void): () => readonly string[] {
  const folders = new Set(params.workspaceFolders?.map(({ uri }) => uri));
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, guard.notification('didChangeWorkspaceFolders', ({ event }) => {
    event.removed.forEach(({ uri }) => folders.delete(uri));
    event.added.forEach(({ uri }) => folders.add(uri));
    changed();
  }));
  return () => [...folders];
}

/** Asks to be told of settings, where the client does that on request alone. */
function registerNotifications({ connection, client }: Session): void {
  if (client.tellsConfiguration) {
    void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
  }
  if (client.watchesFiles) {
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: `**/${settingsFileName}` }, { globPattern: `**/*${formFileEnd}` }],
    });
  }
}

function initializeResult(client: ClientSupport): InitializeResult {
  return {
    serverInfo: { name: diagnosticSource, version },
    capabilities: Object.assign(
      {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      } satisfies ServerCapabilities,
      ...handlers.map(({ capabilities }) => capabilities?.(client)),
    ) as ServerCapabilities,
  };
}
