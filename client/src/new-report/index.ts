import {
  commands, Disposable, l10n, Selection, TextEditorRevealType, Uri, window, workspace, WorkspaceEdit, type TextEditor,
} from 'vscode';
import {
  isOfficeFile, newReportMethod, nextReportMethod, officeScheme, type NewReportParams, type NewReportResult, type NextReportParams,
} from '../../../server/src/lsp/protocol.ts';
import type { ActiveReport } from '../active-report.ts';
import type { ServerConnection } from '../connection.ts';
import type { KnownForms } from '../known-forms.ts';
import { documentOf, fileOf, pathOf } from '../office/address.ts';
import { readOfficeFile } from '../office/texts.ts';
import { askKind, askOrgan, askYear, type Kind } from './ask.ts';
import { markedLines, showMarks } from './marks.ts';
import { openNew } from './untitled.ts';

const walkthrough = 'disclosure-report.disclosure-report#gettingStarted';

/** The commands that write a new report: the empty form of a year, or a report turned into the next year's. */
export function createNewReports(server: ServerConnection, active: ActiveReport, forms: KnownForms): Disposable {
  return Disposable.from(
    commands.registerCommand('disclosureReport.newReport', (given?: Partial<NewReportParams>) => writeNew(server, forms, given)),
    commands.registerCommand('disclosureReport.nextReport', (file?: unknown) => (file instanceof Uri && isOfficeFile(file.path)
      ? writeNextOf(server, file) : active.command((editor) => writeNext(server, editor))(file))),
    commands.registerCommand('disclosureReport.removeRevisionMarks', active.command(removeMarks)),
    commands.registerCommand('disclosureReport.nextRevisionMark', active.command(async (editor) => goToMark(editor, 1))),
    commands.registerCommand('disclosureReport.previousRevisionMark', active.command(async (editor) => goToMark(editor, -1))),
    commands.registerCommand('disclosureReport.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false)),
    showMarks(),
  );
}

/** What a caller gives, such as a keybinding's arguments, is not asked for. */
async function writeNew(server: ServerConnection, forms: KnownForms, given: Partial<NewReportParams> = {}): Promise<void> {
  const beside = window.activeTextEditor?.document.uri;
  const others = forms.otherReports(beside?.scheme === 'untitled' ? undefined : beside && fileOf(beside));
  const isKnown = given.report !== undefined || given.organ !== undefined || others.length === 0;
  const kind: Kind | undefined = isKnown ? given : await askKind(others);
  const organ = given.organ ?? (kind && await askOrgan());
  const year = given.year ?? (organ === undefined ? undefined : await askYear());
  if (organ !== undefined && year !== undefined) {
    await server.client.start();
    const params: NewReportParams = {
      organ, year, ...(kind?.report === undefined ? {} : { report: kind.report }), ...(beside ? { beside: beside.toString() } : {}),
    };
    await show(await server.request(newReportMethod, params), beside);
  }
}

async function writeNext(server: ServerConnection, { document: { uri }, selection }: TextEditor): Promise<void> {
  const { line, character } = selection.active;
  const params: NextReportParams = { uri: uri.toString(), position: { line, character } };
  const isShown = await show(await server.request(nextReportMethod, params), uri);
  if (isShown && uri.scheme === officeScheme) {
    await offerWord(fileOf(uri));
  }
}

/** From a Word file, a workbook or a PDF of last year, which is not opened by that. */
async function writeNextOf(server: ServerConnection, file: Uri): Promise<void> {
  const reading = await readOfficeFile(server, file);
  if ('unread' in reading) {
    void window.showWarningMessage(l10n.t('{0}: {1}', pathOf(file), reading.unread));
    return;
  }
  const params: NextReportParams = { uri: documentOf(file).toString(), position: { line: 0, character: 0 }, text: reading.text };
  if (await show(await server.request(nextReportMethod, params), file)) {
    await offerWord(file);
  }
}

/** Who comes from Word may go on there. */
async function offerWord(file: Uri): Promise<void> {
  const save = l10n.t('Save as Word File…');
  const message = l10n.t('The new report is a text that no file holds yet. Paragraphs marked to be revised lose their marks in a Word file.');
  if (await window.showInformationMessage(message, save) === save) {
    await commands.executeCommand('disclosureReport.exportReport', { to: 'docx', folder: Uri.joinPath(file, '..') });
  }
}

/** Shows a written report, which no file holds yet; false where there is none. */
async function show(result: NewReportResult | null, beside: Uri | undefined): Promise<boolean> {
  if (result && 'text' in result) {
    await window.showTextDocument(await openNew(result.text, beside));
    return true;
  }
  void window.showInformationMessage(result?.refusal || l10n.t('The report could not be written. The log says more.'));
  return false;
}

/** Takes the marks off the selected paragraphs, or off all of them where nothing is selected. */
async function removeMarks({ document, selections }: TextEditor): Promise<void> {
  const selected = selections.filter(({ isEmpty }) => !isEmpty);
  const lines = markedLines(document)
    .filter((line) => selected.length === 0 || selected.some((range) => range.start.line <= line + 1 && line <= range.end.line));
  if (lines.length === 0) {
    void window.showInformationMessage(l10n.t('No paragraph is marked to be revised.'));
    return;
  }
  const edit = new WorkspaceEdit();
  lines.forEach((line) => edit.delete(document.uri, document.lineAt(line).rangeIncludingLineBreak));
  await workspace.applyEdit(edit);
}

/** Selects the paragraph behind the next mark, or the one before, and begins anew behind the last. */
function goToMark(editor: TextEditor, step: 1 | -1): void {
  const { document, selection: { active } } = editor;
  const lines = markedLines(document);
  // The caret stands in the paragraph of a mark, on the line below it.
  const wanted = step === 1 ? lines.find((line) => line + 1 > active.line) ?? lines[0] : lines.findLast((line) => line + 1 < active.line) ?? lines.at(-1);
  if (wanted === undefined) {
    void window.showInformationMessage(l10n.t('No paragraph is marked to be revised.'));
    return;
  }
  const paragraph = document.lineAt(Math.min(wanted + 1, document.lineCount - 1)).range;
  editor.selection = new Selection(paragraph.end, paragraph.start);
  editor.revealRange(paragraph, TextEditorRevealType.InCenterIfOutsideViewport);
  window.setStatusBarMessage(l10n.t('Paragraph {0} of {1} to be revised', lines.indexOf(wanted) + 1, lines.length), 5000);
}
