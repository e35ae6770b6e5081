import type { SectionData } from '../forms/form.ts';
import type { Family } from '../forms/families.ts';
import type { Form } from '../forms/index.ts';
import { sectionNamer } from '../forms/titles.ts';
import { normalise } from '../forms/vocabulary.ts';
import { greatest, least } from '../syntax/lists.ts';
import { readLooseNumbering, readNumbering } from '../syntax/numerals.ts';
import type { Heading, Node, Prose, Table } from '../syntax/tree.ts';
import { readOpening, type Opening } from './opening.ts';
import { comparesYears, hasFigures, mayBeOfForm, mayStandAlone } from './tables/choosing/nature.ts';
import { labelsShown, withoutHeads } from './tables/choosing/shown.ts';

/** What a text is by the words in it. */
export interface Recognition {
  /** `begun`: the title of a report and nothing below it; undefined: something else. */
  readonly kind: 'report' | 'begun' | undefined;
  /** Whether enough of it is a report's that a heading's numeral alone may tell its section. */
  readonly trustsNumerals: boolean;
}

/** So many section titles, or labels in a table, make a report whatever stands above them. */
const enoughSections = 3;
const enoughLabels = 3;
/** Fewer are enough below a title. */
const labelsBelowTitle = 2;
const sectionsForNumerals = 2;
/** A document about reports that bears so many labels, with figures, holds a whole table. */
const labelsOfWhole = 8;

/**
 * What the nodes of a text, or of a part of it, are. A report shows by the words of its section titles, never by their
 * numerals; by the labels of its tables; or by its title with either of them. The editor asks this of every text before
 * the server is started, and the engine of every text that it reads: there is one answer.
 */
export function recognise(nodes: readonly Node[], { forms, name }: Family): Recognition {
  const sections = sectionsNamed(nodes, forms);
  const opening = readOpening(nodes, (node) => (node.kind === 'table' ? isOfForm(node, forms) : named(node, forms) !== undefined), name);
  return {
    kind: kindOf(sections, labelsIn(nodes, forms), opening),
    trustsNumerals: opening.title !== undefined || sections.count >= sectionsForNumerals,
  };
}

function kindOf(sections: NamedSections, labels: Labels, opening: Opening): Recognition['kind'] {
  const { title, isAbout, isOnOther, announcesParts, isAboveList, isOfPart, isPublished } = opening;
  const isBeside = sections.count > 0;
  const isQuoting = isAbout && isBeside && sections.count < enoughSections;
  if (title === undefined && (isOfPart || isQuoting)) {
    return undefined;
  }
  const ofWhole = (): number => (isBeside ? labels.mostFilled() : labels.byThemselves().mostDown);
  if (labels.isTelling && (isAbout || isOnOther ? ofWhole() >= labelsOfWhole : (isBeside ? labels : labels.byThemselves()).most >= enoughLabels)) {
    return 'report';
  }
  const isList = sections.areBare && (isAboveList || sections.areLinks || (title === undefined && (announcesParts || sections.areItems)));
  if (!isAbout && !isList && sections.count >= enoughSections && sections.areTelling && (!isOnOther || sections.areOfGovernment)) {
    return 'report';
  }
  const isNamedOnly = (isAbout || isAboveList || sections.areLinks) && isEmpty(sections, labels);
  if (title !== undefined && !isNamedOnly && (sections.count > 0 || labels.most >= labelsBelowTitle)) {
    return 'report';
  }
  return title === 'alone' && !isAbout && !isAboveList && !isPublished && !sections.areLinks ? 'begun' : undefined;
}

/** Whether nothing is written below the titles, nor in a table: a notice has the form attached so. */
function isEmpty({ areBare }: NamedSections, { mostFilled }: Labels): boolean {
  return areBare && mostFilled() === 0;
}

/** The sections of which a title stands in the text. */
interface NamedSections {
  readonly count: number;
  /** Whether one of them stands in no other documents. */
  readonly areTelling: boolean;
  /** Whether a title says that it is about information of the government, and not of a school or a village. */
  readonly areOfGovernment: boolean;
  /** Whether no running text stands between their titles. */
  readonly areBare: boolean;
  /** Whether one of them is an item of a list of Markdown. */
  readonly areItems: boolean;
  /** Whether all of them are links of a page, which lead to its sections. */
  readonly areLinks: boolean;
}

const ofGovernment = '政府信息';

function sectionsNamed(nodes: readonly Node[], forms: readonly Form[]): NamedSections {
  const found = new Map<string, SectionData>();
  let areOfGovernment = false;
  let areBare = true;
  let areItems = false;
  let areLinks = true;
  let isBetween = false;
  nodes.forEach((node, at) => {
    const data = node.kind === 'table' || isPageNumber(nodes[at + 1]) ? undefined : named(node, forms);
    if (data && node.kind === 'heading') {
      areBare &&= !isBetween || found.size === 0;
      isBetween = false;
      found.set(data.id, data);
      areItems ||= isItem(node);
      areLinks &&= isLink(node);
      areOfGovernment ||= normalise(node.text).includes(ofGovernment);
    } else {
      isBetween ||= node.kind === 'prose';
    }
  });
  const areTelling = [...found.values()].some(({ table }) => table !== undefined);
  return { count: found.size, areTelling, areOfGovernment, areBare, areItems, areLinks: areLinks && found.size > 0 };
}

/** The section whose title a heading is by its words; one that is only named in a line or a row shows nothing. */
function named(node: Heading | Prose, forms: readonly Form[]): SectionData | undefined {
  if (node.kind !== 'heading' || node.level === 'title' || node.within || isInCode(node)) {
    return undefined;
  }
  const normal = normalise(node.text);
  const name = sectionNamer(forms);
  const number = readNumbering(normal);
  const found = name(withoutEnd(number?.words ?? normal.replace(/^、/u, '')));
  const loose = found || number ? undefined : withoutEnd(readLooseNumbering(normal)?.words ?? '');
  // Written as a sub-heading, （一）, only an official title counts.
  return found ?? (loose ? forms.flatMap(({ data }) => data.sections).find(({ title }) => normalise(title) === loose) : undefined);
}

function withoutEnd(words: string): string {
  return words.replace(/[:。]$/u, '');
}

/** A title within `<a href="…">`; what is only a place in a page, `<a name="…">`, is none. */
function isLink({ chunk: { text }, start }: Heading): boolean {
  const before = text.slice(Math.max(0, start - reachOfLink), start);
  const tag = before.slice(Math.max(0, before.lastIndexOf('<a ')));
  return tag.startsWith('<a ') && tag.includes('href=') && !tag.includes('</a');
}

/** The tag of a link stands in so many characters before its words. */
const reachOfLink = 200;

/** So much of the line around a title tells whether it is quoted. */
const reachOfQuote = 20;

/** A title in quotation marks of a program, with or without a comma behind, alone on its line: `'一、总体情况',`. */
function isInCode({ chunk: { text }, start, end }: Heading): boolean {
  // The heading may hold the marks itself, or end before them.
  const from = /['"`]/u.test(text.charAt(start)) ? start + 1 : start;
  const to = end - (/['"`][,;]?$/u.exec(text.slice(end - 2, end))?.[0].length ?? 0);
  return /(?:^|[\r\n])[ \t]*(?:- )?['"`]$/u.test(text.slice(Math.max(0, from - reachOfQuote), from))
    && /^['"`][,;]?[ \t]*(?:$|[\r\n])/u.test(text.slice(to, to + reachOfQuote));
}

function isItem({ chunk, start }: Heading): boolean {
  return /^\s*[-+]\s+$/u.test(chunk.text.slice(chunk.text.lastIndexOf('\n', start - 1) + 1, start));
}

/** What stands behind a title in a table of contents. */
function isPageNumber(node: Node | undefined): boolean {
  return node?.kind === 'prose' && /^[\s.·…—–-]*\d{1,3}$/u.test(node.text);
}

/** Below the titles of its sections a report is known before most of it is asked for. */
interface Labels {
  /** How many of one table of the forms stand in the tables of the text. */
  readonly most: number;
  /** Whether one of them stands in no other documents. */
  readonly isTelling: boolean;
  /** How many stand in tables that hold a figure: a notice on the form has them blank. */
  readonly mostFilled: () => number;
  /** The same where no section is named: beside other words an excerpt, which has all heads and few rows, and a list of items are no tables of the form. */
  readonly byThemselves: () => {
    readonly most: number;
    /** How many of them a table shows that is filled in and whose rows stand below each other. */
    readonly mostDown: number;
  };
}

function labelsIn(nodes: readonly Node[], forms: readonly Form[]): Labels {
  const tables = nodes.filter((node): node is Table => node.kind === 'table' && mayBeOfForm(node, forms));
  const all = labelsOf(tables, forms);
  return {
    ...all,
    mostFilled: () => labelsOf(tables.filter(hasFigures), forms).most,
    byThemselves: () => labelsByThemselves(nodes, tables, all.most, forms),
  };
}

function labelsByThemselves(nodes: readonly Node[], tables: readonly Table[], most: number, forms: readonly Form[]): ReturnType<Labels['byThemselves']> {
  const own = tables.filter((table) => !comparesYears(table, forms));
  const alone = own.filter(hasFigures).filter((table) => mayStandAlone(table, forms));
  const blank = own.filter((table) => !hasFigures(table) && mayStandAlone(table, forms));
  const areTables = own.length === tables.length && nodes.every(({ kind }) => kind === 'table');
  const isBelowWords = nodes[0]?.kind !== 'table';
  const rows = shownIn(alone, forms, true);
  const ofRows = tally(isBelowWords ? new Map([...rows].filter(([id, { size }]) => !isExcerpt(id, size, forms))) : rows, forms).most;
  return { most: areTables ? most : Math.max(ofRows, labelsOf(blank, forms).most), mostDown: labelsOf(alone, forms, true, isDown).most };
}

function isDown(id: string, forms: readonly Form[]): boolean {
  return forms.every(({ tables }) => tables.get(id)?.data.arrangement !== 'across');
}

function labelsOf(
  tables: readonly Table[], forms: readonly Form[], isOfRows = false, isCounted: (id: string, forms: readonly Form[]) => boolean = () => true,
): Pick<Labels, 'most' | 'isTelling'> {
  return tally(shownIn(tables, forms, isOfRows, isCounted), forms);
}

function shownIn(
  tables: readonly Table[], forms: readonly Form[], isOfRows: boolean, isCounted: (id: string, forms: readonly Form[]) => boolean = () => true,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const table of tables) {
    for (const [id, shown] of [...labelsShown(table, forms)].filter(([one]) => isCounted(one, forms))) {
      const labels = isOfRows ? withoutHeads(id, shown, forms) : shown;
      found.set(id, new Set([...(found.get(id) ?? []), ...labels]));
    }
  }
  return found;
}

function tally(found: ReadonlyMap<string, ReadonlySet<string>>, forms: readonly Form[]): Pick<Labels, 'most' | 'isTelling'> {
  const common = commonLabels(forms);
  const telling = [...found.values()].filter((labels) => [...labels].some((label) => !common.has(label)));
  const sizes = (telling.length > 0 ? telling : [...found.values()]).map(({ size }) => size);
  return { most: Math.max(0, greatest(sizes)), isTelling: telling.length > 0 };
}

const rowsOfExcerpt = 3;

/** Whether rows are a few of a long table: quoted in a letter or a talk. */
function isExcerpt(id: string, rows: number, forms: readonly Form[]): boolean {
  const wanted = least(forms.flatMap(({ tables }) => tables.get(id)?.rows.length ?? []));
  return rows <= rowsOfExcerpt && wanted > labelsOfWhole * 2;
}

function isOfForm(table: Table, forms: readonly Form[]): boolean {
  return mayBeOfForm(table, forms) && [...labelsShown(table, forms).values()].some(({ size }) => size >= labelsBelowTitle);
}

const knownCommon = new WeakMap<readonly Form[], ReadonlySet<string>>();

function commonLabels(forms: readonly Form[]): ReadonlySet<string> {
  let common = knownCommon.get(forms);
  if (!common) {
    common = new Set(forms.flatMap(({ data }) => data.commonLabels).map(normalise));
    knownCommon.set(forms, common);
  }
  return common;
}
