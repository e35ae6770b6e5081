import { commands, env, l10n, window, type ExtensionContext } from 'vscode';
import { registerCommands } from './commands.ts';
import { watchHints } from './computation/hints.ts';
import { registerIdentities } from './computation/identities.ts';
import { connect, type NewClient } from './connection.ts';
import { watchEncodings } from './encoding.ts';
import { createFolderCheck } from './folder/index.ts';
import { createNewReports } from './new-report/index.ts';
import { createPreviews } from './preview/index.ts';
import { createTables } from './tables/index.ts';
import { createReportsView } from './views/reports.ts';

/** Starts all that the extension does in a host; the server itself starts with the first report. */
export function startClient(context: ExtensionContext, newClient: NewClient): void {
  const log = window.createOutputChannel(l10n.t('Government Disclosure Reports'), { log: true });
  log.debug(`${env.appName}, ${env.language}`);
  const server = connect(context, newClient, log);
  const encodings = watchEncodings();
  const folder = createFolderCheck(server, log);
  const markActive = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    void commands.executeCommand('setContext', 'disclosureReport.isActive', uri !== undefined && server.documents.has(uri));
  };
  markActive();
  context.subscriptions.push(
    log,
    server,
    server.onDidChangeDocuments(markActive),
    window.onDidChangeActiveTextEditor(markActive),
    encodings,
    server.onWrongEncoding((uri) => encodings.offer(uri)),
    folder,
    createReportsView(server, folder),
    createPreviews(context, server),
    createNewReports(server),
    createTables(server),
    registerIdentities(server),
    watchHints(server.client),
    registerCommands(server, log),
  );
}
