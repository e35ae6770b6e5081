import * as l10n from '@vscode/l10n';
import {
  DocumentHighlightKind, FoldingRangeKind, type CodeLens, type CodeLensParams, type Connection, type Definition, type DefinitionLink,
  type DefinitionParams, type DocumentHighlight, type DocumentHighlightParams, type DocumentLink, type DocumentLinkParams, type FoldingRange, type FoldingRangeParams,
  type InlayHint, type InlayHintParams, type Location, type ReferenceParams, type SelectionRange, type SelectionRangeParams,
  type ServerCapabilities, type SignatureHelp, type SignatureHelpParams,
} from 'vscode-languageserver';
import type { IdentityList, Range, ReportDocument, ReportService } from '../service-types.ts';
import type { ClientSupport } from './client-support.ts';
import type { Guard } from './guard.ts';
import { identitiesMethod, showIdentitiesCommand, type DocumentParams } from './protocol.ts';

export interface ReadingContext {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly service: ReportService;
  /** The open report that a request is about. */
  readonly find: (params: { readonly textDocument: { readonly uri: string } }) => ReportDocument | undefined;
  /** Undefined until the client has introduced itself. */
  readonly client: () => ClientSupport | undefined;
}

export function readingCapabilities(client: ClientSupport): ServerCapabilities {
  return {
    codeLensProvider: { resolveProvider: false },
    documentHighlightProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    ...(client.options.formPages !== undefined && { documentLinkProvider: { resolveProvider: false } }),
    foldingRangeProvider: true,
    signatureHelpProvider: { triggerCharacters: ['|'] },
    selectionRangeProvider: true,
    ...(client.options.inlayHints === true && { inlayHintProvider: { resolveProvider: false } }),
  };
}

/** Serves what shows how the figures of a report hang together. */
export function serveReading({ connection, guard, service, find, client }: ReadingContext): void {
  connection.onCodeLens(guard.request<CodeLensParams, CodeLens[]>('codeLens', [], (params) => {
    const document = find(params);
    const command = client()?.options.showsIdentities === true ? showIdentitiesCommand : '';
    return document ? service.identityLists(document).map((list) => toLens(list, document.uri, command)) : [];
  }));
  connection.onRequest(identitiesMethod, guard.request<DocumentParams, readonly IdentityList[]>(identitiesMethod, [], ({ uri }) => {
    const document = find({ textDocument: { uri } });
    return document ? service.identityLists(document) : [];
  }));
  connection.onDocumentHighlight(guard.request<DocumentHighlightParams, DocumentHighlight[]>('documentHighlight', [], (params) => {
    const document = find(params);
    return document ? service.highlights(document, params.position).map(({ range, kind }) =>
      ({ range, kind: kind === 'figure' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read })) : [];
  }));
  connection.onDefinition(guard.request<DefinitionParams, Definition | DefinitionLink[] | null>('definition', null, (params) => {
    const document = find(params);
    const found = document ? service.definition(document, params.position) : null;
    if (!document || !found) {
      return null;
    }
    const { origin, targets } = found;
    return client()?.definitionLinks === true
      ? targets.map((target) => ({
        originSelectionRange: origin, targetUri: document.uri, targetRange: target, targetSelectionRange: target,
      }))
      : toLocations(document.uri, targets);
  }));
  connection.onReferences(guard.request<ReferenceParams, Location[]>('references', [], (params) => {
    const document = find(params);
    const isIncluded = params.context.includeDeclaration;
    return document ? toLocations(document.uri, service.references(document, params.position, isIncluded)) : [];
  }));
  connection.onDocumentLinks(guard.request<DocumentLinkParams, DocumentLink[]>('documentLink', [], (params) => {
    const document = find(params);
    const pages = client()?.options.formPages;
    return document && pages !== undefined ? service.documentLinks(document).map(({ range, form }) =>
      ({ range, target: `${pages}${form}.md`, tooltip: l10n.t('Show the official form') })) : [];
  }));
  connection.onSignatureHelp(guard.request<SignatureHelpParams, SignatureHelp | null>('signatureHelp', null, (params) => {
    const document = find(params);
    const signature = document ? service.signature(document, params.position) : null;
    return signature && {
      signatures: [{ label: signature.label, parameters: signature.columns.map(({ start, end, path }) => ({ label: [start, end], documentation: path })) }],
      activeSignature: 0,
      activeParameter: signature.active,
    };
  }));
  connection.onFoldingRanges(guard.request<FoldingRangeParams, FoldingRange[]>('foldingRange', [], (params) => {
    const document = find(params);
    return document ? service.folds(document).map((fold) => ({ ...fold, kind: FoldingRangeKind.Region })) : [];
  }));
  connection.onSelectionRanges(guard.request<SelectionRangeParams, SelectionRange[] | null>('selectionRange', null, (params) => {
    const document = find(params);
    return document && service.isReport(document)
      ? params.positions.map((position) => toSelection(service.selectionRanges(document, position), position))
      : null;
  }));
  connection.languages.inlayHint.on(guard.request<InlayHintParams, InlayHint[]>('inlayHint', [], (params) => {
    const document = find(params);
    return document ? service.inlayHints(document, params.range).map((hint) => ({ ...hint, paddingLeft: true })) : [];
  }));
}

function toLens({ identities, range, report, table }: IdentityList, uri: string, command: string): CodeLens {
  const count = (state: string): number => identities.filter((identity) => identity.state === state).length;
  const title = l10n.t('{0} identities: {1} hold, {2} do not hold, {3} cannot be judged',
    identities.length, count('holds'), count('broken'), count('unknown'));
  return { range, command: { title, command, arguments: command === '' ? [] : [uri, report, table] } };
}

function toLocations(uri: string, ranges: readonly Range[]): Location[] {
  return ranges.map((range) => ({ uri, range }));
}

/** Nested from the inside out; where nothing is known around a position, the position itself. */
function toSelection(ranges: readonly Range[], position: Range['start']): SelectionRange {
  const outermost = ranges.at(-1) ?? { start: position, end: position };
  return ranges.slice(0, -1).reduceRight<SelectionRange>((parent, range) => ({ range, parent }), { range: outermost });
}
