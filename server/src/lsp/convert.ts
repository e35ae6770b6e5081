import * as l10n from '@vscode/l10n';
import {
  DiagnosticSeverity, SymbolKind, TextDocumentEdit, type AnnotatedTextEdit, type ChangeAnnotation, type Diagnostic,
  type DiagnosticRelatedInformation, type DocumentSymbol, type Location, type SymbolInformation, type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Severity } from '../rules/codes.ts';
import type {
  Diagnostic as Finding, OutlineEntry, Range, ReportDocument, SemanticToken, TextEdit, TokenType,
} from '../service-types.ts';
import type { ClientSupport } from './client-support.ts';
import { diagnosticSource } from './protocol.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(finding: Finding, document: ReportDocument, client: ClientSupport): Diagnostic {
  const diagnostic: Diagnostic = {
    range: finding.range,
    severity: severities[finding.severity],
    code: finding.code,
    source: diagnosticSource,
    message: finding.message,
  };
  if (client.codeDescription && client.options.rulePages) {
    diagnostic.codeDescription = { href: `${client.options.rulePages}${finding.code}.md` };
  }
  if (client.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = relatedPlaces(finding, document);
  }
  return diagnostic;
}

/** Editors show each related place in a line of its own below the finding: more than so many would hide the next findings. */
const mostPlaces = 4;

function relatedPlaces({ related, range: own }: Finding, document: ReportDocument): DiagnosticRelatedInformation[] {
  const shown = related.length > mostPlaces ? related.slice(0, mostPlaces - 1) : related;
  const rest = related.length - shown.length;
  return [
    ...shown.map(({ range, message, uri }) => ({ location: { uri: uri ?? document.uri, range }, message })),
    ...(rest > 0 ? [{ location: { uri: document.uri, range: own }, message: l10n.t('Other places: {0}', rest) }] : []),
  ];
}

/** The edits of one version of a document; a client that can compare versions refuses them for any other. */
export function toWorkspaceEdit(
  document: ReportDocument, edits: readonly TextEdit[], client: ClientSupport, annotation?: ChangeAnnotation,
): WorkspaceEdit {
  if (!client.documentChanges) {
    return { changes: { [document.uri]: [...edits] } };
  }
  const { uri, version } = document;
  if (!annotation || !client.changeAnnotations) {
    return { documentChanges: [TextDocumentEdit.create({ uri, version }, [...edits])] };
  }
  const annotated = edits.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: annotation.label }));
  return {
    documentChanges: [TextDocumentEdit.create({ uri, version }, annotated)],
    changeAnnotations: { [annotation.label]: annotation },
  };
}

const symbolKinds: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  report: SymbolKind.File,
  section: SymbolKind.Module,
  subheading: SymbolKind.String,
  table: SymbolKind.Array,
  row: SymbolKind.Field,
};

export function toDocumentSymbol(entry: OutlineEntry): DocumentSymbol {
  return {
    name: entry.name,
    detail: entry.detail,
    kind: symbolKinds[entry.kind],
    range: entry.range,
    selectionRange: entry.selectionRange,
    children: entry.children.map(toDocumentSymbol),
  };
}

/** The outline without its nesting, for clients that know no other. */
export function toSymbolInformation(entry: OutlineEntry, uri: string, containerName?: string): SymbolInformation[] {
  const own: SymbolInformation = { name: entry.name, kind: symbolKinds[entry.kind], location: { uri, range: entry.range } };
  if (containerName !== undefined) {
    own.containerName = containerName;
  }
  return [own, ...entry.children.flatMap((child) => toSymbolInformation(child, uri, entry.name))];
}

/** The token types by their place in the legend. */
const tokenTypes: readonly TokenType[] = ['figure', 'total', 'label', 'heading', 'unit'];

/** What comes nearest to a type of ours among those that the protocol names. */
const standardTypes: Readonly<Record<TokenType, string>> = { figure: 'number', total: 'keyword', label: 'property', heading: 'class', unit: 'type' };

/**
 * The legend's names: prefixed, because a client has one name space for all languages; those of the protocol for a client
 * that lists them and not ours, and would not know how to colour those.
 */
export function tokenLegend({ tokenTypes: known, options }: Pick<ClientSupport, 'tokenTypes' | 'options'>): string[] {
  return tokenTypes.map((type) => {
    const own = `report${type.slice(0, 1).toUpperCase()}${type.slice(1)}`;
    return options.reportTokens === true || known.includes(own) || !known.includes(standardTypes[type]) ? own : standardTypes[type];
  });
}

/** Five numbers a token, each place relative to the token before, as the protocol packs them. */
export function toTokenData(tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokens) {
    const lines = token.line - line;
    data.push(lines, lines === 0 ? token.character - character : token.character, token.length,
      tokenTypes.indexOf(token.type), 0);
    ({ line, character } = token);
  }
  return data;
}

export function toLocations(uri: string, ranges: readonly Range[]): Location[] {
  return ranges.map((range) => ({ uri, range }));
}
