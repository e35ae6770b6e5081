import { MarkupKind, type InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

/** What the client at the other end can do. */
export interface ClientSupport {
  readonly pullsDiagnostics: boolean;
  /** May ask for the findings of files that are not open: the server can read them, and the client does not have them checked itself. */
  readonly pullsFolders: boolean;
  /** Takes diagnostics that are sent unasked, too. */
  readonly takesDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly resolvesEdits: boolean;
  readonly actionLiterals: boolean;
  readonly documentChanges: boolean;
  readonly changeAnnotations: boolean;
  readonly createsFiles: boolean;
  readonly nestedSymbols: boolean;
  readonly markdownHover: boolean;
  readonly definitionLinks: boolean;
  readonly configuration: boolean;
  /** Tells of changed settings when it is asked to. */
  readonly tellsConfiguration: boolean;
  readonly watchesFiles: boolean;
  /** Shows a document when it is asked to. */
  readonly showsDocuments: boolean;
  readonly inlayHints: boolean;
  /** The types of tokens that it knows. */
  readonly tokenTypes: readonly string[];
  readonly options: InitializationOptions;
}

/** What the server has of itself. */
interface ServerMeans {
  /** For a client that names no others. */
  readonly pages?: Pick<InitializationOptions, 'rulePages' | 'formPages'>;
  /** Whether it can go through folders. */
  readonly readsFolders: boolean;
}

export function clientSupport(params: InitializeParams, { pages, readsFolders }: ServerMeans): ClientSupport {
  const options = { ...pages, ...(params.initializationOptions ?? {}) as InitializationOptions };
  const { textDocument, window, workspace } = params.capabilities;
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const diagnostics = pulled ?? published;
  return {
    pullsDiagnostics: pulled !== undefined,
    pullsFolders: pulled !== undefined && readsFolders && options.checksFiles !== true,
    takesDiagnostics: published !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostics?.relatedInformation === true || published?.relatedInformation === true,
    codeDescription: diagnostics?.codeDescriptionSupport === true || published?.codeDescriptionSupport === true,
    resolvesEdits: textDocument?.codeAction?.dataSupport === true
      && textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    actionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.documentChanges === true
      && workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    createsFiles: workspace?.workspaceEdit?.documentChanges === true
      && workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    configuration: workspace?.configuration === true,
    tellsConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsDocuments: window?.showDocument?.support === true,
    inlayHints: textDocument?.inlayHint !== undefined,
    tokenTypes: textDocument?.semanticTokens?.tokenTypes ?? [],
    options,
  };
}
