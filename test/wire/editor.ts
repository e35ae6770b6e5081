import { PassThrough } from 'node:stream';
import { StreamMessageReader, StreamMessageWriter, createConnection } from 'vscode-languageserver/node';
import {
  createMessageConnection, type ClientCapabilities, type ConfigurationParams, type InitializeResult, type MessageConnection,
  type PublishDiagnosticsParams, type Range,
} from 'vscode-languageserver-protocol/node';
import { startServer } from '../../server/src/lsp/server.ts';
import type { FolderTexts } from '../../server/src/lsp/workspace-diagnostics.ts';
import { createReportService } from '../../server/src/service.ts';
import type { ReportService } from '../../server/src/service-types.ts';

/** What an editor like VS Code offers, as far as the server asks for it. */
export const modern: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: {
      dataSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** A small editor: diagnostics are pushed, edits come with the action, symbols are flat. */
export const plain: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: object;
  readonly folders?: readonly string[];
  /** The settings of the editor below `disclosureReport`. */
  readonly settings?: object;
  /** The same for the documents of some folders. */
  readonly folderSettings?: Readonly<Record<string, object>>;
  /** The files of the machine by URI; may be changed later on. */
  readonly files?: Map<string, string>;
  /** Whether the server can go through the folders itself; a file of which a text says so cannot be read. */
  readonly readsFolders?: boolean;
  readonly locale?: string;
  /** The pages that lie beside the server. */
  readonly pages?: { readonly rulePages: string; readonly formPages: string };
  /** What is done before the server is initialized. */
  readonly before?: (connection: MessageConnection) => Promise<void>;
  /** Takes the engine's place, or a part of it. */
  readonly wrap?: (service: ReportService) => ReportService;
}

/** An editor at the other end of a pair of streams, and what it has heard so far. */
export interface Editor {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  readonly published: PublishDiagnosticsParams[];
  readonly log: string[];
  readonly messages: string[];
  readonly notifications: { readonly method: string; readonly params: unknown }[];
  settings: object;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, range: Range, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  request<Result>(method: string, params: object): Promise<Result>;
  /** Resolves once something holds; what the server says makes it look again. */
  until(holds: () => boolean): Promise<void>;
  /** Lets time pass: what the server put off until typing rests is done now. Gives how many things that were. */
  rest(): number;
  /** Resolves when all messages sent so far have been handled. */
  settled(): Promise<void>;
  dispose(): void;
}

const open: Editor[] = [];

/** Ends the editors of a test. */
export function closeEditors(): void {
  open.splice(0).forEach((editor) => editor.dispose());
}

/** What stands in a file that cannot be read. */
export const unreadable = '\0';

/** The files of the machine as a server with a disk sees them. */
function textsOf(files: ReadonlyMap<string, string>): FolderTexts {
  return {
    list: (folder) => new Map([...files].filter(([uri]) => uri.startsWith(`${folder}/`) && /\.(?:md|txt)$/u.test(uri))),
    read(uri) {
      const text = files.get(uri);
      return text === undefined || text === unreadable ? Promise.reject(new Error(`${uri} is locked`)) : Promise.resolve(text);
    },
  };
}

export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const resting = new Set<() => void>();
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  const files = options.files ?? new Map<string, string>();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor));
  startServer(server, {
    defer: setImmediate,
    later(task) {
      resting.add(task);
      return () => void resting.delete(task);
    },
    readFile: async (uri) => files.get(uri),
    ...(options.readsFolders ? { folderTexts: textsOf(files) } : {}),
    ...(options.pages ? { pages: options.pages } : {}),
    createService: (given) => {
      const service = createReportService(given);
      return options.wrap ? options.wrap(service) : service;
    },
  });

  const connection = createMessageConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
  const waiting = new Set<() => void>();
  const heard = <Item>(list: Item[]) => (item: Item): void => {
    list.push(item);
    waiting.forEach((look) => look());
  };
  const published: PublishDiagnosticsParams[] = [];
  const log: string[] = [];
  const messages: string[] = [];
  const notifications: { method: string; params: unknown }[] = [];
  connection.onNotification('textDocument/publishDiagnostics', heard(published));
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => heard(log)(message));
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => heard(messages)(message));
  connection.onNotification((method, params) => heard(notifications)({ method, params }));
  connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
    heard(messages)(message);
    return null;
  });
  connection.onRequest((method: string, params: unknown) => {
    heard(notifications)({ method, params });
    if (method === 'workspace/configuration') {
      const { items } = params as ConfigurationParams;
      return items.map(({ scopeUri = '' }) => options.folderSettings?.[scopeUri] ?? editor.settings);
    }
    return method === 'disclosureReport/readFile' ? files.get((params as { uri: string }).uri) ?? null : null;
  });
  connection.listen();

  await options.before?.(connection);
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    locale: options.locale ?? 'en',
    capabilities: options.capabilities ?? modern,
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  const editor: Editor = {
    connection, initialized, published, log, messages, notifications,
    settings: options.settings ?? {},
    open: (uri, text, languageId = 'markdown') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, range, text) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    request: (method, params) => connection.sendRequest(method, params),
    until: (holds) => new Promise((resolve) => {
      const look = (): void => {
        if (holds()) {
          waiting.delete(look);
          resolve();
        }
      };
      waiting.add(look);
      look();
    }),
    rest() {
      const tasks = [...resting];
      resting.clear();
      tasks.forEach((task) => task());
      return tasks.length;
    },
    async settled() {
      // An answer comes after all that was sent before it; the second one after what the first one's turn deferred.
      await connection.sendRequest('textDocument/hover', { textDocument: { uri: 'none:' }, position: { line: 0, character: 0 } });
      await new Promise(setImmediate);
      await connection.sendRequest('textDocument/hover', { textDocument: { uri: 'none:' }, position: { line: 0, character: 0 } });
    },
    dispose() {
      connection.dispose();
      server.dispose();
    },
  };
  open.push(editor);
  return editor;
}
