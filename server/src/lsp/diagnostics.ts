import {
  DocumentDiagnosticReportKind, type Connection, type Diagnostic, type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnostic as Finding, ReportDocument } from '../service-types.ts';
import type { ClientSupport } from './client-support.ts';
import { toDiagnostic } from './convert.ts';

/** Gives one client its diagnostics: when it asks, or else when something has changed; never both. */
export interface DiagnosticsChannel {
  /** Answers a client that asks. */
  pull(document: ReportDocument, params: DocumentDiagnosticParams): DocumentDiagnosticReport;
  /** Something changed in the document; called when no more messages are waiting. */
  documentChanged(document: ReportDocument): void;
  documentClosed(uri: string): void;
  /** Settings changed: all findings may be other ones. */
  settingsChanged(documents: readonly ReportDocument[]): void;
}

export function createDiagnosticsChannel(
  connection: Connection, client: ClientSupport, findingsOf: (document: ReportDocument) => readonly Finding[],
): DiagnosticsChannel {
  const resultIds = createResultIds();
  const converted = new WeakMap<Finding, Diagnostic>();
  const convertOne = (document: ReportDocument, finding: Finding): Diagnostic => {
    const diagnostic = converted.get(finding) ?? toDiagnostic(finding, document, client);
    converted.set(finding, diagnostic);
    return diagnostic;
  };
  const convert = (document: ReportDocument, findings: readonly Finding[]): Diagnostic[] =>
    findings.map((finding) => convertOne(document, finding));
  const publish = (document: ReportDocument): void => {
    if (!client.pullsDiagnostics) {
      const { uri, version } = document;
      void connection.sendDiagnostics({ uri, version, diagnostics: convert(document, findingsOf(document)) });
    }
  };
  return {
    pull(document, { previousResultId }) {
      const findings = findingsOf(document);
      const resultId = resultIds(findings);
      return previousResultId === resultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items: convert(document, findings) };
    },
    documentChanged: publish,
    documentClosed(uri) {
      if (!client.pullsDiagnostics) {
        void connection.sendDiagnostics({ uri, diagnostics: [] });
      }
    },
    settingsChanged(documents) {
      if (client.pullsDiagnostics && client.refreshesDiagnostics) {
        connection.languages.diagnostics.refresh();
      }
      documents.forEach(publish);
    },
  };
}

/** A name for each list of findings; the service gives the same list until something changes. */
function createResultIds(): (findings: readonly Finding[]) => string {
  const ids = new WeakMap<readonly Finding[], string>();
  let last = 0;
  return (findings) => {
    let id = ids.get(findings);
    if (id === undefined) {
      last += 1;
      id = String(last);
      ids.set(findings, id);
    }
    return id;
  };
}
