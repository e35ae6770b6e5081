import {
  DiagnosticSeverity, Disposable, EventEmitter, l10n, languages, ThemeColor, window, workspace, type FileDecoration, type Uri,
} from 'vscode';
import { isReadOffice, officeScheme } from '../../../server/src/lsp/protocol.ts';
import { documentOf, fileOf } from './address.ts';

const severities = [
  { severity: DiagnosticSeverity.Error, colour: 'list.errorForeground', inWords: (count: number) => l10n.t('Errors in the report: {0}', count) },
  { severity: DiagnosticSeverity.Warning, colour: 'list.warningForeground', inWords: (count: number) => l10n.t('Warnings in the report: {0}', count) },
] as const;

/** Marks office files in the explorer as the editor marks texts: it knows the findings by the text's address, and not by the file's. */
export function markFiles(): Disposable {
  const changed = new EventEmitter<Uri[]>();
  return Disposable.from(
    changed,
    window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (uri) => (isReadOffice(uri.path) && uri.scheme !== officeScheme && isWanted() ? decorationOf(uri) : undefined),
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const files = uris.filter(({ scheme }) => scheme === officeScheme).map(fileOf);
      if (files.length > 0) {
        changed.fire(files);
      }
    }),
  );
}

/** Who wants no marks of problems wants none on these files. */
function isWanted(): boolean {
  return workspace.getConfiguration('problems').get('decorations.enabled', true);
}

function decorationOf(file: Uri): FileDecoration | undefined {
  const found = languages.getDiagnostics(documentOf(file));
  for (const { severity, colour, inWords } of severities) {
    const count = found.filter((each) => each.severity === severity).length;
    if (count > 0) {
      return { badge: count > 9 ? '9+' : String(count), color: new ThemeColor(colour), tooltip: inWords(count), propagate: true };
    }
  }
  return undefined;
}
