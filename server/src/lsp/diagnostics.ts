import {
  DocumentDiagnosticReportKind, type Connection, type Diagnostic, type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnostic as Finding, ReportDocument } from '../service-types.ts';
import { Notes } from '../syntax/notes.ts';
import type { ClientSupport } from './client-support.ts';
import { toDiagnostic } from './convert.ts';

/**
 * Gives one client its diagnostics: when it asks, or else when something has changed; never both. Some clients say that they
 * ask and never do: one that takes both ways and has not asked a second after a document was opened is sent them, until it asks.
 */
export interface DiagnosticsChannel {
  documentOpened(document: ReportDocument): void;
  /** Answers a client that asks. */
  pull(document: ReportDocument, params: DocumentDiagnosticParams): DocumentDiagnosticReport;
  /** Something changed in the document; called when no more messages are waiting. */
  documentChanged(document: ReportDocument): void;
  documentClosed(uri: string): void;
  /** Something else changed, as settings or other reports: findings may be other ones. */
  findingsChanged(documents: readonly ReportDocument[]): void;
}

interface DiagnosticsContext {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly findingsOf: (document: ReportDocument) => readonly Finding[];
  /** Runs a task after so many milliseconds, unless what it gives back is called before. */
  readonly later: (task: () => void, milliseconds: number) => () => void;
}

/** More related places than these, as of the many reports of one text, are not sent with every letter that is typed. */
const mostPlaces = 100;
/** So long after the last letter they follow, in milliseconds. */
const rest = 300;
/** So long after a document was opened a client that asks has asked, in milliseconds. */
const patience = 1000;

export function createDiagnosticsChannel({ connection, client, findingsOf, later }: DiagnosticsContext): DiagnosticsChannel {
  const resultIds = createResultIds();
  const conversion = createConversion(client);
  /** The version of each document that was told of last. */
  const told = new Notes<ReportDocument, number>();
  /** What calls off the sending of related places, by document for which they are held back. */
  const heldBack = new Map<string, () => void>();
  /** Whether findings are sent unasked. */
  let isPushing = !client.pullsDiagnostics;
  let hasPulled = false;
  /** Documents of which findings were sent. */
  const pushed = new Set<string>();
  /** What calls off the sending of findings that nobody has asked for yet, by document. */
  const unasked = new Map<string, () => void>();

  const callOff = (tasks: Map<string, () => void>, uri: string): void => {
    tasks.get(uri)?.();
    tasks.delete(uri);
  };
  const follow = (document: ReportDocument): void => {
    heldBack.delete(document.uri);
    if (isPushing) {
      publish(document);
    } else {
      connection.languages.diagnostics.refresh();
    }
  };
  /** What the client is to be told now: all, or while many related places would be sent at each letter, all but those. */
  const tell = (document: ReportDocument, findings: readonly Finding[]): { items: Diagnostic[]; isShort: boolean } => {
    const whole = conversion.whole(document, findings);
    const isTyped = (told.get(document) ?? document.version) !== document.version;
    const isShort = isTyped && (isPushing || client.refreshesDiagnostics) && placesIn(whole) > mostPlaces;
    told.set(document, document.version);
    callOff(heldBack, document.uri);
    if (isShort) {
      heldBack.set(document.uri, later(() => follow(document), rest));
    }
    return { items: isShort ? conversion.short(whole) : whole, isShort };
  };
  const publish = (document: ReportDocument): void => {
    if (isPushing) {
      const { uri, version } = document;
      pushed.add(uri);
      void connection.sendDiagnostics({ uri, version, diagnostics: tell(document, findingsOf(document)).items });
    }
  };
  const takeBack = (uri: string): void => {
    if (pushed.delete(uri)) {
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  };
  return {
    documentOpened(document) {
      if (!isPushing && !hasPulled && client.takesDiagnostics && client.options.pulls !== true) {
        unasked.set(document.uri, later(() => {
          isPushing ||= !hasPulled;
          publish(document);
        }, patience));
      }
    },
    pull(document, { previousResultId }) {
      hasPulled = true;
      isPushing = false;
      [...unasked.keys()].forEach((uri) => callOff(unasked, uri));
      pushed.forEach(takeBack);
      const findings = findingsOf(document);
      const resultId = resultIds(findings);
      if (previousResultId === resultId) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      }
      const { items, isShort } = tell(document, findings);
      return { kind: DocumentDiagnosticReportKind.Full, resultId: isShort ? `${resultId} without places` : resultId, items };
    },
    documentChanged: publish,
    documentClosed(uri) {
      callOff(heldBack, uri);
      callOff(unasked, uri);
      takeBack(uri);
    },
    findingsChanged(documents) {
      if (!isPushing && client.refreshesDiagnostics) {
        connection.languages.diagnostics.refresh();
      }
      documents.forEach(publish);
    },
  };
}

/** Findings as the client takes them. */
interface Conversion {
  whole(document: ReportDocument, findings: readonly Finding[]): Diagnostic[];
  /** The same without their related places. */
  short(diagnostics: readonly Diagnostic[]): Diagnostic[];
}

function createConversion(client: ClientSupport): Conversion {
  // The same objects again and again, so that what was written of them can be used again as well.
  const converted = new Notes<Finding, Diagnostic>();
  const shortened = new Notes<Diagnostic, Diagnostic>();
  return {
    whole: (document, findings) => findings.map((finding) => converted.of(finding, () => toDiagnostic(finding, document, client))),
    short: (diagnostics) => diagnostics.map((one) => shortened.of(one, withoutPlaces)),
  };
}

function placesIn(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.reduce((sum, { relatedInformation }) => sum + (relatedInformation?.length ?? 0), 0);
}

function withoutPlaces(diagnostic: Diagnostic): Diagnostic {
  const { relatedInformation, ...others } = diagnostic;
  return relatedInformation === undefined ? diagnostic : others;
}

/** A name for each list of findings; the service gives the same list until something changes. */
function createResultIds(): (findings: readonly Finding[]) => string {
  const ids = new Notes<readonly Finding[], string>();
  let last = 0;
  return (findings) => ids.of(findings, () => {
    last += 1;
    return String(last);
  });
}
