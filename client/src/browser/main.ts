import { Uri, workspace, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { extractPdfMethod, fromBase64, type ExtractPdfParams, type ExtractPdfResult, type InitializationOptions } from '../../../server/src/lsp/protocol.ts';
import { startClient } from '../client.ts';
import { createPdfReader } from './pdf-reader.ts';

/** The extension in a browser: the server is a worker, and so is what reads PDFs. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server-web.js').toString(true);
  // The transports are made here because the editor's stand-in for Worker is no instance of what the client looks for.
  const connect = async () => {
    const worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const pdfs = createPdfReader({
    startWorker: () => new Worker(Uri.joinPath(dist, 'pdf.js').toString(true)),
    readMap: async (name) => workspace.fs.readFile(Uri.joinPath(dist, 'cmaps', `${name}.bcmap`)),
  });
  context.subscriptions.push(pdfs);
  startClient(context, (options) => {
    const initializationOptions = { ...options.initializationOptions as InitializationOptions, extractsPdf: true } satisfies InitializationOptions;
    const client = new LanguageClient('disclosureReport', 'Disclosure Report', connect, { ...options, initializationOptions });
    client.onRequest<ExtractPdfResult, void>(extractPdfMethod, ({ bytes }: ExtractPdfParams) => pdfs.extract(fromBase64(bytes)));
    return client;
  });
}
