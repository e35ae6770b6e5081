import { SelectionRangeRequest, type SelectionRange } from 'vscode-languageserver';
import type { Position, Range } from '../../../service-types.ts';
import { ofReport, standard } from '../../handler.ts';

/** From a cell to its row, table and section. */
export const selectionRange = standard(SelectionRangeRequest.type, ofReport({
  capabilities: () => ({ selectionRangeProvider: true }),
  empty: () => null,
  answer: (document, { positions }, { service }) => (service.isReport(document)
    ? positions.map((position) => toSelection(service.selectionRanges(document, position), position))
    : null),
}));

/** Nested from the inside out; where nothing is known around a position, the position itself. */
function toSelection(ranges: readonly Range[], position: Position): SelectionRange {
  const outermost = ranges.at(-1) ?? { start: position, end: position };
  return ranges.slice(0, -1).reduceRight<SelectionRange>((parent, range) => ({ range, parent }), { range: outermost });
}
