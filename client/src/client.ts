import { commands, env, l10n, window, type ExtensionContext } from 'vscode';
import { watchActiveReport } from './active-report.ts';
import { registerCommands } from './commands.ts';
import { watchHints } from './inlay-hints.ts';
import { registerIdentities } from './computation/identities.ts';
import { createCompiling } from './compile/index.ts';
import { connect, type NewClient } from './connection.ts';
import { watchEncodings } from './encoding.ts';
import { createExports } from './export/index.ts';
import { createFolderPages } from './folder-page/index.ts';
import { createFolderCheck } from './folder/index.ts';
import { watchLastYear } from './folder/last-year.ts';
import { offerWalkthrough } from './first-steps.ts';
import { watchForms } from './known-forms.ts';
import { registerGuide } from './guide.ts';
import { createNewReports } from './new-report/index.ts';
import { createOfficeTexts } from './office/index.ts';
import { offerLanguage } from './offer-language.ts';
import { createPreviews } from './preview/index.ts';
import { createTables } from './tables/index.ts';
import { registerSettingsFile } from './settings-file.ts';
import { createReportsView } from './views/reports.ts';

/** Starts all that the extension does in a host; the server itself starts with the first report. */
export function startClient(context: ExtensionContext, newClient: NewClient): void {
  const log = window.createOutputChannel(l10n.t('Government Disclosure Reports'), { log: true });
  log.debug(`${env.appName}, ${env.language}`);
  const forms = watchForms(log);
  const server = connect(context, newClient, log, forms);
  const encodings = watchEncodings(forms);
  const folder = createFolderCheck(server, forms, log);
  const previews = createPreviews(context, server);
  const active = watchActiveReport(server, previews.front);
  context.subscriptions.push(
    log,
    forms,
    server,
    active,
    encodings,
    server.onWrongEncoding((uri) => encodings.offer(uri)),
    folder,
    watchLastYear(server, forms, log),
    createOfficeTexts(server),
    createReportsView(server, folder),
    previews,
    commands.registerCommand('disclosureReport.showPreview', active.command(async ({ document }) => previews.open(document.uri))),
    createNewReports(server, active, forms),
    createCompiling(server, active, folder),
    createExports(server, active),
    createFolderPages(context, server, folder),
    createTables(server, active),
    registerIdentities(server, active),
    watchHints(server.client),
    registerGuide(context),
    registerSettingsFile(active),
    offerLanguage(context, server),
    offerWalkthrough(context, server),
    registerCommands(server, active, log),
  );
}
