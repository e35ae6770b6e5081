import {
  Disposable, EventEmitter, Uri, window, workspace, type Event, type ExtensionContext, type LogOutputChannel,
  type TextDocument,
} from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions, type Middleware } from 'vscode-languageclient';
import {
  filesConcernedMethod, readFileMethod, settingsChangedMethod,
  statesChangedMethod, wrongEncodingMethod, type DocumentParams, type InitializationOptions, type Requests,
} from '../../server/src/lsp/protocol.ts';
import { createPause } from './pause.ts';
import { watchComposing } from './quiet/composing.ts';
import { createQuietTyping } from './quiet/index.ts';
import { refresh } from './quiet/refresh.ts';
import { provideInlayHints } from './computation/hints.ts';
import type { KnownForms } from './known-forms.ts';
import { createReportFilter, documentSelector } from './reports.ts';

/** Makes the client of a host, without starting it. */
export type NewClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The server as the rest of the client sees it. */
export interface ServerConnection extends Disposable {
  /** Documents that the server has, by URI. */
  readonly documents: ReadonlyMap<string, TextDocument>;
  readonly onDidChangeDocuments: Event<void>;
  /** Whether a document is a report that waits for the server to start. */
  isAwaited(document: TextDocument): boolean;
  /** Whether the user has stopped the checking for a while. */
  readonly isPaused: boolean;
  /** The states of a document's reports may be other ones now. */
  readonly onDidChangeStates: Event<string>;
  readonly onDidChangeSettings: Event<void>;
  /** Files that are not open may have other findings, because others have changed. */
  readonly onFilesConcerned: Event<void>;
  /** A document was read in a wrong encoding. */
  readonly onWrongEncoding: Event<Uri>;
  /** Sees that the server has a document if it is a report; tells whether it is one. */
  take(document: TextDocument): Promise<boolean>;
  /** Asks the server; of a document that it does not have the answer is null. */
  request<Method extends keyof Requests>(method: Method, params: Requests[Method]['params']): Promise<Requests[Method]['answer'] | null>;
  readonly client: BaseLanguageClient;
  restart(): Promise<void>;
}

/** How long a text that is no report yet has to rest before it is looked at again, in milliseconds. */
const rest = 300;

/**
 * Connects reports with the server. The server is started when the first report is open, and no other text is
 * ever sent to it: documents of the same languages that are no reports are held back here.
 */
export function connect(context: ExtensionContext, newClient: NewClient, log: LogOutputChannel, forms: KnownForms): ServerConnection {
  const filter = createReportFilter(Uri.joinPath(context.extensionUri, 'docs'), forms.isReport);
  const documents = new Map<string, TextDocument>();
  const opening = new Map<string, Promise<void>>();
  const documentsChanged = new EventEmitter<void>();
  const statesChanged = new EventEmitter<string>();
  const settingsChanged = new EventEmitter<void>();
  const filesConcerned = new EventEmitter<void>();
  const wronglyDecoded = new EventEmitter<Uri>();
  const resting = new Map<string, ReturnType<typeof setTimeout>>();
  let isStarting = false;

  const quiet = createQuietTyping();
  const pause = createPause();
  const composing = watchComposing();
  const middleware: Middleware = {
    provideDiagnostics: (document, previousResultId, token, next) => pause.provideDiagnostics(document, previousResultId, token,
      (...question) => composing.provideDiagnostics(...question, (...inner) => quiet.provideDiagnostics(...inner, next))),
    async didOpen(document, next) {
      const key = document.uri.toString();
      if (!documents.has(key) && (filter.isSettingsFile(document) || filter.isReport(document))) {
        documents.set(key, document);
        const sent = next(document);
        opening.set(key, sent);
        await sent.finally(() => opening.delete(key));
        documentsChanged.fire();
      }
    },
    async didChange(event, next) {
      if (documents.has(event.document.uri.toString())) {
        await next(event);
      }
    },
    async didSave(document, next) {
      if (documents.has(document.uri.toString())) {
        await next(document);
      }
    },
    async didClose(document, next) {
      if (documents.delete(document.uri.toString())) {
        await next(document);
        documentsChanged.fire();
      }
    },
    provideCodeActions: (document, range, context, token, next) =>
      workspace.isTrusted ? next(document, range, context, token) : [],
    provideInlayHints,
    async sendRequest(type, params, token, next) {
      // Editors ask about every document of the languages; only those that the server has are its business.
      const uri = documentOf(params);
      if (uri !== undefined && !documents.has(uri)) {
        return null as never;
      }
      // Sending a document takes longer than asking about it: the question must not overtake it.
      const sent = uri === undefined ? undefined : opening.get(uri);
      if (sent) {
        await sent;
      }
      return next(type, params, token);
    },
  };
  const client = newClient({
    documentSelector,
    middleware,
    outputChannel: log,
    progressOnInitialization: false,
    diagnosticPullOptions: { onChange: true, onTabs: true, match: (_, uri) => documents.has(uri.toString()) },
    initializationOptions: {
      rulePages: `${Uri.joinPath(context.extensionUri, 'docs', 'rules').toString()}/`,
      formPages: `${Uri.joinPath(context.extensionUri, 'docs', 'forms').toString()}/`,
      readFile: true,
      checksFiles: true,
      states: true,
      wrongEncoding: true,
      showsIdentities: true,
      inlayHints: true,
      reportTokens: true,
      pulls: true,
      asksForFormatting: true,
    } satisfies InitializationOptions,
  });
  quiet.watch(client);
  client.onRequest(readFileMethod, ({ uri }: DocumentParams) => readFile(Uri.parse(uri)));
  client.onNotification(statesChangedMethod, ({ uri }: DocumentParams) => {
    if (!composing.withholds(uri)) {
      statesChanged.fire(uri);
    }
  });
  client.onNotification(settingsChangedMethod, () => settingsChanged.fire());
  client.onNotification(filesConcernedMethod, () => filesConcerned.fire());
  client.onNotification(wrongEncodingMethod, ({ uri }: DocumentParams) => wronglyDecoded.fire(Uri.parse(uri)));

  /** Takes in a document that has become a report, or starts the server for the first one. */
  async function consider(document: TextDocument): Promise<void> {
    if (documents.has(document.uri.toString()) || !filter.isReport(document)) {
      return;
    }
    if (client.isRunning()) {
      await client.getFeature('textDocument/didOpen').getProvider(document)?.send(document);
    } else if (client.needsStart()) {
      isStarting = true;
      documentsChanged.fire();
      try {
        await client.start();
      } finally {
        isStarting = false;
      }
    }
  }

  function considerAll(): void {
    workspace.textDocuments.forEach(considerSafely);
  }

  function considerSafely(document: TextDocument): void {
    consider(document).catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  }

  function considerAtRest(document: TextDocument): void {
    const key = document.uri.toString();
    if (documents.has(key)) {
      return;
    }
    clearTimeout(resting.get(key));
    resting.set(key, setTimeout(() => {
      resting.delete(key);
      considerSafely(document);
    }, rest));
  }

  const listeners = Disposable.from(
    documentsChanged, statesChanged, settingsChanged, filesConcerned, wronglyDecoded, quiet, composing, pause,
    pause.onDidChange(() => documents.forEach((document, uri) => {
      refresh(client, document);
      statesChanged.fire(uri);
    })),
    composing.onDidEnd((document) => void nextTurn().then(() => {
      if (documents.has(document.uri.toString())) {
        refresh(client, document);
        statesChanged.fire(document.uri.toString());
      }
    })),
    workspace.onDidOpenTextDocument((document) => {
      if (!client.isRunning()) {
        considerSafely(document);
      }
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) {
        considerAtRest(document);
      }
    }),
    window.tabGroups.onDidChangeTabs(considerAll),
    forms.onDidChange(() => {
      filter.forget();
      considerAll();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) {
        documents.clear();
        documentsChanged.fire();
      } else if (newState === State.Running) {
        // Documents that were opened while the server was starting.
        considerAll();
      }
    }),
  );
  considerAll();

  return {
    client,
    documents,
    get isPaused() {
      return pause.isPaused;
    },
    onDidChangeDocuments: documentsChanged.event,
    isAwaited: (document) => isStarting && !documents.has(document.uri.toString()) && filter.isReport(document),
    onDidChangeStates: statesChanged.event,
    onDidChangeSettings: settingsChanged.event,
    onFilesConcerned: filesConcerned.event,
    onWrongEncoding: wronglyDecoded.event,
    async take(document) {
      if (filter.isReport(document)) {
        await client.start();
        await consider(document);
      }
      return documents.has(document.uri.toString());
    },
    request: (method, params) => client.sendRequest(method, params),
    async restart() {
      if (client.needsStop()) {
        await client.stop();
      }
      documents.clear();
      considerAll();
    },
    dispose() {
      resting.forEach((timer) => clearTimeout(timer));
      listeners.dispose();
      void client.dispose();
    },
  };
}

/** Resolves when all that listen to the change at hand have heard of it: a question asked then does not overtake the change. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function documentOf(params: unknown): string | undefined {
  const { textDocument } = (params ?? {}) as { textDocument?: { uri?: string } };
  return textDocument?.uri;
}

/** The text of a file of any file system that the editor has; null where there is none. */
async function readFile(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
