import { CancellationTokenSource, commands, l10n, ProgressLocation, window, type CancellationToken, type Disposable } from 'vscode';

/** Shows how far the check of a folder has come: in its view, and counted in the status bar. */
interface FolderProgress extends Disposable {
  /** Runs a task until it ends; the command that stops it cancels the token. */
  run<Result>(task: (count: (done: number, all: number) => void, token: CancellationToken) => Promise<Result>): Promise<Result>;
}

export function createFolderProgress(): FolderProgress {
  const running = new Set<CancellationTokenSource>();
  const tell = (): void => void commands.executeCommand('setContext', 'disclosureReport.isCheckingFolder', running.size > 0);
  const stop = commands.registerCommand('disclosureReport.stopFolder', () => running.forEach((source) => source.cancel()));
  return {
    async run(task) {
      const source = new CancellationTokenSource();
      running.add(source);
      tell();
      const inStatusBar = { location: ProgressLocation.Window, title: l10n.t('Checking the reports of the folder') };
      try {
        return await window.withProgress({ location: { viewId: 'disclosureReport.reports' } }, () => window.withProgress(inStatusBar, (progress) =>
          task((done, all) => progress.report({ message: l10n.t('{0} of {1} files', done, all) }), source.token)));
      } finally {
        running.delete(source);
        source.dispose();
        tell();
      }
    },
    dispose: () => stop.dispose(),
  };
}
