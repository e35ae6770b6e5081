/** The data file of one official form (格式), as `form.schema.json` describes it. */
export interface FormData {
  readonly id: string;
  /** What the report is called, as its titles end (法治政府建设年度报告); absent for the annual report on disclosure. */
  readonly report?: string;
  /** First paragraphs of a new report, with `{source}` and `{year}`; those of the report on disclosure where absent. */
  readonly preamble?: readonly string[];
  /** The notice that fixes the form, e.g. 国办公开办函〔2021〕30号. */
  readonly source: string;
  /** The report years (报告年度) that the form is for, both ends included. */
  readonly years: { readonly from: number; readonly to: number };
  /** Years in which the form was encouraged, not compulsory (试行). */
  readonly encouragedIn: readonly number[];
  /** What a section must mention (信息处理费), and the row (`table.row`) whose figures make that weigh more. */
  readonly informationFee?: InformationFeeData;
  /** Words for results of requests that only this form counts, and the figures that they mean. */
  readonly phrases?: readonly PhraseData[];
  /** What sentences of every report count (新收, 办结), in figures of this form. */
  readonly meanings?: Readonly<Record<string, Sums>>;
  /** The columns for what became of reviews (结果维持). */
  readonly outcomes?: Readonly<Record<string, string>>;
  /** Labels that tables of other documents bear as well. */
  readonly commonLabels: readonly string[];
  readonly sections: readonly SectionData[];
  readonly tables: readonly TableData[];
}

export interface InformationFeeData {
  readonly section: string;
  readonly phrase: string;
  /** Words of a sentence that says as much (收费通知): one list of which every word stands in it is enough. */
  readonly cues?: readonly (readonly string[])[];
  /** Words of sentences that speak of other fees (行政事业性收费). */
  readonly otherFees?: readonly string[];
  /** Words that say that nobody was asked for the fee (未发出收费通知), so that no request can have been closed for want of it. */
  readonly noNotice?: readonly string[];
  readonly figures: string;
}

/** Sums of figure ids (a leading `-` subtracts; a group stands for its rows), of which one that fits is enough. */
export type Sums = readonly (readonly string[])[];

/** Words of sentences (属于工作秘密), and what they mean. */
interface PhraseData {
  readonly words: readonly string[];
  readonly meaning: Sums;
}

export interface SectionData {
  readonly id: string;
  readonly numeral: string;
  readonly title: string;
  /** Other titles that the notices use themselves; accepted in silence. */
  readonly aliases: readonly string[];
  /** Titles that published reports write in its place: reported as altered, and evidence of a report. */
  readonly alterations: readonly string[];
  /** Key words that tell an altered title: one list of which every word stands in the title is enough. */
  readonly cues: readonly (readonly string[])[];
  /** The id of the table that belongs into the section. */
  readonly table?: string;
  /** Characters below which the section says nothing; any text is enough where it is absent. */
  readonly leastText?: number;
}

/** A section's title with its numeral, as the form has it. */
export function sectionName({ numeral, title }: Pick<SectionData, 'numeral' | 'title'>): string {
  return `${numeral}、${title}`;
}

/** A form that says only in what it differs from another one, which it names. */
export interface FormChange extends Partial<Omit<FormData, 'id' | 'source' | 'years' | 'sections' | 'tables'>>, Pick<FormData, 'id' | 'source' | 'years'> {
  readonly extends: string;
  readonly sections?: readonly SectionChange[];
  readonly tables?: readonly (TableChange | TableData)[];
}

/** Other values for a section of the base; one that the base does not have stands behind the section `after`, else last. */
export interface SectionChange extends Partial<Omit<SectionData, 'id'>> {
  readonly id: string;
  readonly after?: string;
}

/** Rows that a table of the base loses, calls otherwise and gains; a row is named by the ids that lead to it (`denied.stateSecret`). */
export interface TableChange {
  readonly id: string;
  readonly title?: string;
  readonly remove?: readonly string[];
  readonly rename?: readonly ({ readonly row: string } & LabelData)[];
  readonly add?: readonly { readonly after: string; readonly row: RowData | RowGroupData }[];
  /** Identities besides those of the base. */
  readonly identities?: readonly IdentityData[];
}

export interface TableData {
  readonly id: string;
  readonly title: string;
  /** `down`: one row below the other; `across`: the rows side by side in one line (section 四). */
  readonly arrangement: 'down' | 'across';
  readonly corner?: string;
  readonly blocks: readonly BlockData[];
  readonly identities: readonly IdentityData[];
  /** What figures follow from those of last year's report. */
  readonly acrossYears?: readonly YearIdentityData[];
}

export interface BlockData {
  /** The line above the block, e.g. 第二十条第（一）项. */
  readonly heading?: string;
  readonly corner?: string;
  readonly columns: readonly ColumnData[];
  readonly rows: readonly (RowData | RowGroupData)[];
}

/** `count`: an integer ≥ 0; `change`: an integer of either sign (本年增/减); `amount`: a decimal number in 万元. */
type FigureKind = 'count' | 'change' | 'amount';

export interface ColumnData extends LabelData {
  readonly id: string;
  readonly kind: FigureKind;
  /** Headers printed above the column's own, outermost first. */
  readonly groups?: readonly string[];
}

export interface RowData extends LabelData {
  readonly id: string;
  /** What messages call it where they put several rows into one formula. */
  readonly brief?: string;
}

export interface RowGroupData extends LabelData {
  /** Absent where the group adds nothing to the figure ids (三、本年度办理结果). */
  readonly id?: string;
  readonly rows: readonly (RowData | RowGroupData)[];
}

export interface LabelData {
  readonly label: string;
  /** Variants that are read in silence. */
  readonly aliases?: readonly string[];
  /** Variants that are read, and reported as altered. */
  readonly alterations?: readonly string[];
}

export interface IdentityData {
  readonly code: string;
  /** `column`: the terms are rows, checked in each column; `row`: the terms are columns, checked in each row. */
  readonly each: 'column' | 'row';
  /** The sum of the left terms equals the sum of the right ones; a group stands for its rows. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Where a violation is reported when its place is open. */
  readonly anchor: string;
  /** The total that the identity defines, if it defines one. */
  readonly defines?: string;
}

/** What a figure follows from last year's report: the term is last year's `last`, plus and minus other figures of the year. */
export interface YearIdentityData {
  readonly code: string;
  /** `column`: the terms are rows, compared in each column; `row`: the terms are columns, compared in each row. */
  readonly each: 'column' | 'row';
  readonly term: string;
  readonly last: string;
  readonly plus?: readonly string[];
  readonly minus?: readonly string[];
}
