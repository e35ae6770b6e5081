import { FoldingRangeKind, FoldingRangeRequest } from 'vscode-languageserver';
import { ofReport, standard } from '../../handler.ts';

/** Sections and tables that can be folded away. */
export const foldingRange = standard(FoldingRangeRequest.type, ofReport({
  capabilities: () => ({ foldingRangeProvider: true }),
  empty: () => [],
  answer: (document, _, { service }) => service.folds(document).map((fold) => ({ ...fold, kind: FoldingRangeKind.Region })),
}));
