import { InlayHintRequest } from 'vscode-languageserver';
import { ofReport, standard } from '../../handler.ts';

/** What a total should be, behind one that is wrong; for clients that show hints, unless they say that they want none. */
export const inlayHint = standard(InlayHintRequest.type, ofReport({
  capabilities: ({ inlayHints, options }) => (options.inlayHints ?? inlayHints ? { inlayHintProvider: { resolveProvider: false } } : {}),
  empty: () => [],
  answer: (document, { range }, { service }) => service.inlayHints(document, range).map((hint) => ({ ...hint, paddingLeft: true })),
}));
