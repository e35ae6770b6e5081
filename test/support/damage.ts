import fc from 'fast-check';

import { seeded, type Random } from './random.ts';
import { noTitleDamage, randomTitleDamage, type TitleDamage } from './title-damage.ts';

/** What a text may have suffered on its way; all parts can be combined. Where a layout cannot suffer one, it ignores it. */
export interface Damage {
  /** Decides the places of everything that happens here and there only. */
  readonly seed: number;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly byteOrderMark: boolean;
  /** White space around figures and in blank cells. */
  readonly spaces: '' | ' ' | '\u00a0' | '\u3000';
  readonly fullWidthDigits: boolean;
  readonly groupedDigits: boolean;
  /** `2 1` for 21, `1 286` or `1 2 8 6` for 1286, only in cells with clear bounds. */
  readonly splitDigits: boolean;
  readonly brackets: 'fullWidth' | 'halfWidth';
  /** The mark after an arabic number in a label: `1.`, `1．` or `1、`. */
  readonly numberMark: '.' | '．' | '、';
  /** White space inside labels (`第二十条 第（一）项`, `结 果维持`). */
  readonly looseLabels: boolean;
  /** Line breaks inside labels. */
  readonly brokenLabels: boolean;
  /** Labels in variants that published reports use. */
  readonly variantLabels: boolean;
  readonly headings: 'hash' | 'plain' | 'bold' | 'indented';
  /** What else the titles of sections suffered. */
  readonly titles: TitleDamage;
  readonly titleLines: 1 | 2;
  /** A line `附件：` before the title. */
  readonly attachment: boolean;
  /** Section titles that are altered as published reports alter them. */
  readonly alteredTitles: boolean;
  /** Sub-headings of section 五 that are numbered 一、二、三 again. */
  readonly numberedSubheadings: boolean;
  /** `[bookmark: _GoBack]`, left behind by a converter. */
  readonly bookmarks: boolean;
  /** How 本年增/减 is signed. */
  readonly signs: 'minus' | 'plusMinus' | 'words' | 'fullWidth';
  readonly amounts: 'plain' | 'cell万元' | 'cell元' | 'header万元' | 'header元';
  readonly traditional: boolean;
  /** What converters to Markdown add in pipe tables: `1\\.`, `\\-8`, `**七**`, `&nbsp;`. */
  readonly markup: boolean;
  /** Share of figures whose cell is blank. */
  readonly blanks: number;
  /** Page numbers and form feeds, in prose and inside tables. */
  readonly pageBreaks: boolean;
  /** The head of a table once more after a page break. */
  readonly repeatedHeads: boolean;
  /** The navigation of a published page around the report. */
  readonly pageFurniture: boolean;
  /** The organ's name and the date of signing below the last section. */
  readonly signature: boolean;
}

export const noDamage: Damage = {
  seed: 1,
  lineEnd: '\n',
  byteOrderMark: false,
  spaces: '',
  fullWidthDigits: false,
  groupedDigits: false,
  splitDigits: false,
  brackets: 'fullWidth',
  numberMark: '.',
  looseLabels: false,
  brokenLabels: false,
  variantLabels: false,
  headings: 'hash',
  titles: noTitleDamage,
  titleLines: 1,
  attachment: false,
  alteredTitles: false,
  numberedSubheadings: false,
  bookmarks: false,
  signs: 'minus',
  amounts: 'plain',
  traditional: false,
  markup: false,
  blanks: 0,
  pageBreaks: false,
  repeatedHeads: false,
  pageFurniture: false,
  signature: false,
};

/** Random damage for property tests; shrinks towards none. */
export function damageArbitrary(): fc.Arbitrary<Damage> {
  const seldom = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
  return fc.record({
    seed: fc.nat({ max: 1_000_000 }),
    lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    byteOrderMark: seldom,
    spaces: fc.constantFrom('', '', ' ', '\u00a0', '\u3000'),
    fullWidthDigits: seldom,
    groupedDigits: seldom,
    splitDigits: seldom,
    brackets: fc.constantFrom('fullWidth', 'fullWidth', 'halfWidth'),
    numberMark: fc.constantFrom('.', '．', '、'),
    looseLabels: seldom,
    brokenLabels: seldom,
    variantLabels: seldom,
    headings: fc.constantFrom('hash', 'plain', 'bold', 'indented'),
    titleLines: fc.constantFrom(1, 2),
    attachment: seldom,
    alteredTitles: seldom,
    numberedSubheadings: seldom,
    bookmarks: seldom,
    signs: fc.constantFrom('minus', 'plusMinus', 'words', 'fullWidth'),
    amounts: fc.constantFrom('plain', 'cell万元', 'cell元', 'header万元', 'header元'),
    traditional: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    markup: seldom,
    blanks: fc.constantFrom(0, 0, 0, 0.05, 0.4),
    pageBreaks: seldom,
    repeatedHeads: seldom,
    pageFurniture: seldom,
    signature: seldom,
  } satisfies { [Key in keyof Omit<Damage, 'titles'>]: fc.Arbitrary<Damage[Key]> })
    .map((damage) => ({ ...damage, titles: damage.seed % 2 === 0 ? noTitleDamage : randomTitleDamage(seeded(damage.seed)) }));
}

/** Random damage from a seed; each part is met in about one text of four. */
export function randomDamage(random: Random): Damage {
  const seldom = (): boolean => random.chance(0.25);
  return {
    seed: random.integer(0, 1_000_000),
    lineEnd: random.pick(['\n', '\n', '\r\n', '\r']),
    byteOrderMark: seldom(),
    spaces: random.pick(['', '', ' ', '\u00a0', '\u3000']),
    fullWidthDigits: seldom(),
    groupedDigits: seldom(),
    splitDigits: seldom(),
    brackets: random.pick(['fullWidth', 'fullWidth', 'halfWidth']),
    numberMark: random.pick(['.', '．', '、']),
    looseLabels: seldom(),
    brokenLabels: seldom(),
    variantLabels: seldom(),
    headings: random.pick(['hash', 'plain', 'bold', 'indented']),
    titleLines: random.pick([1, 2]),
    attachment: seldom(),
    alteredTitles: seldom(),
    numberedSubheadings: seldom(),
    bookmarks: seldom(),
    signs: random.pick(['minus', 'plusMinus', 'words', 'fullWidth']),
    amounts: random.pick(['plain', 'cell万元', 'cell元', 'header万元', 'header元']),
    traditional: random.chance(0.15),
    markup: seldom(),
    blanks: random.pick([0, 0, 0, 0.05, 0.4]),
    pageBreaks: seldom(),
    repeatedHeads: seldom(),
    pageFurniture: seldom(),
    signature: seldom(),
    titles: randomTitleDamage(random),
  };
}
