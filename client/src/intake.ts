import { Disposable, window, workspace, type LogOutputChannel, type TextDocument } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { atRest } from './at-rest.ts';
import { logFailure } from './failures.ts';
import type { ReportFilter } from './reports.ts';

/** Sees that the server gets each document that is a report, and is started for the first one. */
interface Intake extends Disposable {
  /** Sees that the server has a document if it is a report; tells whether it is one. */
  take(document: TextDocument): Promise<boolean>;
  /** Whether a document is a report that waits for the server to start. */
  isAwaited(document: TextDocument): boolean;
  /** Looks at all documents that are open. */
  considerAll(): void;
}

interface IntakeOptions {
  readonly client: BaseLanguageClient;
  /** Those that the server has, by URI. */
  readonly documents: ReadonlyMap<string, TextDocument>;
  readonly filter: ReportFilter;
  readonly log: LogOutputChannel;
  /** Other documents wait for the server now. */
  changed(): void;
}

/** How long a text that is no report yet has to rest before it is looked at again, in milliseconds. */
const rest = 300;

export function createIntake({ client, documents, filter, log, changed }: IntakeOptions): Intake {
  let isStarting = false;
  const isTaken = ({ uri }: TextDocument): boolean => documents.has(uri.toString());

  async function consider(document: TextDocument): Promise<void> {
    if (isTaken(document) || !filter.isReport(document)) {
      return;
    }
    if (client.isRunning()) {
      await client.getFeature('textDocument/didOpen').getProvider(document)?.send(document);
    } else if (client.needsStart()) {
      isStarting = true;
      changed();
      try {
        await client.start();
      } finally {
        isStarting = false;
      }
    }
  }

  const considerSafely = (document: TextDocument): void => void consider(document).catch(logFailure(log));
  const considerAll = (): void => workspace.textDocuments.forEach(considerSafely);
  const typed = atRest(rest, considerSafely);
  const listeners = Disposable.from(
    typed,
    workspace.onDidOpenTextDocument((document) => {
      if (!client.isRunning()) {
        considerSafely(document);
      }
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && !isTaken(document)) {
        typed.ask(document);
      }
    }),
    window.tabGroups.onDidChangeTabs(considerAll),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        // Documents that were opened while the server was starting.
        considerAll();
      }
    }),
  );
  return {
    async take(document) {
      if (filter.isReport(document)) {
        await client.start();
        await consider(document);
      }
      return isTaken(document);
    },
    isAwaited: (document) => isStarting && !isTaken(document) && filter.isReport(document),
    considerAll,
    dispose: () => listeners.dispose(),
  };
}
