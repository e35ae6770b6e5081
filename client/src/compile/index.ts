import { commands, Disposable, l10n, window, workspace, type QuickPickItem, type TextEditor } from 'vscode';
import {
  compilableMethod, compileIntoMethod, compileMethod, type CompilableYear,
} from '../../../server/src/lsp/protocol.ts';
import type { ActiveReport } from '../active-report.ts';
import { applyChosen } from '../choose-edits.ts';
import type { ServerConnection } from '../connection.ts';
import { offerEncodings } from '../encoding.ts';
import type { FolderCheck } from '../folder/index.ts';
import { openNew } from '../new-report/untitled.ts';

/** The commands that sum units' reports into their government's tables (汇总): as a new report, or into the one at hand. */
export function createCompiling(server: ServerConnection, active: ActiveReport, folder: FolderCheck): Disposable {
  return Disposable.from(
    commands.registerCommand('disclosureReport.compileUnits', (given?: Partial<CompilableYear>) => compileNew(server, folder, given)),
    commands.registerCommand('disclosureReport.compileUnitsHere', active.command(async (editor) => compileHere(server, folder, editor))),
  );
}

/** The units' reports are files that need not be open: without a look at the folder none of them is known. */
async function lookAround(server: ServerConnection, folder: FolderCheck): Promise<void> {
  await server.client.start();
  if (folder.reports.size === 0 && (workspace.workspaceFolders ?? []).length > 0) {
    await commands.executeCommand('disclosureReport.checkFolder');
  }
}

/** What a caller gives, such as a keybinding's arguments, is not asked for. */
async function compileNew(server: ServerConnection, folder: FolderCheck, given: Partial<CompilableYear> = {}): Promise<void> {
  await lookAround(server, folder);
  const known = await server.request(compilableMethod, {}) ?? [];
  const wanted = known.filter(({ organ, year }) => organ === (given.organ ?? organ) && year === (given.year ?? year));
  if (wanted.length === 0) {
    await tellOfNone();
    return;
  }
  const chosen = await chooseOne(wanted);
  if (!chosen) {
    return;
  }
  const beside = window.activeTextEditor?.document.uri;
  const { organ, year } = chosen;
  const compiled = await server.request(compileMethod, { organ, year, ...(beside ? { beside: beside.toString() } : {}) });
  if (!compiled || 'refusal' in compiled) {
    void window.showInformationMessage(compiled?.refusal ?? l10n.t('The report could not be written. The log says more.'));
    return;
  }
  await window.showTextDocument(await openNew(compiled.text, beside));
  tell(chosen, compiled.remarks);
}

async function compileHere(server: ServerConnection, folder: FolderCheck, editor: TextEditor): Promise<void> {
  await lookAround(server, folder);
  const { document: { uri }, selection: { active: { line, character } } } = editor;
  const compiled = await server.request(compileIntoMethod, { uri: uri.toString(), position: { line, character } });
  if (compiled?.wrongEncoding) {
    await offerEncodings(uri);
  } else if (!compiled) {
    await tellOfNone();
  } else if (compiled.changes.length === 0) {
    offerRemarks(l10n.t('The figures that can be summed are the sums of the units already.'), compiled.remarks);
  } else if (await applyChosen(editor, compiled, l10n.t('Figures to Be Set to the Sums of the Units'))) {
    offerRemarks(l10n.t('The sums of the units were written.'), compiled.remarks);
  }
}

function chooseOne(known: readonly CompilableYear[]): Thenable<CompilableYear | undefined> | CompilableYear | undefined {
  if (known.length === 1) {
    return known[0];
  }
  const items = known.map((one): QuickPickItem & { readonly one: CompilableYear } => ({
    one, label: l10n.t('{0}, year {1}', one.organ, String(one.year)), description: l10n.t('{0} of {1} units', one.present, one.units),
    ...(one.missing.length > 0 ? { detail: l10n.t('Missing: {0}', one.missing.join(l10n.t(', '))) } : {}),
  }));
  return window.showQuickPick(items, { title: l10n.t('Which units are to be summed?'), matchOnDetail: true }).then((item) => item?.one);
}

function tell({ organ, year, present, units }: CompilableYear, remarks: readonly string[]): void {
  offerRemarks(l10n.t('Summed for {0}, year {1}: {2} of {3} units.', organ, String(year), present, units), remarks);
}

/** What is in the sums and what is not is too long for a notice; it is no part of the report either. */
function offerRemarks(message: string, remarks: readonly string[]): void {
  const show = l10n.t('Show What Is in the Sums');
  void window.showInformationMessage(message, show).then(async (answer) => {
    if (answer === show) {
      await window.showTextDocument(await workspace.openTextDocument({ language: 'plaintext', content: `${[message, ...remarks].join('\n')}\n` }));
    }
  });
}

async function tellOfNone(): Promise<void> {
  const open = l10n.t('Open the Settings File');
  const message = l10n.t('No units below a government are known here whose reports could be summed. The settings file names them under "hierarchy".');
  if (await window.showInformationMessage(message, open) === open) {
    await commands.executeCommand('disclosureReport.openSettingsFile');
  }
}
