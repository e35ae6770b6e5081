import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from '../client.ts';

/** The extension in a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server-web.js').toString(true);
  startClient(context, (options) =>
    new LanguageClient('disclosureReport', 'Disclosure Report', async () => new Worker(script), options));
}
