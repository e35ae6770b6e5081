import * as l10n from '@vscode/l10n';
import type { CodeAction } from 'vscode-languageserver';
import { toWorkspaceEdit } from '../convert.ts';
import type { Session } from '../session.ts';
import { namesEdit, suppressionEdit } from '../suppression.ts';
import type { ActionData } from './data.ts';
import { recomputation } from './recomputation.ts';

/** The action with its edit; without one where the document is another one now. */
export function resolveAction(action: CodeAction, session: Session): CodeAction | Promise<CodeAction> {
  const data = action.data as ActionData;
  const document = session.documentAt(data.uri);
  if (!document || document.version !== data.version) {
    return action;
  }
  const { client, connection, service, settings } = session;
  const { range, suppressed, layout, names, fill } = data;
  if (names) {
    return settings.fileFor(document.uri).then((file) => {
      const edit = file && namesEdit(names, file, connection);
      return edit ? { ...action, edit } : action;
    });
  }
  if (suppressed) {
    return settings.fileFor(document.uri).then((file) => {
      const edit = file && suppressionEdit(document, suppressed, file, connection);
      return edit ? { ...action, edit } : action;
    });
  }
  if (layout) {
    const { edits, refusal } = service.layOut(document, range.start, layout);
    if (edits.length === 0) {
      connection.window.showInformationMessage(refusal ?? l10n.t('There is nothing to bring into line here.'));
    }
    return edits.length === 0 ? action : { ...action, edit: toWorkspaceEdit(document, edits, client) };
  }
  if (fill !== undefined) {
    const wanted = service.lastYearFills(document, range.start)[fill];
    return wanted?.title === action.title ? { ...action, edit: toWorkspaceEdit(document, wanted.edits, client) } : action;
  }
  if (data.fix === undefined) {
    return { ...action, edit: recomputation(document, range, session) };
  }
  const fix = service.quickFixes(document, range)[data.fix]?.fix;
  return fix?.title === action.title ? { ...action, edit: toWorkspaceEdit(document, fix.edits, client) } : action;
}
