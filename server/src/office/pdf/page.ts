/** A box on a page, in points from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A character as it is printed. */
export interface Glyph extends Box {
  readonly text: string;
  /** Where the line stands that it is written on. */
  readonly baseline: number;
  /** Its height as the font names it. */
  readonly size: number;
}

/** A line that is drawn: across where top and bottom are the same, down where left and right are. */
export type Rule = Box;

/** What is printed on a page, turned as it is read. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which they are drawn; invisible ones are left out. */
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
}

export function isAcross(rule: Rule): boolean {
  return rule.top === rule.bottom;
}

/** The pages of a PDF, or why there are none. */
export type PdfPages = { readonly pages: readonly PdfPage[] } | { readonly unread: 'broken' | 'encrypted' | 'too-large' };

/** Takes the glyphs and rules out of a PDF. */
export type PdfExtractor = (bytes: Uint8Array) => Promise<PdfPages>;
