import * as l10n from '@vscode/l10n';
import type { ChangeAnnotation, WorkspaceEdit } from 'vscode-languageserver';
import type { Range, ReportDocument } from '../../service-types.ts';
import { toWorkspaceEdit } from '../convert.ts';
import type { Session } from '../session.ts';

/** The edit that recomputes the totals of the report in a range. */
export function recomputation(document: ReportDocument, range: Range, { client, service }: Session): WorkspaceEdit {
  return toWorkspaceEdit(document, service.recomputeTotals(document, range), client, toConfirm());
}

/** Published figures are changed only after a look at the change. */
function toConfirm(): ChangeAnnotation {
  return {
    label: l10n.t('Recompute totals'),
    description: l10n.t('Sets each total to the sum of its parts'),
    needsConfirmation: true,
  };
}
