import {
  FilePermission, l10n, languages, RelativePattern, workspace, WorkspaceEdit, type TextDocument,
} from 'vscode';
import { formEditMethod, settingsSection, type FormEdit, type FormEditParams } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { toTextEdit } from '../ranges.ts';

/** What became of an edit, as a message for the user. */
export interface Outcome {
  readonly message: string;
  readonly isRefusal: boolean;
}

/** Why a document cannot be changed from the preview; undefined where it can. */
export async function whyReadOnly(document: TextDocument): Promise<string | undefined> {
  const { uri } = document;
  if (!workspace.isTrusted) {
    return l10n.t('This workspace is not trusted: the form is shown, and cannot be changed here.');
  }
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false || isReadOnlyBySetting(document) || await isReadOnlyFile(uri)) {
    return l10n.t('The file is read-only: the form is shown, and cannot be changed here.');
  }
  return undefined;
}

/** The editor lets no one type in such a file, yet takes edits of extensions. */
function isReadOnlyBySetting(document: TextDocument): boolean {
  const folder = workspace.getWorkspaceFolder(document.uri);
  const settings = workspace.getConfiguration('files', document.uri);
  const isNamed = (setting: string): boolean => Object.entries(settings.get<Record<string, boolean>>(setting, {})).some(([glob, isOn]) =>
    isOn && [glob, ...(folder ? [new RelativePattern(folder, glob)] : [])].some((pattern) => languages.match({ pattern }, document) > 0));
  return isNamed('readonlyInclude') && !isNamed('readonlyExclude');
}

async function isReadOnlyFile(uri: TextDocument['uri']): Promise<boolean> {
  try {
    const { permissions } = await workspace.fs.stat(uri);
    return permissions !== undefined && (permissions & FilePermission.Readonly) !== 0;
  } catch {
    // A text that was never saved has no file, and may be changed.
    return false;
  }
}

/** Writes numbers into the text as one step that can be undone; the text is left alone where that is not certain. */
export async function applyFormEdit(server: ServerConnection, document: TextDocument, edit: FormEdit): Promise<Outcome> {
  const readOnly = await whyReadOnly(document);
  if (readOnly !== undefined) {
    return refusal(readOnly);
  }
  const keepsTotals = workspace.getConfiguration(settingsSection, document).get('keepTotals') === true;
  const params: FormEditParams = { uri: document.uri.toString(), edit: { ...edit, keepsTotals } };
  const answer = await server.request(formEditMethod, params);
  if (!answer) {
    return refusal(l10n.t('The report is not open.'));
  }
  if (answer.wrongEncoding) {
    return refusal(wrongEncoding());
  }
  if (answer.refusal !== undefined) {
    return refusal(answer.refusal);
  }
  if (answer.version !== document.version) {
    return refusal(l10n.t('The report has changed in the meantime. Nothing was written.'));
  }
  if (answer.edits.length === 0) {
    return { message: '', isRefusal: false };
  }
  const change = new WorkspaceEdit();
  change.set(document.uri, answer.edits.map(toTextEdit));
  if (!await workspace.applyEdit(change)) {
    return refusal(l10n.t('The editor did not let the text be changed.'));
  }
  const count = answer.edits.length;
  return { message: count === 1 ? l10n.t('Written into the text.') : l10n.t('{0} numbers written into the text.', count), isRefusal: false };
}

export function wrongEncoding(): string {
  return l10n.t('The file was read in a wrong encoding, so nothing is changed. Reopen it in its own encoding (GB18030, say).');
}

function refusal(message: string): Outcome {
  return { message, isRefusal: true };
}
