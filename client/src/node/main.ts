import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient } from '../client.ts';
import { provideTasks } from './tasks.ts';

/** The extension on the desktop: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.ipc };
  context.subscriptions.push(provideTasks(context));
  startClient(context, (options) =>
    new LanguageClient('disclosureReport', 'Disclosure Report', { run: server, debug: server }, options));
}
