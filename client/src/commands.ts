import {
  commands, Disposable, env, l10n, languages, Range, TextEditorRevealType, Uri, window, type Diagnostic,
  type LogOutputChannel, type TextEditor,
} from 'vscode';
import {
  diagnosticSource, editsMethod, statesMethod, type EditsParams, type Range as PlainRange,
} from '../../server/src/lsp/protocol.ts';
import type { ActiveReport } from './active-report.ts';
import { applyChosen } from './choose-edits.ts';
import type { ServerConnection } from './connection.ts';
import { offerEncodings } from './encoding.ts';
import { severityName } from './severity.ts';

export const revealCommand = 'disclosureReport.revealSection';

export function registerCommands(server: ServerConnection, active: ActiveReport, log: LogOutputChannel): Disposable {
  const register = (name: string, run: (file?: unknown) => unknown): Disposable =>
    commands.registerCommand(`disclosureReport.${name}`, run);
  return Disposable.from(
    register('recomputeTotals', active.command((editor) => applyEdits(server, editor, 'recomputeTotals'))),
    register('fillBlanks', active.command((editor) => applyEdits(server, editor, 'fillBlanks'))),
    commands.registerCommand('disclosureReport.copyFindings', (entry?: { readonly uri?: unknown }) =>
      (typeof entry?.uri === 'string' ? copyFindings(server, Uri.parse(entry.uri)) : active.command(({ document }) => copyFindings(server, document.uri))(entry))),
    register('insertSentence', active.command(async (editor) => {
      await window.showTextDocument(editor.document, editor.viewColumn);
      await commands.executeCommand('editor.action.triggerSuggest');
    })),
    register('showLog', () => log.show()),
    register('restartServer', () => server.restart()),
    commands.registerCommand(revealCommand, reveal),
  );
}

/** Asks the server for edits, shows them and applies those that stay ticked, in one step. */
async function applyEdits(server: ServerConnection, editor: TextEditor, kind: EditsParams['kind']): Promise<void> {
  const { document } = editor;
  const params: EditsParams = { uri: document.uri.toString(), kind };
  const result = await server.request(editsMethod, params);
  if (result?.wrongEncoding) {
    await offerEncodings(document.uri);
    return;
  }
  if (!result || result.changes.length === 0) {
    void window.showInformationMessage(kind === 'recomputeTotals'
      ? l10n.t('No total needs to be changed.')
      : l10n.t('There are no blank cells that 0 may fill.'));
    return;
  }
  await applyChosen(editor, result, kind === 'recomputeTotals' ? l10n.t('Totals to Be Changed') : l10n.t('Blank Cells to Be Filled with 0'));
}

/** Puts the caret at the start of a range and shows it near the top. */
async function reveal(uri: string, { start }: PlainRange): Promise<void> {
  const selection = new Range(start.line, start.character, start.line, start.character);
  const editor = await window.showTextDocument(Uri.parse(uri), { selection });
  editor.revealRange(selection, TextEditorRevealType.AtTop);
}

/** Puts the findings of a document on the clipboard, one a line, as a list to hand out; of several reports each below its title. */
async function copyFindings(server: ServerConnection, uri: Uri): Promise<void> {
  const findings = languages.getDiagnostics(uri)
    .filter(({ source }) => source === diagnosticSource)
    .sort((one, other) => one.range.start.compareTo(other.range.start));
  if (findings.length === 0) {
    void window.showInformationMessage(l10n.t('There are no findings in this report.'));
    return;
  }
  const states = await server.request(statesMethod, { uri: uri.toString() }) ?? [];
  const starts = states.length > 1 ? states.map(({ title, range }) => ({ title, line: range.start.line })) : [];
  const titleOf = (finding: Diagnostic): string | undefined => starts.findLast(({ line }) => line <= finding.range.start.line)?.title;
  const lines = [...new Set(findings.map(titleOf))].flatMap((title) =>
    [...(title === undefined ? [] : [title]), ...findings.filter((finding) => titleOf(finding) === title).map(describe)]);
  await env.clipboard.writeText(`${lines.join('\n')}\n`);
  window.setStatusBarMessage(l10n.t('{0} findings copied', findings.length), 5000);
}

function describe(finding: Diagnostic): string {
  const { line, character } = finding.range.start;
  const code = typeof finding.code === 'object' ? finding.code.value : finding.code;
  return l10n.t('Line {0}, column {1} · {2} · {3} ({4})', line + 1, character + 1, severityName(finding.severity),
    finding.message, String(code));
}
