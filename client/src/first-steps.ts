import { commands, ExtensionMode, l10n, window, type Disposable, type ExtensionContext } from 'vscode';
import type { ServerConnection } from './connection.ts';

const known = 'disclosureReport.hasOfferedWalkthrough';

/** Says once, at the first report that is ever opened, where it is shown how one goes on: nobody looks for that unasked. */
export function offerWalkthrough({ extensionMode, globalState }: ExtensionContext, server: ServerConnection): Disposable {
  let isDone = extensionMode === ExtensionMode.Test || globalState.get(known) === true;
  return server.onDidChangeDocuments(() => {
    if (!isDone && server.documents.size > 0) {
      isDone = true;
      void globalState.update(known, true).then(offer);
    }
  });
}

async function offer(): Promise<void> {
  const how = l10n.t('Show How');
  const answer = await window.showInformationMessage(
    l10n.t('Disclosure reports are checked as they are opened. What comes next, from a draft to the printed form?'), how);
  if (answer === how) {
    await commands.executeCommand('disclosureReport.openWalkthrough');
  }
}
