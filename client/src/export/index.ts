import { commands, Disposable, env, l10n, UIKind, Uri, window, workspace, type QuickPickItem, type TextEditor } from 'vscode';
import { exportMethod, fromBase64, officeScheme, toBase64, type ExportFormat, type ExportParams, type ExportResult } from '../../../server/src/lsp/protocol.ts';
import type { ActiveReport } from '../active-report.ts';
import type { ServerConnection } from '../connection.ts';
import { nameOf } from '../file-names.ts';
import { fileOf } from '../office/address.ts';

/** What a caller gives, such as a keybinding's arguments, is not asked for. */
interface Given {
  readonly to?: ExportFormat;
  readonly target?: Uri;
  /** Where the dialog begins. */
  readonly folder?: Uri;
}

interface FormatItem extends QuickPickItem {
  readonly to: ExportFormat;
}

/** The commands that write the report in front, its figures or its check sheet into a file. */
export function createExports(server: ServerConnection, active: ActiveReport): Disposable {
  const register = (name: string, isCheckSheet: boolean): Disposable => commands.registerCommand(`disclosureReport.${name}`, (given?: Given | Uri) =>
    active.command((editor) => exportFrom(server, editor, isCheckSheet, given instanceof Uri ? {} : given))(given));
  return Disposable.from(register('exportReport', false), register('exportCheckSheet', true));
}

async function exportFrom(server: ServerConnection, editor: TextEditor, isCheckSheet: boolean, given: Given = {}): Promise<void> {
  const to = given.to ?? (await window.showQuickPick(isCheckSheet ? pages() : [...pages(), ...figures()], {
    title: isCheckSheet ? l10n.t('Export the Check Sheet') : l10n.t('Export the Report'),
  }))?.to;
  if (to === undefined) {
    return;
  }
  const result = await server.request(exportMethod, await paramsOf(editor, to, isCheckSheet));
  if (!result || 'refusal' in result) {
    void window.showWarningMessage(result?.refusal ?? l10n.t('The report could not be exported. The log says more.'));
    return;
  }
  const target = given.target ?? await askTarget(given.folder ?? folderOf(editor.document.uri), result.name, to);
  if (target) {
    await workspace.fs.writeFile(target, fromBase64(result.bytes));
    await tell(target, result);
  }
}

async function paramsOf({ document: { uri }, selection }: TextEditor, to: ExportFormat, isCheckSheet: boolean): Promise<ExportParams> {
  const { line, character } = selection.active;
  const isOffice = isCheckSheet && uri.scheme === officeScheme;
  return {
    uri: uri.toString(), position: { line, character }, to, isCheckSheet,
    ...(isOffice ? { file: toBase64(await workspace.fs.readFile(fileOf(uri))) } : {}),
  };
}

function pages(): FormatItem[] {
  return [
    { to: 'docx', label: l10n.t('Word document'), description: '.docx' },
    { to: 'html', label: l10n.t('Web page'), description: '.html' },
  ];
}

function figures(): FormatItem[] {
  return [
    { to: 'xlsx', label: l10n.t('Figures as a workbook'), description: '.xlsx' },
    { to: 'csv', label: l10n.t('Figures as CSV'), description: '.csv' },
    { to: 'json', label: l10n.t('Figures as JSON'), description: '.json' },
  ];
}

/** The folder of the file that a document is of; of one that no file holds, the first that is open. */
function folderOf(document: Uri): Uri | undefined {
  const file = fileOf(document);
  return file.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(file, '..');
}

/** The editor asks by itself before a file is overwritten. */
function askTarget(folder: Uri | undefined, name: string, to: ExportFormat): Thenable<Uri | undefined> {
  const fileName = `${name.replace(/[\u0000-\u001f<>:"/\\|?*]/gu, '_')}.${to}`;
  return window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, fileName) } : {}), filters: { [to.toUpperCase()]: [to] }, title: l10n.t('Export'),
  });
}

async function tell(target: Uri, { remarks }: Extract<ExportResult, { readonly bytes: string }>): Promise<void> {
  const name = nameOf(target);
  const message = remarks.length === 0 ? l10n.t('{0} was written.', name) : l10n.t('{0} was written: {1}.', name, remarks.join(l10n.t('; ')));
  // A file of another machine is out of reach of the programs on this one.
  const isHere = target.scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
  const open = l10n.t('Open');
  void (remarks.length === 0 ? window.showInformationMessage : window.showWarningMessage)(message, ...isHere ? [open] : []).then((chosen) =>
    (chosen === open ? env.openExternal(target) : undefined));
}
