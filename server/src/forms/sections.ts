import type { SectionData } from './form.ts';
import type { Form } from './index.ts';

/**
 * The sections of all forms, in the order of the newest and with every title that one of them gives, to find the sections
 * of a report before it is known which form it is on.
 */
export function sectionsOfAll(forms: readonly Form[]): readonly SectionData[] {
  return forms.map(({ data }) => data.sections).reduceRight((newer, older) => merge(newer, older), []);
}

/** Whether a form has just these sections. */
export function hasSections({ data }: Form, sections: readonly SectionData[]): boolean {
  return JSON.stringify(data.sections) === JSON.stringify(sections);
}

function merge(newer: readonly SectionData[], older: readonly SectionData[]): readonly SectionData[] {
  const merged = newer.map((section) => joined(section, older.find(({ id }) => id === section.id)));
  older.forEach((section, at) => {
    if (newer.every(({ id }) => id !== section.id)) {
      const before = merged.findIndex(({ id }) => id === older[at - 1]?.id);
      merged.splice(before + 1, 0, section);
    }
  });
  return merged;
}

function joined(section: SectionData, other: SectionData | undefined): SectionData {
  const union = (key: 'aliases' | 'alterations', more: readonly string[]): readonly string[] =>
    [...new Set([...section[key], ...more])].filter((title) => title !== section.title);
  return other === undefined ? section : {
    ...section,
    aliases: union('aliases', [other.title, ...other.aliases]),
    alterations: union('alterations', other.alterations),
    cues: [...section.cues, ...other.cues.filter((cue) => !section.cues.some((own) => own.join() === cue.join()))],
  };
}
