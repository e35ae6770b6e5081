import type { Form } from '../forms/index.ts';
import type { BlockData, SectionData } from '../forms/form.ts';
import type { FigureDefinition, FormTable, RowDefinition } from '../forms/table.ts';
import type { Analysis, Values } from './arithmetic/index.ts';
import type { Cell, Chunk, Heading, Node, Prose, Row, Table } from '../syntax/tree.ts';

/** A stretch of a chunk; where it stands in the document follows from the chunk's present offset. */
export interface Place {
  readonly chunk: Chunk;
  readonly start: number;
  readonly end: number;
}

/** `number`: read for certain; `blank`; `placeholder`: `/`, `—`, 无 …; `text`: anything else. */
type FigureState = 'number' | 'blank' | 'placeholder' | 'text';

/** A figure that was found in the text. */
export interface Figure {
  readonly definition: FigureDefinition;
  readonly state: FigureState;
  /** Null unless `state` is `number`; amounts in 万元. */
  readonly value: number | null;
  /** What stands between the cell's delimiters, without markup. */
  readonly text: string;
  /** The number without white space, or the blank place. */
  readonly place: Place;
  /** Plain digits for a number written with full-width or grouped digits or inner spaces. */
  readonly plain: string | undefined;
  readonly cell: Cell;
}

/** A row of a table in the text, bound to a row of the form. */
export interface BoundRow {
  readonly definition: RowDefinition;
  readonly row: Row;
  /** The row's label; where the table has none (section 四) its first cell. */
  readonly label: Place;
  readonly labelText: string;
  /** Whether the label differs from the form's in more than white space and marks. */
  readonly altered: boolean;
  /** By column of the form; undefined where the figure was not found. */
  readonly figures: readonly (Figure | undefined)[];
  /** Number of figure cells found, where it is not what the form asks for. */
  readonly wrongCount: number | undefined;
  /** Whether merged cells stand for several of its figures, so that these are not known. */
  readonly merged: boolean;
  /** Whether its cells stand otherwise than those of other rows, so that its figures are read only because they add up. */
  readonly isOdd: boolean;
}

/** A row, or part of one, that the form does not have or has once only. */
export interface UnboundRow {
  readonly kind: 'unknown' | 'duplicate' | 'group-figures';
  readonly row: Row;
  readonly label: Place;
  readonly labelText: string;
}

/**
 * `cells`: most cells cannot be told apart for certain; `columns`: most rows have more figures than the form wants, and
 * which is too many cannot be told; in both figures are those of the rows that can be read. `heads`: its heads do not
 * tell for certain in which order its columns stand. `figures`: figures stand in it or beside it that
 * belong to no cell for certain, while others are without one. `empty`: nothing stands below its heads, not a blank row either.
 * `repeats`: figures are lost with all else that stood in the text before.
 */
export type Unreadable = 'cells' | 'columns' | 'heads' | 'figures' | 'empty' | 'repeats';

/** One of the three tables, read against the form that it shows. */
export interface BoundTable {
  /** The id of the form's table: `proactive`, `requests` or `review`. */
  readonly id: string;
  readonly form: FormTable;
  /** The syntax tables that it is made of, in order; more than one where it was cut or stands in small tables. */
  readonly parts: readonly Table[];
  /** The first line. */
  readonly place: Place;
  readonly rows: readonly BoundRow[];
  readonly unboundRows: readonly UnboundRow[];
  readonly missingRows: readonly RowDefinition[];
  /** Columns of the form that the table lacks altogether. */
  readonly missingColumns: readonly number[];
  /** Blocks of the form whose heads in the text are those of other columns. */
  readonly foreignBlocks: readonly BlockData[];
  /** First lines of later parts of a table that a page break cut in two. */
  readonly cuts: readonly Place[];
  /** The same table of another form, where labels of that stand in it as well. */
  readonly mixedWith: FormTable | undefined;
  /** Why it cannot be read as a whole, if it cannot. */
  readonly unreadable: Unreadable | undefined;
  /** Whether figures of a table stand in its section that are in none of its parts. */
  readonly hasFiguresBeside: boolean;
  /** Whether the text has lost what stood in it before. */
  readonly lacksRepeats: boolean;
  /** By index of the form's figures. */
  readonly figures: readonly (Figure | undefined)[];
  /** What the identities see: null where a figure is absent, no number, or no count. */
  readonly values: Values;
  /** Computed once, when first asked for. */
  readonly analysis: Analysis;
}

/** How a section's title stands to the official one. */
export interface SectionHeading {
  readonly heading: Heading;
  readonly place: Place;
  /** The numeral as written, if any. */
  readonly numeral: string | undefined;
  /** The official title with its numeral, where the written one is altered. */
  readonly altered: boolean;
  /** Text that the heading carries besides its title (六、无其他需要报告的事项。). */
  readonly carriesContent: boolean;
}

/** A section of the report (一 … 六) as found. */
export interface Section {
  readonly data: SectionData;
  readonly title: SectionHeading;
  /** Everything below the title up to the next section. */
  readonly nodes: readonly Node[];
  readonly subheadings: readonly Heading[];
  readonly prose: readonly Prose[];
  readonly tables: readonly BoundTable[];
  /** The first node in which figures of the section's table stand that were not read. */
  readonly figuresBeside: Node | undefined;
}

export interface ReportTitle {
  /** The whole title, over one line or several, without white space. */
  readonly text: string;
  /** Its last line, with what stands behind it. */
  readonly place: Place;
  /** As written. */
  readonly organ: string | undefined;
  readonly year: number | undefined;
  /** The digits of the year. */
  readonly yearPlace?: Place;
}

/** The part that says another year than the report is of. */
export interface YearDissent {
  readonly voice: 'title' | 'period' | 'text';
  readonly said: number;
  /** Whether two others agree against it; where not, either of the two that differ may be wrong. */
  readonly isCertain: boolean;
}

export interface AgreedYear {
  /** The report year: the one that most parts say, else that of the title. */
  readonly year: number | undefined;
  /** The year that the dissent stands against. */
  readonly other: number | undefined;
  readonly dissent: YearDissent | undefined;
}

/** One annual report (政府信息公开工作年度报告). */
export interface Report {
  /** `begun`: no more than its title; `tables`: tables of a form with neither title nor section. */
  readonly kind: 'whole' | 'begun' | 'tables';
  /** The forms that it was read against, oldest first. */
  readonly forms: readonly Form[];
  /** What titles of its kind end with; undefined for the report on disclosure. */
  readonly name: string | undefined;
  readonly chunks: readonly Chunk[];
  readonly nodes: readonly Node[];
  readonly title: ReportTitle | undefined;
  /** The organ that it is of, for telling whose sentences are: by its title, or where that names none, by its sentences. */
  readonly organ: string | undefined;
  /** The report year: that of the title, or where most of title, period and sentences say another one, that. */
  readonly year: number | undefined;
  /** Whether title, period and sentences say the same year. */
  readonly agreement: AgreedYear;
  /** The form in force for the year; without a year the newest form that a table shows. */
  readonly form: Form | undefined;
  /** Sections in the order of the text; a repeated one stands twice. */
  readonly sections: readonly Section[];
  /** The first table found for each id. */
  readonly tables: ReadonlyMap<string, BoundTable>;
  /** Text before the first section. */
  readonly preamble: readonly Node[];
  /** Stands for everything but the figures of its tables: the same object while nothing else changes. */
  readonly wording: object;
}

/** Values of figures by their ids. */
export type FigureValues = Readonly<Record<string, number>>;
