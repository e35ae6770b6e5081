import {
  DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, TextDocuments, TextDocumentSyncKind, type CodeAction, type CodeActionParams,
  type Connection, type DocumentDiagnosticParams, type DocumentDiagnosticReport, type DocumentSymbolParams, type Hover,
  type HoverParams, type InitializeParams, type InitializeResult, type SemanticTokens, type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import * as l10n from '@vscode/l10n';
import { useLocale } from '../l10n.ts';
import type {
  ContentChange, Diagnostic, Range, ReportDocument, ReportService, ReportState, ServiceOptions,
} from '../service-types.ts';
import { createActions, isWronglyDecoded, type Actions } from './actions.ts';
import { clientSupport, type ClientSupport } from './client-support.ts';
import { toDocumentSymbol, toSymbolInformation, tokenLegend, toTokenData } from './convert.ts';
import { createDiagnosticsChannel, type DiagnosticsChannel } from './diagnostics.ts';
import { serveFolder } from './folder.ts';
import { createGuard } from './guard.ts';
import {
  diagnosticSource, editsMethod, formEditMethod, formViewMethod, recomputeTotalsKind, reportLanguage, settingsChangedMethod, settingsFileName, settingsSection, statesChangedMethod, statesMethod,
  wrongEncodingMethod, type DocumentParams, type EditsParams, type EditsResult, type FormEditParams, type FormViewParams, type FormViewResult, type VersionedFormEdit,
} from './protocol.ts';
import { editingCapabilities, serveEditing } from './editing.ts';
import { serveReading, readingCapabilities } from './reading.ts';
import { createSettingsSource, isSettingsFile, type SettingsSource } from './settings.ts';
import { createSettler } from './settle.ts';
import { serveWriting, writingCapabilities } from './writing.ts';

/** What the server needs of the machine that it runs on. */
export interface ServerRuntime {
  /** Runs a task behind all that is waiting now. */
  readonly defer: (task: () => void) => void;
  /** Runs a task after so many milliseconds, unless what it gives back is called before. */
  readonly later: (task: () => void, milliseconds: number) => () => void;
  /** The text of a file, undefined where there is none; absent where only the client can read files. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  readonly createService: (options: ServiceOptions) => ReportService;
}

/** All parts that exist once the client is known. */
interface Session {
  readonly client: ClientSupport;
  readonly diagnostics: DiagnosticsChannel;
  readonly actions: Actions;
  readonly settings: SettingsSource;
}

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

  connection.onInitialize((params) => {
    useLocale(params.locale);
    session = createSession(clientSupport(params), params);
    return initializeResult(session.client);
  });
  connection.onInitialized(guard.notification('initialized', () => {
    session?.settings.start();
    if (session?.client.tellsConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    if (session?.client.watchesFiles) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: `**/${settingsFileName}` }],
      });
    }
  }));
  connection.onDidChangeWatchedFiles(guard.notification('didChangeWatchedFiles', () => session?.settings.filesChanged()));
  connection.onDidChangeConfiguration(guard.notification('didChangeConfiguration', ({ settings }) =>
    session?.settings.configurationChanged(settings)));

  const settle = createSettler(runtime.defer, guard.notification('publish', (uri: string) => {
    const document = documents.get(uri);
    if (isSettingsFile(uri)) {
      session?.settings.filesChanged();
    }
    if (document && session && !session.settings.isPending(uri)) {
      session.diagnostics.documentChanged(document);
      if (session.client.options.states) {
        void connection.sendNotification(statesChangedMethod, { uri } satisfies DocumentParams);
      }
    }
  }));
  documents.onDidOpen(guard.notification('didOpen', ({ document }) => {
    void session?.settings.apply(document).then(() => settle(document.uri), (error: unknown) => log(String(error)));
    warnOfEncoding(document);
  }));
  documents.onDidChangeContent(({ document }) => settle(document.uri));
  documents.onDidClose(guard.notification('didClose', ({ document: { uri } }) => {
    session?.settings.forget(uri);
    session?.diagnostics.documentClosed(uri);
    if (isSettingsFile(uri)) {
      settle(uri);
    }
  }));

  connection.languages.diagnostics.on(guard.request<DocumentDiagnosticParams, DocumentDiagnosticReport>(
    'diagnostic', { kind: 'full', items: [] }, (params) => {
      const { uri } = params.textDocument;
      const answer = (): DocumentDiagnosticReport => {
        const document = documents.get(uri);
        return document && session ? session.diagnostics.pull(document, params) : { kind: 'full', items: [] };
      };
      const pending = session?.settings.pending(uri);
      return pending ? pending.then(answer) : answer();
    }));
  connection.onCodeAction(guard.request<CodeActionParams, CodeAction[]>('codeAction', [], (params) => {
    const document = reportAt(params);
    return document && session ? session.actions.offer(document, params) : [];
  }));
  connection.onCodeActionResolve((action, token) =>
    guard.request<CodeAction, CodeAction>('codeAction/resolve', action, () => session?.actions.resolve(action) ?? action)(action, token));
  connection.onHover(guard.request<HoverParams, Hover | null>('hover', null, (params) => {
    const document = reportAt(params);
    const hover = document && service.hover(document, params.position);
    return hover && session ? { range: hover.range, contents: hoverContents(hover.markdown, session.client) } : null;
  }));
  connection.onDocumentSymbol(guard.request('documentSymbol', [], (params: DocumentSymbolParams) => {
    const document = reportAt(params);
    const outline = document ? service.outline(document) : [];
    return session?.client.nestedSymbols
      ? outline.map(toDocumentSymbol)
      : outline.flatMap((entry) => toSymbolInformation(entry, params.textDocument.uri));
  }));
  const tokens = (params: SemanticTokensParams, range?: Range): SemanticTokens => {
    const document = reportAt(params);
    return { data: document ? toTokenData(service.semanticTokens(document, range)) : [] };
  };
  connection.languages.semanticTokens.on(guard.request<SemanticTokensParams, SemanticTokens>('semanticTokens', { data: [] },
    (params) => tokens(params)));
  connection.languages.semanticTokens.onRange(guard.request<SemanticTokensRangeParams, SemanticTokens>('semanticTokens/range',
    { data: [] }, (params) => tokens(params, params.range)));
  connection.onRequest(statesMethod, guard.request<DocumentParams, readonly ReportState[]>(statesMethod, [], ({ uri }) => {
    const document = reportAt({ textDocument: { uri } });
    return document ? service.states(document) : [];
  }));
  connection.onRequest(editsMethod, guard.request<EditsParams, EditsResult | null>(editsMethod, null, ({ uri, kind }) => {
    const document = reportAt({ textDocument: { uri } });
    return document && session ? session.actions.edits(document, kind) : null;
  }));

  connection.onRequest(formViewMethod, guard.request<FormViewParams, FormViewResult | null>(formViewMethod, null, ({ uri, report }) => {
    const document = reportAt({ textDocument: { uri } });
    if (!document) {
      return null;
    }
    const shown = Math.max(0, Math.min(report, service.summaries(document).length - 1));
    const view = { version: document.version, report: shown, reports: service.formViews(document, shown) };
    return isWronglyDecoded(document) ? { ...view, wrongEncoding: true } : view;
  }));
  connection.onRequest(formEditMethod, guard.request<FormEditParams, VersionedFormEdit | null>(formEditMethod, null, ({ uri, edit }) => {
    const document = reportAt({ textDocument: { uri } });
    if (!document) {
      return null;
    }
    const { version } = document;
    return isWronglyDecoded(document) ? { version, edits: [], wrongEncoding: true } : { version, ...service.formEdits(document, edit) };
  }));

  serveReading({ connection, guard, service, find: reportAt, client: () => session?.client });
  serveEditing({ connection, guard, service, find: reportAt });
  serveWriting({ connection, guard, service, find: reportAt });
  serveFolder({ connection, guard, service, session: () => session });

  documents.listen(connection);
  connection.listen();

  function createSession(client: ClientSupport, params: InitializeParams): Session {
    const settings = createSettingsSource({
      connection, client, service, log,
      readFile: runtime.readFile,
      folders: params.workspaceFolders?.map((folder) => folder.uri) ?? [],
      changed: () => {
        session?.diagnostics.settingsChanged(documents.all());
        if (client.options.checksFiles) {
          void connection.sendNotification(settingsChangedMethod);
        }
      },
      documents: () => documents.all(),
    });
    const findings = (document: ReportDocument): readonly Diagnostic[] =>
      isSettingsFile(document.uri) ? settings.problems(document) : service.diagnostics(document);
    return {
      client,
      settings,
      diagnostics: createDiagnosticsChannel({ connection, client, findingsOf: findings, later: runtime.later }),
      actions: createActions({ connection, service, client, settings, find: (uri) => documents.get(uri) }),
    };
  }

  function reportAt(params: { readonly textDocument: { readonly uri: string } }): ReportDocument | undefined {
    const document = documents.get(params.textDocument.uri);
    return document && !isSettingsFile(document.uri) ? document : undefined;
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

function hoverContents(markdown: string, client: ClientSupport): Hover['contents'] {
  return { kind: client.markdownHover ? 'markdown' : 'plaintext', value: markdown };
}

function initializeResult(client: ClientSupport): InitializeResult {
  return {
    serverInfo: { name: diagnosticSource },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: false, workspaceDiagnostics: false },
      }),
      ...(client.actionLiterals && {
        codeActionProvider: {
          codeActionKinds: ['quickfix', 'refactor.rewrite', recomputeTotalsKind],
          resolveProvider: client.resolvesEdits,
        },
      }),
      ...readingCapabilities(client),
      ...editingCapabilities(client),
      ...writingCapabilities,
      hoverProvider: true,
      documentSymbolProvider: true,
      semanticTokensProvider: { legend: { tokenTypes: tokenLegend, tokenModifiers: [] }, full: true, range: true },
    },
  };
}
