import {
  DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, DidChangeWorkspaceFoldersNotification, ErrorCodes, ResponseError, TextDocuments,
  TextDocumentSyncKind,
  type Connection, type InitializeParams, type InitializeResult, type ServerCapabilities,
} from 'vscode-languageserver';
import * as l10n from '@vscode/l10n';
import { useLocale } from '../l10n.ts';
import { version } from '../version.ts';
import type { ContentChange, Diagnostic, ReportDocument, ReportService, ServiceOptions } from '../service-types.ts';
import { clientSupport, type ClientSupport } from './client-support.ts';
import { createDiagnosticsChannel } from './diagnostics.ts';
import { isWronglyDecoded } from './encoding.ts';
import { createGuard } from './guard.ts';
import { handlers } from './handlers/index.ts';
import {
  diagnosticSource, isSettingsFile, reportLanguage, settingsChangedMethod, settingsFileName, settingsSection, statesChangedMethod,
  filesConcernedMethod, wrongEncodingMethod, type DocumentParams, type InitializationOptions,
} from './protocol.ts';
import type { Session } from './session.ts';
import { createSettingsSource } from './settings.ts';
import { createTogether } from './together.ts';
import { createWorkspaceDiagnostics, type FolderTexts } from './workspace-diagnostics.ts';
import { officeHostOf } from './office-host.ts';
import { readOffice, type OfficeHost } from '../office/read-office.ts';
import { formFileEnd } from '../settings/index.ts';
import { createDebounce } from './debounce.ts';

/** What the server needs of the machine that it runs on. */
export interface ServerRuntime {
  /** Runs a task behind all that is waiting now. */
  readonly defer: (task: () => void) => void;
  /** Runs a task after so many milliseconds, unless what it gives back is called before. */
  readonly later: (task: () => void, milliseconds: number) => () => void;
  /** The text of a file, undefined where there is none; absent where only the client can read files. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  /** The texts of folders; absent where only the client can read files. */
  readonly folderTexts?: FolderTexts;
  /** What reads office files; without it PDFs are read by a client that can, or unread. */
  readonly officeHost?: OfficeHost;
  /** The pages of rules and forms that lie beside the server; absent where there are none. */
  readonly pages?: Pick<InitializationOptions, 'rulePages' | 'formPages'>;
  readonly createService: (options: ServiceOptions) => ReportService;
}

/** So long after the last change files that are not open are told of, in milliseconds. */
const rest = 300;

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
  let callOffFiles = (): void => undefined;

  connection.onInitialize((params) => {
    if (session) {
      return new ResponseError<never>(ErrorCodes.InvalidRequest, 'initialize');
    }
    useLocale(params.locale);
    session = createSession(clientSupport(params, { ...runtime, readsFolders: runtime.folderTexts !== undefined }), params);
    return initializeResult(session.client);
  });
  connection.onInitialized(guard.notification('initialized', () => {
    session?.settings.start();
    if (session?.client.tellsConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    if (session?.client.watchesFiles) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: `**/${settingsFileName}` }, { globPattern: `**/*${formFileEnd}` }],
      });
    }
  }));
  connection.onShutdown(() => {
    isOver = true;
  });
  connection.onDidChangeWatchedFiles(guard.notification('didChangeWatchedFiles', () => session?.settings.filesChanged()));
  connection.onDidChangeConfiguration(guard.notification('didChangeConfiguration', ({ settings }) =>
    session?.settings.configurationChanged(settings)));

  const debounce = createDebounce(runtime.defer, guard.notification('publish', (uri: string) => {
    const document = documents.get(uri);
    if (isSettingsFile(uri)) {
      session?.settings.filesChanged();
    }
    if (document && session && !session.settings.isPending(uri)) {
      session.together.settle();
      session.diagnostics.documentChanged(document);
      tellStates(uri);
    }
  }));
  documents.onDidOpen(guard.notification('didOpen', ({ document }) => {
    void session?.settings.apply(document).then(() => debounce(document.uri), (error: unknown) => log(String(error)));
    session?.diagnostics.documentOpened(document);
    warnOfEncoding(document);
  }));
  documents.onDidChangeContent(({ document }) => {
    session?.together.changed(document);
    debounce(document.uri);
  });
  documents.onDidClose(guard.notification('didClose', ({ document: { uri } }) => {
    session?.settings.forget(uri);
    session?.together.closed(uri);
    session?.diagnostics.documentClosed(uri);
    if (isSettingsFile(uri)) {
      debounce(uri);
    }
  }));

  for (const handler of handlers) {
    connection.onRequest(handler.method, guard.request(handler, () => session));
  }

  documents.listen(connection);
  connection.listen();

  /** Once typing rests: while a figure is typed its reader has no need of the other files. */
  function tellFiles(): void {
    callOffFiles();
    if (session?.client.options.checksFiles) {
      callOffFiles = runtime.later(() => void connection.sendNotification(filesConcernedMethod), rest);
    } else if (session?.workspaceDiagnostics.wantsRefresh) {
      callOffFiles = runtime.later(() => connection.languages.diagnostics.refresh(), rest);
    }
  }

  function tellStates(uri: string): void {
    if (session?.client.options.states) {
      void connection.sendNotification(statesChangedMethod, { uri } satisfies DocumentParams);
    }
  }

  function createSession(client: ClientSupport, params: InitializeParams): Session {
    const folders = new Set(params.workspaceFolders?.map(({ uri }) => uri));
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, guard.notification('didChangeWorkspaceFolders', ({ event }) => {
      event.removed.forEach(({ uri }) => folders.delete(uri));
      event.added.forEach(({ uri }) => folders.add(uri));
      settings.foldersChanged();
    }));
    const settings = createSettingsSource({
      connection, client, service, log,
      readFile: runtime.readFile,
      folders: () => [...folders],
      changed: () => {
        session?.workspaceDiagnostics.settingsChanged();
        session?.diagnostics.findingsChanged(documents.all());
        documents.all().forEach(({ uri }) => tellStates(uri));
        if (client.options.checksFiles) {
          void connection.sendNotification(settingsChangedMethod);
        }
      },
      documents: () => documents.all(),
      configured: (document, own) => (isSettingsFile(document.uri) ? undefined : together.configured(document, own)),
    });
    const together = createTogether({
      service,
      documentAt: (uri) => documents.get(uri),
      concerned(others) {
        session?.diagnostics.findingsChanged(others);
        others.forEach(({ uri }) => tellStates(uri));
      },
      filesConcerned: tellFiles,
    });
    const officeHost = officeHostOf(connection, client, runtime.officeHost);
    const findingsOf = (document: ReportDocument): readonly Diagnostic[] =>
      isSettingsFile(document.uri) ? settings.problems(document) : service.diagnostics(document);
    return {
      connection, service, client, settings, together,
      readOffice: (bytes) => readOffice(bytes, officeHost),
      diagnostics: createDiagnosticsChannel({ connection, client, findingsOf, later: runtime.later }),
      workspaceDiagnostics: createWorkspaceDiagnostics({
        connection, client, service, settings, together, log,
        texts: client.pullsFolders ? runtime.folderTexts : undefined,
        folders: () => [...folders],
        documentAt: (uri) => documents.get(uri),
      }),
      isOver: () => isOver,
      documentAt: (uri) => documents.get(uri),
      reportAt: (uri) => (isSettingsFile(uri) ? undefined : documents.get(uri)),
    };
  }

  function warnOfEncoding(document: ReportDocument): void {
    if (!isWronglyDecoded(document) || (document.languageId !== reportLanguage && !service.isReport(document))) {
      return;
    }
    if (session?.client.options.wrongEncoding) {
      void connection.sendNotification(wrongEncodingMethod, { uri: document.uri } satisfies DocumentParams);
    } else {
      connection.window.showWarningMessage(
        l10n.t('{0} was read in a wrong encoding. Open it again in its own encoding (GB18030, say); until then no correction is offered.', document.uri));
    }
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
