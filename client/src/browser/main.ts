import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from '../client.ts';

/** The extension in a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server-web.js').toString(true);
  // The transports are made here because the editor's stand-in for Worker is no instance of what the client looks for.
  const connect = async () => {
    const worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  startClient(context, (options) => new LanguageClient('disclosureReport', 'Disclosure Report', connect, options));
}
