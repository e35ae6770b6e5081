import { CodeActionRequest } from 'vscode-languageserver';
import { offerActions } from '../../actions/offer.ts';
import { ofReport, standard } from '../../handler.ts';
import { recomputeTotalsKind } from '../../protocol.ts';

/** Quick fixes, suppression, totals recomputed, tables written in another way, the way to last year's report. */
export const codeAction = standard(CodeActionRequest.type, ofReport({
  capabilities: ({ actionLiterals, resolvesEdits }) => (actionLiterals
    ? { codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', 'refactor.rewrite', recomputeTotalsKind], resolveProvider: resolvesEdits } }
    : {}),
  empty: () => [],
  answer: (document, params, session) => offerActions(document, params, session),
}));
