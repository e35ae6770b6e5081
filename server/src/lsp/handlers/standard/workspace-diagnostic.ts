import { WorkspaceDiagnosticRequest } from 'vscode-languageserver';
import { standard } from '../../handler.ts';

/** Findings of the files that are not open, for clients that ask; announced with those of documents. */
export const workspaceDiagnostic = standard(WorkspaceDiagnosticRequest.type, {
  empty: () => ({ items: [] }),
  answer: (params, { workspaceDiagnostics }, token) => workspaceDiagnostics.pull(params, token),
});
