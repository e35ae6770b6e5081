import { CodeActionResolveRequest } from 'vscode-languageserver';
import { resolveAction } from '../../actions/resolve.ts';
import { standard } from '../../handler.ts';

/** The edit of an action that was offered without one. */
export const codeActionResolve = standard(CodeActionResolveRequest.type, {
  empty: (action) => action,
  answer: (action, session) => resolveAction(action, session),
});
