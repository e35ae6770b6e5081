import { commands, Disposable, l10n, window, workspace, type TextDocument, type Uri } from 'vscode';
import type { KnownForms } from './known-forms.ts';
import { pathOf } from './office/address.ts';
import { beginningOf, isCandidate } from './reports.ts';

/** Offers to read reports again that were read in a wrong encoding, each once while it is open. */
interface EncodingWatch extends Disposable {
  offer(uri: Uri): Promise<void>;
}

export function watchEncodings(forms: KnownForms): EncodingWatch {
  const offered = new Set<string>();
  const offerOnce = async (uri: Uri): Promise<void> => {
    const key = uri.toString();
    if (!offered.has(key)) {
      offered.add(key);
      await offerEncodings(uri);
    }
  };
  const look = async (document: TextDocument): Promise<void> => {
    if (await isReportInAnotherEncoding(document, forms)) {
      await offerOnce(document.uri);
    }
  };
  const listeners = Disposable.from(
    workspace.onDidOpenTextDocument((document) => void look(document)),
    workspace.onDidCloseTextDocument(({ uri }) => offered.delete(uri.toString())),
  );
  workspace.textDocuments.forEach((document) => void look(document));
  return { offer: offerOnce, dispose: () => listeners.dispose() };
}

/** Whether a text shows the marks of lost characters, and its file is a report when it is read as GB18030. */
async function isReportInAnotherEncoding(document: TextDocument, forms: KnownForms): Promise<boolean> {
  if (!isCandidate(document) || !beginningOf(document).includes('\uFFFD')) {
    return false;
  }
  try {
    return forms.isReport(new TextDecoder('gb18030').decode(await workspace.fs.readFile(document.uri)));
  } catch {
    // There is no such file, or no such decoder: nothing can be said then.
    return false;
  }
}

/** Tells that a document was read in a wrong encoding, and offers to read it again in another one. */
export async function offerEncodings(uri: Uri): Promise<void> {
  const reopen = l10n.t('Reopen with Encoding…');
  const answer = await window.showWarningMessage(
    l10n.t('{0} was read in a wrong encoding: some characters are lost. Until it is opened in its own encoding (GB18030, say), no correction is offered.',
      pathOf(uri)),
    reopen,
  );
  if (answer === reopen) {
    await window.showTextDocument(uri);
    await commands.executeCommand('workbench.action.editor.changeEncoding');
  }
}
