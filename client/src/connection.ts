import { Disposable, EventEmitter, Uri, workspace, type Event, type ExtensionContext, type LogOutputChannel, type TextDocument } from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { readFileMethod, type DocumentParams, type InitializationOptions, type Requests } from '../../server/src/lsp/protocol.ts';
import { createPause } from './pause.ts';
import { watchComposing } from './quiet/composing.ts';
import { createQuietTyping } from './quiet/index.ts';
import { refresh } from './quiet/refresh.ts';
import { provideInlayHints } from './inlay-hints.ts';
import { holdBackOthers } from './hold-back-others.ts';
import { createIntake } from './intake.ts';
import type { KnownForms } from './known-forms.ts';
import { createReportFilter, documentSelector } from './reports.ts';
import { listenToServer, type ServerEvents } from './server-events.ts';

/** Makes the client of a host, without starting it. */
export type NewClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The server as the rest of the client sees it. */
export interface ServerConnection extends Omit<ServerEvents, 'statesChanged'> {
  /** Documents that the server has, by URI. */
  readonly documents: ReadonlyMap<string, TextDocument>;
  readonly onDidChangeDocuments: Event<void>;
  /** Whether a document is a report that waits for the server to start. */
  isAwaited(document: TextDocument): boolean;
  /** Whether the user has stopped the checking for a while. */
  readonly isPaused: boolean;
  /** Sees that the server has a document if it is a report; tells whether it is one. */
  take(document: TextDocument): Promise<boolean>;
  /** Asks the server; of a document that it does not have the answer is null. */
  request<Method extends keyof Requests>(method: Method, params: Requests[Method]['params']): Promise<Requests[Method]['answer'] | null>;
  readonly client: BaseLanguageClient;
  restart(): Promise<void>;
}

/**
 * Connects reports with the server. The server is started when the first report is open, and no other text is
 * ever sent to it: documents of the same languages that are no reports are held back here.
 */
export function connect(context: ExtensionContext, newClient: NewClient, log: LogOutputChannel, forms: KnownForms): ServerConnection {
  const filter = createReportFilter(Uri.joinPath(context.extensionUri, 'docs'), forms.isReport);
  const documents = new Map<string, TextDocument>();
  const documentsChanged = new EventEmitter<void>();
  const quiet = createQuietTyping();
  const pause = createPause();
  const composing = watchComposing();
  const client = newClient({
    documentSelector,
    middleware: {
      ...holdBackOthers(documents, filter, () => documentsChanged.fire()),
      provideDiagnostics: (document, previousResultId, token, next) => pause.provideDiagnostics(document, previousResultId, token,
        (...question) => composing.provideDiagnostics(...question, (...inner) => quiet.provideDiagnostics(...inner, next))),
      provideCodeActions: (document, range, context, token, next) =>
        workspace.isTrusted ? next(document, range, context, token) : [],
      provideInlayHints,
    },
    outputChannel: log,
    progressOnInitialization: false,
    diagnosticPullOptions: { onChange: true, onTabs: true, match: (_, uri) => documents.has(uri.toString()) },
    initializationOptions: optionsFor(context.extensionUri),
  });
  quiet.watch(client);
  client.onRequest(readFileMethod, ({ uri }: DocumentParams) => readFile(Uri.parse(uri)));
  const events = listenToServer(client, composing.withholds);

  const showAnew = (document: TextDocument): void => {
    refresh(client, document);
    events.statesChanged(document.uri.toString());
  };
  const listeners = Disposable.from(
    documentsChanged, events, quiet, composing, pause,
    pause.onDidChange(() => documents.forEach(showAnew)),
    composing.onDidEnd((document) => void nextTurn().then(() => {
      if (documents.has(document.uri.toString())) {
        showAnew(document);
      }
    })),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) {
        documents.clear();
        documentsChanged.fire();
      }
    }),
  );
  const intake = createIntake({ client, documents, filter, log, changed: () => documentsChanged.fire() });
  const formsListener = forms.onDidChange(() => {
    filter.forget();
    intake.considerAll();
  });
  intake.considerAll();

  return {
    client,
    documents,
    get isPaused() {
      return pause.isPaused;
    },
    onDidChangeDocuments: documentsChanged.event,
    isAwaited: intake.isAwaited,
    onDidChangeStates: events.onDidChangeStates,
    onDidChangeSettings: events.onDidChangeSettings,
    onDidDecide: events.onDidDecide,
    onFilesConcerned: events.onFilesConcerned,
    onWrongEncoding: events.onWrongEncoding,
    take: intake.take,
    request: (method, params) => client.sendRequest(method, params),
    async restart() {
      if (client.needsStop()) {
        await client.stop();
      }
      documents.clear();
      intake.considerAll();
    },
    dispose() {
      intake.dispose();
      formsListener.dispose();
      listeners.dispose();
      void client.dispose();
    },
  };
}

/** What this client can do that others cannot. */
function optionsFor(extension: Uri): InitializationOptions {
  return {
    rulePages: `${Uri.joinPath(extension, 'docs', 'rules').toString()}/`,
    formPages: `${Uri.joinPath(extension, 'docs', 'forms').toString()}/`,
    readFile: true,
    checksFiles: true,
    states: true,
    wrongEncoding: true,
    showsIdentities: true,
    inlayHints: true,
    reportTokens: true,
    pulls: true,
    asksForFormatting: true,
  };
}

/** Resolves when all that listen to the change at hand have heard of it: a question asked then does not overtake the change. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** The text of a file of any file system that the editor has; null where there is none. */
async function readFile(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
