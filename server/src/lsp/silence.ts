import * as l10n from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Connection, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Diagnostic as Finding, Range, ReportDocument } from '../service-types.ts';
import { addIgnoreEntry, ignoreEntryFor, relativePath } from '../settings/index.ts';
import type { SettingsFile } from './settings.ts';

/** What names a finding for an entry of the settings file. */
export type Silenced = Pick<Finding, 'code' | 'figure' | 'range'>;

/**
 * The edit that adds an entry for a finding to the settings file, which is made where there is none.
 * Undefined where the file cannot be added to; the user is told why.
 */
export function silencingEdit(
  document: ReportDocument, finding: Silenced, file: SettingsFile, connection: Connection,
): WorkspaceEdit | undefined {
  const path = relativePath(file.uri, document.uri);
  if (path === undefined) {
    return undefined;
  }
  const text = TextDocument.create(document.uri, document.languageId, document.version, document.text).getText(finding.range);
  const entry = ignoreEntryFor(finding, path, text);
  const changed = addIgnoreEntry(file.text, entry);
  if (changed === undefined) {
    connection.window.showWarningMessage(
      l10n.t('{0} is no valid JSON. Please correct it before a finding is added to it.', decodeURI(file.uri)));
    return undefined;
  }
  const edit: TextDocumentEdit = {
    textDocument: { uri: file.uri, version: null },
    edits: [replacement(file.text ?? '', changed)],
  };
  return {
    documentChanges: file.text === undefined
      ? [{ kind: 'create', uri: file.uri, options: { ignoreIfExists: true } }, edit]
      : [edit],
  };
}

/** The one edit that makes a text of another, without what both begin and end with. */
function replacement(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start += 1;
  }
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) {
    same += 1;
  }
  const text = TextDocument.create('', '', 0, before);
  const range: Range = { start: text.positionAt(start), end: text.positionAt(before.length - same) };
  return { range, newText: after.slice(start, after.length - same) };
}
