import type { Damage } from './damage.ts';
import type { LaidOut } from './layouts/index.ts';

const explanations: Readonly<Record<string, (damage: Damage, laidOut: LaidOut) => boolean>> = {
  'section-title': ({ alteredTitles, traditional, bookmarks, titles }) => alteredTitles || traditional || bookmarks || titles.markup === 'list',
  'row-label': ({ variantLabels, traditional }) => variantLabels || traditional,
  'unknown-row': ({ variantLabels }) => variantLabels,
  'malformed-number': ({ fullWidthDigits, groupedDigits, splitDigits, signs }) =>
    fullWidthDigits || groupedDigits || splitDigits || signs === 'fullWidth',
  'blank-cell': ({ blanks }) => blanks > 0,
  'cell-count': (_, { uncertain }) => uncertain.size > 0,
  'unreadable-table': (_, { uncertain }) => uncertain.size > 0,
  'split-table': () => true,
  'leftover': ({ bookmarks }) => bookmarks,
  // `六、无其他需要报告的事项。` leaves no room for the sentence about it.
  'information-fee': ({ alteredTitles }) => alteredTitles,
};

/** Whether a finding that is none of arithmetic comes from what was done to the text. */
export function explained(code: string, laidOut: LaidOut): boolean {
  return explanations[code]?.(laidOut.damage, laidOut) ?? false;
}
