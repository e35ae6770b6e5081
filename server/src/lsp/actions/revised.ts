import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { Range, ReportDocument } from '../../service-types.ts';
import { toWorkspaceEdit } from '../convert.ts';
import type { Session } from '../session.ts';

/** At a paragraph that is marked to be revised: what takes the mark off. */
export function revised(document: ReportDocument, { start }: Range, { client, service }: Session): CodeAction[] {
  return service.revisedParagraph(document, start).map(({ title, edits }) =>
    ({ title, kind: CodeActionKind.QuickFix, edit: toWorkspaceEdit(document, edits, client) }));
}
