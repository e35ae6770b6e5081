import data from './slips.json' with { type: 'json' };

/** Words by which slips are known that need no table: what a template left, doubled words, notices out of force. */
interface SlipsData {
  readonly leftovers: LeftoversData;
  readonly doubled: readonly DoubledData[];
  /** Words that stand for the first numbers of a list, in their order. */
  readonly numbering: { readonly adverbs: readonly string[] };
  readonly documents: DocumentsData;
  readonly organs: OrgansData;
  readonly dates: DatesData;
  readonly persons: PersonsData;
  readonly subheadings: { readonly topics: readonly string[] };
  readonly titles: TitlesData;
  readonly parts: PartsData;
  readonly repetition: RepetitionData;
  readonly documentCounts: DocumentCountsData;
}

interface LeftoversData {
  readonly placeholders: readonly string[];
  /** What stands behind a placeholder that was to be replaced by a name, a day or a number: XX局, ××日, ××条. */
  readonly nameEnds: readonly string[];
  readonly dayEnds: readonly string[];
  readonly countEnds: readonly string[];
  /** What shows 某某 before it to be no person (某某街道), and what tells of a case, whose places may be made unknown. */
  readonly casePlaces: readonly string[];
  readonly cases: readonly string[];
  /** Words besides verbs and what is counted behind which a number stands. */
  readonly beforeCounts: readonly string[];
  readonly phrases: readonly string[];
  /** What titles end in that a remark in brackets may follow: 申请表（示例）. */
  readonly titlesBefore: readonly string[];
  /** Word's own marks of comments (批注1). */
  readonly comments: readonly string[];
  /** What is counted, and by which measure words (量词). */
  readonly counted: readonly string[];
  readonly measures: readonly string[];
  /** Words of a clause that gives a number of the year, and its verbs. */
  readonly leads: readonly string[];
  readonly verbs: readonly string[];
  /** How a clause of counts goes on. */
  readonly goesOn: readonly string[];
  /** How it says that all was done. */
  readonly done: readonly string[];
  /** What stands behind a colon in the place of what is to be written. */
  readonly pending: readonly string[];
}

interface DoubledData {
  readonly words: string;
  /** Words in which they rightly stand twice. */
  readonly unless?: readonly string[];
}

interface DocumentsData {
  /** The signs of the notices that fix the forms. */
  readonly issuer: string;
  /** Words of a sentence about the report itself. */
  readonly reports: readonly string[];
  /** Notices of the same office on other matters. */
  readonly otherNotices: readonly string[];
  readonly superseded: readonly SupersededData[];
  readonly articles: ArticlesData;
  readonly misspelt: readonly MisspeltData[];
}

interface SupersededData {
  readonly says: readonly string[];
  /** The first year of reports that should not say so. */
  readonly from: number;
  readonly instead: string;
  /** Words of a sentence that may rightly say so. */
  readonly unless: readonly string[];
}

interface ArticlesData {
  readonly before: readonly string[];
  readonly says: readonly string[];
  readonly from: number;
  readonly instead: string;
}

interface MisspeltData {
  readonly says: string;
  readonly wrong: string;
  readonly right: string;
}

interface OrgansData {
  /** What places end in, and of which of them one is never above another. */
  readonly levels: readonly string[];
  /** What places with departments end in, as sentences name them: 全州. */
  readonly governed: readonly string[];
  readonly peers: readonly (readonly string[])[];
  /** Words that show that what ends like a place is none, or none of that rank. */
  readonly notPlaces: readonly string[];
  readonly ends: readonly string[];
  /** Words that many organs have in their names. */
  readonly generic: readonly string[];
  /** For each line of work the words of organs' names. */
  readonly duties: readonly (readonly string[])[];
  /** What the names of towns end in, what stands behind them in the names of their governments, and what may stand for both. */
  readonly towns: { readonly ranks: readonly string[]; readonly behind: readonly string[]; readonly offices: readonly string[] };
  /** Words of offices that answer for all organs of a place, or stand above them. */
  readonly offices: readonly string[];
  /** An office within an organ, and what such organs end in. */
  readonly office: string;
  readonly hosts: readonly string[];
  /** What a government's name may end in: without it the place names it as well (青禾县). */
  readonly government: string;
  /** What stands before and behind who compiled the report, and who answers questions. */
  readonly compiledBy: readonly string[];
  readonly compiles: readonly string[];
  readonly contact: readonly string[];
  readonly contacted: readonly string[];
}

interface DatesData {
  /** The section that is a summary of the year. */
  readonly section: string;
  /** Parts of a year that it may begin with, and words that show that the rest is told of too. */
  readonly parts: readonly string[];
  readonly whole: readonly string[];
}

interface TitlesData {
  /** What reports are called. */
  readonly names: readonly string[];
  /** What is no slip at the end of a title. */
  readonly others: readonly string[];
}

interface PersonsData {
  /** Words that say that a number is a private person's, and words that say that it is an office's. */
  readonly persons: readonly string[];
  readonly offices: readonly string[];
  /** Words right behind a person that make the number that follows that person's. */
  readonly own: readonly string[];
  /** By which a name is known behind 申请人. */
  readonly surnames: readonly string[];
}

interface PartsData {
  /** What consists of the parts. */
  readonly about: readonly string[];
  /** Words before and behind the list. */
  readonly begin: readonly string[];
  readonly behind: readonly string[];
  /** Words that may join two parts or stand within one. */
  readonly joins: readonly string[];
  /** Two words that a comma parts within the name of one part (行政复议、行政诉讼). */
  readonly pairs: { readonly first: string; readonly second: string };
}

interface RepetitionData {
  /** The sections that tell of the year, and are not to be last year's again (内容雷同). */
  readonly sections: readonly string[];
}

interface DocumentCountsData {
  readonly table: string;
  readonly rows: readonly string[];
  /** Issued, repealed and in force. */
  readonly columns: readonly string[];
  readonly rules: RulesData;
}

interface RulesData {
  readonly row: string;
  readonly columns: readonly string[];
  /** Names of organs that cannot make rules (规章): a place within them, or what they end in. */
  readonly within: readonly string[];
  readonly ends: readonly string[];
}

export const slips: SlipsData = data;
