import { commands, Disposable, EventEmitter, type Event } from 'vscode';
import { vsdiag, type Middleware } from 'vscode-languageclient';

/** Lets the user stop the checking for a while: nothing is found until it goes on. */
interface Pause extends Disposable {
  readonly isPaused: boolean;
  readonly onDidChange: Event<void>;
  readonly provideDiagnostics: NonNullable<Middleware['provideDiagnostics']>;
}

export function createPause(): Pause {
  const changed = new EventEmitter<void>();
  let isPaused = false;
  const set = (value: boolean): void => {
    if (value !== isPaused) {
      isPaused = value;
      void commands.executeCommand('setContext', 'disclosureReport.isPaused', value);
      changed.fire();
    }
  };
  const listeners = Disposable.from(
    changed,
    commands.registerCommand('disclosureReport.pauseChecking', () => set(true)),
    commands.registerCommand('disclosureReport.resumeChecking', () => set(false)),
  );
  return {
    get isPaused() {
      return isPaused;
    },
    onDidChange: changed.event,
    provideDiagnostics: (document, previousResultId, token, next) =>
      isPaused ? { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] } : next(document, previousResultId, token),
    dispose: () => listeners.dispose(),
  };
}
