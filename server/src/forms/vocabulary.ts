import { createFold, createNormaliser } from '../syntax/text.ts';
import { createGrammar, type Grammar, type ReadableLayout } from '../syntax/layout.ts';
import { layouts as knownLayouts } from '../syntax/tables/index.ts';
import { createVocabulary } from '../syntax/vocabulary.ts';
import type { Form } from './index.ts';
import { sectionName, type LabelData, type SectionData } from './form.ts';
import traditional from './traditional.json' with { type: 'json' };

export const normalise = createNormaliser(traditional);

/** What each character is read as in running text. */
export const fold = createFold(traditional);

/** The text as words are compared: no white space, half-width, simplified. */
export function foldText(text: string): string {
  let out = '';
  let codes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = fold[text.charCodeAt(at)] ?? 0;
    if (code !== 0) {
      codes.push(code);
    }
    if (codes.length === stretch) {
      out += String.fromCharCode(...codes);
      codes = [];
    }
  }
  return out + String.fromCharCode(...codes);
}

/** A text that grows by single characters takes thirty-two bytes for each of them. */
const stretch = 4096;

/** The traditional form of a character, for texts that are written so; itself where it has none. */
export function traditionalForm(character: string): string {
  return written.get(character) ?? character;
}

const written: ReadonlyMap<string, string> = new Map(Object.entries(traditional).map(([form, simplified]) => [simplified, form]));

/** All spellings of a label that name the same thing, the official one first. */
export function spellings(label: LabelData): readonly string[] {
  let spelled = known.get(label);
  if (!spelled) {
    spelled = [label.label, ...(label.aliases ?? []), ...(label.alterations ?? [])].map(normalise);
    known.set(label, spelled);
  }
  return spelled;
}

const known = new WeakMap<LabelData, readonly string[]>();

/** What the syntax needs to know to read texts on some forms, with their tables in some layouts. */
export function grammarOf(forms: readonly Form[], layouts: readonly ReadableLayout[] = knownLayouts): Grammar {
  const labels = new Set<string>();
  const rowLabels = new Set<string>();
  const add = (label: LabelData, target: Set<string>): void => spellings(label).forEach((spelling) => target.add(spelling));
  for (const table of forms.flatMap((form) => [...form.tables.values()])) {
    for (const row of table.rows) {
      add(row, labels);
      add(row, rowLabels);
      row.block.columns.forEach((column) => {
        add(column, labels);
        column.groups?.forEach((group) => add({ label: group }, labels));
      });
      [row.block.heading, row.block.corner, table.data.corner].forEach((label) => label && add({ label }, labels));
    }
    table.groups.forEach((group) => {
      add(group, labels);
      add(group, rowLabels);
    });
  }
  const sections = forms.flatMap((form) => form.data.sections);
  const vocabulary = createVocabulary({
    labels: [...labels],
    rowLabels: [...rowLabels],
    titles: sections.flatMap(titlesOf).map(normalise),
    numberedTitles: sections.flatMap((section) => titlesOf(section).map((title) => normalise(sectionName({ ...section, title })))),
    alteredTitles: sections.flatMap(({ alterations }) => alterations).map(normalise),
    cues: sections.flatMap((section) => section.cues),
    reportNames: [...new Set(forms.flatMap(({ data }) => (data.report === undefined ? [] : normalise(data.report))))],
    normalise,
  });
  return createGrammar(vocabulary, layouts);
}

function titlesOf({ title, aliases }: SectionData): readonly string[] {
  return [title, ...aliases];
}
