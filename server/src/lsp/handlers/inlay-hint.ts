import { InlayHintRequest } from 'vscode-languageserver';
import { ofReport, standard } from '../handler.ts';

/** What a total should be, behind one that is wrong; only for clients that asked for it. */
export const inlayHint = standard(InlayHintRequest.type, ofReport({
  capabilities: ({ options }) => (options.inlayHints === true ? { inlayHintProvider: { resolveProvider: false } } : {}),
  empty: () => [],
  answer: (document, { range }, { service }) => service.inlayHints(document, range).map((hint) => ({ ...hint, paddingLeft: true })),
}));
