import {
  DiagnosticSeverity, Disposable, EventEmitter, l10n, languages, ThemeColor, window, workspace, type FileDecoration, type Uri,
} from 'vscode';
import { isReadOffice, officeScheme } from '../../../server/src/lsp/protocol.ts';
import { documentOf, fileOf } from './address.ts';

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
  const of = (severity: DiagnosticSeverity): number => languages.getDiagnostics(documentOf(file)).filter((each) => each.severity === severity).length;
  const [errors, warnings] = [of(DiagnosticSeverity.Error), of(DiagnosticSeverity.Warning)];
  const count = errors + warnings;
  return count === 0 ? undefined : {
    badge: count > 9 ? '9+' : String(count),
    color: new ThemeColor(errors > 0 ? 'list.errorForeground' : 'list.warningForeground'),
    tooltip: l10n.t('Problems in the report: {0}', count),
    propagate: true,
  };
}
