import * as l10n from '@vscode/l10n';
import type { Connection, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Diagnostic as Finding, IgnoreEntry, ReportDocument } from '../service-types.ts';
import { addIgnoreEntry, addNames, applyIgnore, ignoreEntryFor, parseSettings, relativePath } from '../settings/index.ts';
import { positionsIn } from '../syntax/positions.ts';
import { commonEnds } from '../texts/common-ends.ts';
import type { SettingsFile } from './settings.ts';

/** Names for the settings file: of an organ, or of the units below a government. */
export interface ProposedNames {
  readonly part: 'organs' | 'hierarchy';
  readonly name: string;
  readonly others: readonly string[];
}

/** What names a finding for an entry of the settings file. */
export type Suppressed = Pick<Finding, 'code' | 'figure' | 'range'>;

/**
 * The edit that adds an entry for a finding to the settings file, which is made where there is none.
 * Undefined where the file cannot be added to; the user is told why.
 */
export function suppressionEdit(
  document: ReportDocument, finding: Suppressed, file: SettingsFile, connection: Connection,
): WorkspaceEdit | undefined {
  const path = relativePath(file.uri, document.uri);
  if (path === undefined) {
    return undefined;
  }
  const entry = ignoreEntryFor(finding, path, positionsIn(document.text).textAt(finding.range));
  const changed = addIgnoreEntry(file.text, entry);
  if (changed !== undefined && !isRead(changed, entry, file.text)) {
    connection.window.showWarningMessage(l10n.t('What is added to {0} would not count. Please correct the file first.', decodeURI(file.uri)));
    return undefined;
  }
  return settingsEdit(file, changed, connection);
}

/** The edit that adds names to the settings file; undefined where it cannot be added to, and the user is told why. */
export function namesEdit({ part, name, others }: ProposedNames, file: SettingsFile, connection: Connection): WorkspaceEdit | undefined {
  return settingsEdit(file, addNames(file.text, part, name, others), connection);
}

/**
 * The edit that gives the settings file another text, and makes it where there is none; undefined where there is no such text
 * because the file is no valid JSON, and the user is told.
 */
export function settingsEdit(file: SettingsFile, changed: string | undefined, connection: Connection): WorkspaceEdit | undefined {
  if (changed === undefined) {
    connection.window.showWarningMessage(l10n.t('{0} is no valid JSON. Please correct it before a finding is added to it.', decodeURI(file.uri)));
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

/** Whether the settings file, read again, has the entry and no fault that it did not have before. */
function isRead(changed: string, entry: IgnoreEntry, before = ''): boolean {
  const { settings, problems } = parseSettings(changed);
  return JSON.stringify(settings.ignore.at(-1)) === JSON.stringify(entry) && problems.length <= parseSettings(before).problems.length;
}

/** The findings of a document that an entry for one of them would suppress. */
export function suppressedWith(document: ReportDocument, finding: Suppressed, all: readonly Finding[]): readonly Finding[] {
  const { textAt } = positionsIn(document.text);
  const { kept } = applyIgnore(all, [ignoreEntryFor(finding, '', textAt(finding.range))], textAt);
  return all.filter((one) => !kept.includes(one));
}

/** The one edit that makes a text of another, without what both begin and end with. */
function replacement(before: string, after: string): TextEdit {
  const { start, end } = commonEnds(before, after);
  return { range: positionsIn(before).range(start, before.length - end - start), newText: after.slice(start, after.length - end) };
}
