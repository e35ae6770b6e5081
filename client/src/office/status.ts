import {
  Disposable, l10n, languages, LanguageStatusSeverity, Range, window, type LanguageStatusItem, type TextEditor,
} from 'vscode';
import { officeScheme } from '../../../server/src/lsp/protocol.ts';
import { nameOf } from '../file-names.ts';
import type { OfficeFileSystem, Refused } from './file-system.ts';

/** Says of the text in front which file it is of, whether it can be changed, and after a failed save which lines are in the way. */
export function watchOfficeTexts(files: OfficeFileSystem): Disposable {
  const item = languages.createLanguageStatusItem('disclosureReport.office', { scheme: officeScheme });
  const told = new Set<string>();
  const look = (editor: TextEditor | undefined): void => void describe(editor, item, files, told);
  look(window.activeTextEditor);
  return Disposable.from(item, window.onDidChangeActiveTextEditor(look), files.onDidRefuse((refused) => void tellRefused(refused)));
}

async function describe(
  editor: TextEditor | undefined, item: LanguageStatusItem, files: OfficeFileSystem, told: Set<string>,
): Promise<void> {
  const uri = editor?.document.uri;
  if (uri?.scheme !== officeScheme) {
    return;
  }
  const name = nameOf(uri);
  // Where the file is gone the editor says so itself.
  const reading = await files.read(uri).catch(() => undefined);
  if (!reading) {
    return;
  }
  const reason = 'unread' in reading ? reading.unread : reading.readOnly;
  item.name = l10n.t('The File Behind the Text');
  item.text = reason === undefined ? l10n.t('Text of {0}', name) : l10n.t('Text of {0}, read-only', name);
  const leftOut = 'unread' in reading ? [] : reading.leftOut ?? [];
  const detail = reason ?? l10n.t('Saving writes the changes into the file; everything else in it stays as it was.');
  item.detail = [detail, ...leftOut].join(l10n.t('; '));
  item.severity = reason === undefined && leftOut.length === 0 ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
  if (reason !== undefined && !told.has(uri.toString())) {
    told.add(uri.toString());
    void window.showInformationMessage(l10n.t('{0} is shown and checked, and cannot be changed here: {1}', name, reason));
  } else if (leftOut.length > 0 && !told.has(uri.toString())) {
    told.add(uri.toString());
    void window.showWarningMessage(l10n.t('{0}: {1}', name, leftOut.join(l10n.t('; '))));
  }
}

/** So many lines are named; the others come at the next save. */
const mostNamed = 8;

async function tellRefused({ uri, lines }: Refused): Promise<void> {
  const named = lines.slice(0, mostNamed).map(({ line, message }) => l10n.t('line {0}: {1}', line + 1, message));
  const rest = lines.length > mostNamed ? [l10n.t('and {0} more', lines.length - mostNamed)] : [];
  const first = lines[0];
  const line = first?.line ?? 0;
  const go = l10n.t('Go to Line {0}', line + 1);
  const message = l10n.t('Nothing was written into {0}, and the text is kept. These changes cannot be carried back: {1}.',
    nameOf(uri), [...named, ...rest].join(l10n.t('; ')));
  if (await window.showErrorMessage(message, go) === go) {
    const place = new Range(line, 0, line, 0);
    await window.showTextDocument(uri, { selection: place });
  }
}
