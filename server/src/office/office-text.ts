/** What kind of file a text was read from: `doc` is the old binary format of Word and WPS. */
export type OfficeSource = 'docx' | 'xlsx' | 'pdf' | 'doc';

/** Where a stretch of the text stands in the file, as a person counts: from 1. */
export type Place =
  | { readonly kind: 'cell'; readonly table: number; readonly row: number; readonly column: number }
  | { readonly kind: 'paragraph'; readonly paragraph: number }
  | { readonly kind: 'page'; readonly page: number }
  /** `cell` as the sheet names it: `F12`. */
  | { readonly kind: 'sheet'; readonly sheet: string; readonly cell?: string };

/** A stretch of a text, in UTF-16 units. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A change of the text; several are all counted in the text as it was, and do not overlap. */
export interface OfficeEdit extends Extent {
  readonly newText: string;
}

/** Why no edit at all can be carried back. */
export type ReadOnlyReason = 'fixed-format' | 'old-format' | 'protected' | 'signed' | 'package';

/** Why one edit cannot be carried back. */
export type RefusalReason =
  | ReadOnlyReason
  /** A table, row or cell more or less, or a cell split. */
  | 'structure'
  /** The place holds a change that nobody has accepted or rejected yet. */
  | 'tracked-change'
  /** Fields, formulas and automatic numbers are computed by the program that shows them. */
  | 'computed'
  /** A content control that is locked or bound to other data. */
  | 'locked'
  /** Something other than text stands there: a picture, a symbol, a formula of mathematics. */
  | 'not-text'
  /** It cannot be written as a tracked change. */
  | 'not-tracked'
  /** The file, written and read again, would not show the new text. */
  | 'not-shown';

export interface Refusal extends Extent {
  readonly reason: RefusalReason;
}

/** The new file, whole; or what stands against it, for each edit that cannot be carried back. */
export type Applied =
  /** `stale` are cells whose formulas follow a change and keep the value that was computed last. */
  | { readonly bytes: Uint8Array; readonly stale?: readonly Place[] }
  | { readonly refused: readonly Refusal[] };

export function refusedAll(edits: readonly OfficeEdit[], reason: RefusalReason): Applied {
  return { refused: edits.map(({ start, end }) => ({ start, end, reason })) };
}

/** Sheets that are hidden; rows and columns that are hidden within sheets that are shown. */
export type LeftOut = 'hidden-sheets' | 'hidden-cells';

/** Something to be said about a stretch of the text; lines end in LF. */
export interface Note extends Extent {
  readonly text: string;
}

export interface NoteAuthor {
  readonly name: string;
  readonly initials: string;
  /** ISO 8601, in UTC. */
  readonly date: string;
}

/** An office file as a text with places: Markdown, its tables with bars, lines that end in LF. */
export interface OfficeText {
  readonly source: OfficeSource;
  readonly text: string;
  readonly readOnly?: ReadOnlyReason;
  /** What the file holds and the text does not. */
  readonly leftOut?: readonly LeftOut[];
  /** All stretches of the text that stand somewhere in the file, in their order. */
  places(): readonly (Extent & { readonly place: Place })[];
  /** Undefined where the text between two places is asked about. */
  place(offset: number): Place | undefined;
  /**
   * Carries edits back into the file: all of them, or none. Everything else in it stays the same bytes. With an author they
   * are tracked, for a person to accept or reject, in formats that have comments.
   */
  apply(edits: readonly OfficeEdit[], author?: NoteAuthor): Applied;
  /** A copy in which each note is a comment at its place; undefined where none can be written. Absent where the format has none. */
  annotate?(notes: readonly Note[], author: NoteAuthor): Uint8Array | undefined;
}

/** Why a file cannot be read. */
export type UnreadReason =
  | 'empty' | 'broken' | 'no-document' | 'encrypted' | 'too-large' | 'embedded' | 'scan'
  | 'old-word' | 'old-sheet' | 'pdf' | 'rich-text' | 'open-document' | 'ofd' | 'slides' | 'picture' | 'text' | 'unknown';

/** A file that cannot be read. */
export interface Unread {
  readonly unread: UnreadReason;
}

export type OfficeReading = OfficeText | Unread;

export function isUnread(reading: OfficeReading): reading is Unread {
  return 'unread' in reading;
}
