import type { Form } from '../../server/src/forms/index.ts';
import { officialForms } from '../../server/src/official-forms.ts';
import type { LabelData } from '../../server/src/forms/form.ts';
import { numeral } from '../../server/src/syntax/numerals.ts';

/** White space that may stand between the characters of a label: a PDF's text scatters them. */
const gap = '[\\s\\x{3000}]{0,3}';
/** A cell's edge: a label in running text is none. */
const cellStart = '(?<![^\\s\\x{3000}|>])';
/** The same with the white space that a line begins with, so that a label wins over a sub-heading there. */
const labelStart = `(?:^[\\s\\x{3000}]+|${cellStart})`;
const cellEnd = '(?![^\\s\\x{3000}|<])';

/** Characters that stand for one another in published reports. */
const variants = [
  '（(', '）)', '，,', '：:', '；;', '、.．', '“"”', '”"“', '/／', '.．、',
  ...[...'0123456789'].map((digit, at) => digit + '０１２３４５６７８９'[at]),
];

const plain = /[A-Za-z0-9\u3400-\u9FFF]/u;

/** One character of a label as a pattern; each is a single character or a class, so that matching stays linear. */
function character(char: string): string {
  const variant = variants.find((group) => group.startsWith(char));
  if (variant !== undefined) {
    return `[${variant}]`;
  }
  return plain.test(char) ? char : `\\${char}`;
}

function scattered(label: string): string {
  return [...label].map(character).join(gap);
}

function alternatives(labels: Iterable<string>): string {
  const sorted = [...new Set(labels)].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  return `(?:${sorted.map(scattered).join('|')})`;
}

function silentSpellings({ label, aliases = [] }: LabelData): string[] {
  return [label, ...aliases];
}

interface Words {
  readonly titles: readonly { readonly numeral: string; readonly titles: readonly string[] }[];
  readonly totals: readonly string[];
  readonly labels: readonly string[];
}

/** All words of the forms; `spellingsOf` says which spellings of a label count. */
function wordsOf(forms: readonly Form[], spellingsOf: (label: LabelData) => string[]): Words {
  const totals = new Set<string>();
  const labels = new Set<string>();
  for (const table of forms.flatMap((form) => [...form.tables.values()])) {
    const defined = new Set(table.data.identities.map((identity) => identity.defines));
    const add = (label: LabelData, id?: string): void =>
      spellingsOf(label).forEach((spelling) => (id !== undefined && defined.has(id) ? totals : labels).add(spelling));
    [table.data.corner, ...table.data.blocks.flatMap((block) => [block.heading, block.corner])]
      .forEach((label) => label !== undefined && add({ label }));
    table.groups.forEach((group) => add(group));
    table.rows.forEach((row) => add(row, row.id));
    for (const column of table.data.blocks.flatMap((block) => block.columns)) {
      add(column, column.id);
      column.groups?.forEach((label) => add({ label }));
    }
  }
  const titles = new Map<string, Set<string>>();
  for (const { numeral, title, aliases } of forms.flatMap((form) => form.data.sections)) {
    const known = titles.get(numeral) ?? new Set();
    spellingsOf({ label: title, aliases }).forEach((spelling) => known.add(spelling));
    titles.set(numeral, known);
  }
  return {
    titles: [...titles].map(([numeral, known]) => ({ numeral, titles: [...known] })),
    totals: [...totals],
    labels: [...labels].filter((label) => !totals.has(label)),
  };
}

function sectionTitle({ titles }: Words): string {
  const patterns = titles.map((section) => `${section.numeral}${gap}[、.．]${gap}${alternatives(section.titles)}`);
  return `(?:${patterns.join('|')})`;
}

const numbered = `${numeral}[、.．][^。；，\\t|]{2,40}$`;
const bracketed = `[（(]${numeral}[）)][^。；，：\\t|0-9]{0,24}(?:[。：]|$)`;
const digits = '[0-9０-９]';
const number = `(?:[+\\-－]|${cellStart}[增减])?${digits}+(?:[,，]${digits}{3})*(?:[.．]${digits}+)?(?!${digits})`;
/** What makes a number the number of an item: 5.要求 … */
const itemMark = '[.．、][\\x{4E00}-\\x{9FFF}]';
const units = ['万元', '元', '人次', '件', '条', '份', '项', '个', '宗', '起', '次', '人', '篇', '期', '场', '%', '％'];

/** The grammar of the report language (`text.disclosure-report`). */
export function renderGrammar(): string {
  const words = wordsOf(officialForms, silentSpellings);
  const total = `${labelStart}(${alternatives(words.totals)})${cellEnd}`;
  return json({
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    information_for_contributors: ['Generated from server/src/forms by npm run generate.'],
    name: '政府信息公开年报',
    scopeName: 'text.disclosure-report',
    patterns: ['comment', 'page', 'title', 'section', 'total', 'label', 'subheading', 'date', 'figure', 'unit', 'separator']
      .map((name) => ({ include: `#${name}` })),
    repository: {
      comment: {
        name: 'comment.block.disclosure-report',
        begin: '<!--',
        end: '-->',
        patterns: [{
          name: 'keyword.control.directive.disclosure-report',
          match: '\\bdisclosure-report-(?:disable(?:-next-line|-line|-file)?|enable)\\b',
        }],
      },
      page: {
        comment: 'The number of a page, in the text of a PDF.',
        name: 'comment.line.page.disclosure-report',
        match: `^[\\s\\x{3000}]*[-—–－]\\s?${digits}{1,4}\\s?[-—–－][\\s\\x{3000}]*$`,
      },
      title: {
        comment: 'The title, or its second line.',
        name: 'markup.heading.1.disclosure-report entity.name.section.disclosure-report',
        match: `^[^。；\\t|]{0,60}政府信息公开[^。；\\t|]{0,12}年(?:度)?报(?:告)?[\\s\\x{3000}*]*$`,
      },
      section: {
        name: 'markup.heading.2.disclosure-report entity.name.section.disclosure-report',
        match: `^[\\s\\x{3000}#*]*${sectionTitle(words)}[\\s\\x{3000}：:。*]*$`,
      },
      total: {
        comment: 'The label of a total, and the figures behind it on its line.',
        begin: total,
        beginCaptures: { 1: { name: 'keyword.other.total.disclosure-report' } },
        end: '$|(?=</tr)',
        patterns: [
          { match: total, captures: { 1: { name: 'keyword.other.total.disclosure-report' } } },
          { include: '#label' },
          { name: 'constant.numeric.total.disclosure-report', match: number },
          { include: '#separator' },
        ],
      },
      label: {
        match: `${labelStart}(${alternatives(words.labels)})${cellEnd}`,
        captures: { 1: { name: 'support.type.label.disclosure-report', patterns: [{ include: '#unit' }] } },
      },
      subheading: {
        name: 'markup.heading.3.disclosure-report',
        match: `^[\\s\\x{3000}#*]*(?:${numbered}|${bracketed})`,
      },
      date: {
        name: 'constant.numeric.date.disclosure-report',
        match: `${digits}{4}\\s?年度?|${digits}{1,2}\\s?月(?:\\s?${digits}{1,2}\\s?日)?`,
      },
      figure: {
        match: `(?<![0-9A-Za-z〔.])(${number})(?!${itemMark})\\s?(${units.join('|')})?`,
        captures: {
          1: { name: 'constant.numeric.figure.disclosure-report' },
          2: { name: 'keyword.other.unit.disclosure-report' },
        },
      },
      unit: { name: 'keyword.other.unit.disclosure-report', match: '(?<=单位[：:])(?:万元|元|件)' },
      separator: { name: 'punctuation.separator.cell.disclosure-report', match: '\\|' },
    },
  });
}

/** What is added to the Markdown grammar: official titles and labels, at places where they can be nothing else. */
export function renderInjection(): string {
  const words = wordsOf(officialForms, ({ label }) => [label]);
  const cell = (labels: readonly string[]): string =>
    `(?<=[|>])[\\s\\x{3000}]*(${alternatives(labels)})(?=[\\s\\x{3000}]*(?:[|<]|$))`;
  return json({
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    information_for_contributors: ['Generated from server/src/forms by npm run generate.'],
    scopeName: 'text.disclosure-report.markdown',
    injectionSelector: 'L:text.html.markdown - (markup.fenced_code | markup.inline.raw | comment | meta.embedded)',
    patterns: [
      {
        name: 'entity.name.section.disclosure-report',
        match: `(?<![^\\s\\x{3000}#*])${sectionTitle(words)}(?=[\\s\\x{3000}#*]*$)`,
      },
      { match: cell(words.totals), captures: { 1: { name: 'keyword.other.total.disclosure-report' } } },
      { match: cell(words.labels), captures: { 1: { name: 'support.type.label.disclosure-report' } } },
    ],
  });
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
