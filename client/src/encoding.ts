import { commands, l10n, window, workspace, type Uri } from 'vscode';

/** Tells that a document was read in a wrong encoding, and offers to read it again in another one. */
export async function offerEncodings(uri: Uri): Promise<void> {
  const reopen = l10n.t('Reopen with Encoding…');
  const answer = await window.showWarningMessage(
    l10n.t('{0} was read in a wrong encoding: some characters are lost. Until it is opened in its own encoding (GB18030, say), no correction is offered.',
      workspace.asRelativePath(uri)),
    reopen,
  );
  if (answer === reopen) {
    await window.showTextDocument(uri);
    await commands.executeCommand('workbench.action.editor.changeEncoding');
  }
}
