import {
  WorkspaceDiagnosticRequest, type CancellationToken, type Connection, type Diagnostic, type WorkspaceDiagnosticParams, type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { languageOfFile } from '../report-files.ts';
import type { ReportDocument, ReportService } from '../service-types.ts';
import type { ClientSupport } from './client-support.ts';
import { toDiagnostic } from './convert.ts';
import type { SettingsSource } from './settings.ts';
import type { Together } from './together.ts';

/** The texts below a folder, where the server can read them itself. */
export interface FolderTexts {
  /** Those in which reports come by their names, by URI, each with what tells whether it has been written since. */
  list(folder: string): ReadonlyMap<string, string>;
  /** @throws where the file cannot be read */
  read(uri: string): Promise<string>;
}

/** Gives one client the findings of files that are not open, when it asks for those of the workspace. */
export interface WorkspaceDiagnostics {
  pull(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport>;
  /** Whether the client is to ask again where other reports have changed what is found in files. */
  readonly wantsRefresh: boolean;
  /** All files have to be checked again. */
  settingsChanged(): void;
}

interface WorkspaceDiagnosticsContext {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly service: ReportService;
  readonly settings: SettingsSource;
  readonly together: Together;
  readonly texts: FolderTexts | undefined;
  readonly folders: () => readonly string[];
  readonly documentAt: (uri: string) => ReportDocument | undefined;
  readonly log: (message: string) => void;
}

/** What is known of a file; without a name of its findings where it is no report, or could not be read. */
interface KnownFile {
  readonly stamp: string;
  readonly resultId: string | undefined;
}

type Send = (item: WorkspaceDocumentDiagnosticReport) => void;

/** Of a file nothing is kept but its stamp, and what other reports have to know of it. */
export function createWorkspaceDiagnostics(context: WorkspaceDiagnosticsContext): WorkspaceDiagnostics {
  const { client, together, texts, folders, documentAt } = context;
  let known = new Map<string, KnownFile>();
  let lastResult = 0;
  let pulls = 0;
  let hasPulled = false;

  async function check(uri: string, stamp: string, wasTold: boolean, send: Send): Promise<void> {
    const items = await findingsIn(uri, context);
    lastResult += 1;
    const resultId = items && String(lastResult);
    if (!documentAt(uri)) {
      known.set(uri, { stamp, resultId });
    }
    if (items !== undefined && resultId !== undefined) {
      send({ kind: 'full', uri, version: null, resultId, items });
    } else if (wasTold) {
      send(nothingIn(uri));
    }
  }

  function listAll(): ReadonlyMap<string, string> {
    return new Map(folders().flatMap((folder) => [...texts?.list(folder) ?? []]));
  }

  async function pullFrom(files: ReadonlyMap<string, string>, previous: ReadonlyMap<string, string>, send: Send, token: CancellationToken): Promise<void> {
    const gone = [...known.keys()].filter((uri) => !files.has(uri));
    gone.forEach((uri) => known.delete(uri));
    together.forget(gone);
    // Of a file that is open the client asks for itself: what it was told of it before would stand there twice.
    [...previous.keys()].filter((uri) => !files.has(uri) || documentAt(uri)).forEach((uri) => send(nothingIn(uri)));
    for (const [uri, stamp] of files) {
      const told = previous.get(uri);
      const last = known.get(uri);
      if (token.isCancellationRequested) {
        return;
      }
      if (documentAt(uri)) {
        known.delete(uri);
        continue;
      }
      if (last?.stamp === stamp && last.resultId === told) {
        if (told !== undefined) {
          send({ kind: 'unchanged', uri, version: null, resultId: told });
        }
      } else {
        await check(uri, stamp, told !== undefined, send);
      }
    }
    // What a report shows beside another is known when both have been read.
    for (const uri of together.stale()) {
      const stamp = files.get(uri);
      if (stamp !== undefined && !token.isCancellationRequested) {
        await check(uri, stamp, true, send);
      }
    }
  }

  return {
    get wantsRefresh() {
      return hasPulled && pulls === 0 && client.refreshesDiagnostics;
    },
    settingsChanged() {
      known = new Map();
    },
    async pull({ previousResultIds, partialResultToken }, token) {
      const items = new Map<string, WorkspaceDocumentDiagnosticReport>();
      const send: Send = partialResultToken === undefined
        ? (item) => void items.set(item.uri, item)
        : (item) => void context.connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, { items: [item] });
      hasPulled = true;
      pulls += 1;
      try {
        await pullFrom(listAll(), new Map(previousResultIds.map(({ uri, value }) => [uri, value])), send, token);
      } finally {
        pulls -= 1;
      }
      return { items: [...items.values()] };
    },
  };
}

/** Without a name, so that it is not asked about again. */
function nothingIn(uri: string): WorkspaceDocumentDiagnosticReport {
  return { kind: 'full', uri, version: null, items: [] };
}

/** @returns nothing where the file holds no report */
async function findingsIn(uri: string, context: WorkspaceDiagnosticsContext): Promise<Diagnostic[] | undefined> {
  const { client, service, settings, together, texts, documentAt, log } = context;
  try {
    const document = service.open(uri, languageOfFile(uri) ?? 'plaintext', 0, await texts?.read(uri) ?? '');
    const own = await settings.settingsOf(uri);
    service.configure(document, own);
    if (!documentAt(uri) && service.isReport(document) && !service.isBegun(document)) {
      together.feed(document, own);
      return service.diagnostics(document).map((finding) => toDiagnostic(finding, document, client));
    }
  } catch (error) {
    log(`${uri}: ${error instanceof Error ? error.message : String(error)}`);
  }
  together.forget([uri]);
  return undefined;
}
