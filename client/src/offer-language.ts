import { l10n, languages, window, type Disposable, type ExtensionContext, type TextDocument } from 'vscode';
import { reportLanguage } from '../../server/src/lsp/protocol.ts';
import type { ServerConnection } from './connection.ts';

const refused = 'disclosureReport.keepsPlainText';

/**
 * Offers to show a report that is a plain text as what it is: lines of several hundred characters wrap then, and blanks at
 * their ends, which are cells in a text of Word's, are not trimmed when it is saved. Each text is asked about once.
 */
export function offerLanguage(context: ExtensionContext, server: ServerConnection): Disposable {
  const asked = new Set<string>();
  return server.onDidChangeDocuments(() => {
    const document = window.activeTextEditor?.document;
    if (document && document.languageId === 'plaintext' && server.documents.has(document.uri.toString())
      && !asked.has(document.uri.toString()) && context.globalState.get(refused) !== true) {
      asked.add(document.uri.toString());
      void offer(context, document);
    }
  });
}

async function offer(context: ExtensionContext, document: TextDocument): Promise<void> {
  const yes = l10n.t('Show as a Report');
  const never = l10n.t('Never');
  const answer = await window.showInformationMessage(
    l10n.t('This text is a disclosure report. Shown as one its long lines wrap, and blank cells at the ends of lines stay when it is saved.'), yes, never);
  if (answer === yes && !document.isClosed) {
    await languages.setTextDocumentLanguage(document, reportLanguage);
  } else if (answer === never) {
    await context.globalState.update(refused, true);
  }
}
