import * as l10n from '@vscode/l10n';
import { sectionName, type FormData, type SectionData } from '../forms/form.ts';
import { formForYear, type Form } from '../forms/index.ts';
import type { FormTable } from '../forms/table.ts';
import { fillIn, writing } from '../forms/writing.ts';
import { writeTable } from '../model/writing/table.ts';
import type { NewReport } from '../service-types.ts';
import { writerFor } from '../syntax/tables/index.ts';

interface Refusal {
  readonly refusal: string;
}

/** The form for a year that a report is written in, or why there is none. */
export function formFor(forms: readonly Form[], year: number): Form | Refusal {
  return formForYear(forms, year) ?? refuseYear(forms, year);
}

function refuseYear(forms: readonly Form[], year: number): Refusal {
  if (forms.length === 0) {
    return { refusal: l10n.t('There is no form for such a report.') };
  }
  const years = forms.map(({ data }) => data.years);
  return {
    refusal: l10n.t('There is no form for {0}; forms are known for {1} to {2}.', String(year),
      String(Math.min(...years.map(({ from }) => from))), String(Math.max(...years.map(({ to }) => to)))),
  };
}

/** A form with the organ and year in its title, comments that say what to write, and the figures that are known. */
export function formText(form: Form, { organ, year, report }: NewReport, figure: Parts['figure']): string {
  return assemble(form, {
    title: titleOf(form.data, organ.replace(/\s+/gu, ''), year),
    preamble: preambleOf(form.data, year),
    body: ({ id }) => (report === undefined ? writing.prompts[id] ?? [] : []).map((prompt) => `<!-- ${prompt} -->`),
    figure,
  });
}

interface Parts {
  readonly title: string;
  readonly preamble: readonly string[];
  readonly body: (section: SectionData) => readonly string[];
  /** What a figure's cell holds; undefined where it is blank. */
  readonly figure: (id: string) => string | undefined;
}

export function assemble(form: Form, { title, preamble, body, figure }: Parts): string {
  const sections = form.data.sections.flatMap((data) => {
    const table = data.table === undefined ? undefined : form.tables.get(data.table);
    return [`## ${sectionName(data)}`, ...body(data), ...(table ? [tableText(table, figure)] : [])];
  });
  return `${[`# ${title}`, ...preamble, ...sections].join('\n\n')}\n`;
}

function tableText(table: FormTable, figure: Parts['figure']): string {
  return writeTable(table, { writer: writerFor('markdown'), lineEnd: '\n' }, table.figures.map(({ id }) => figure(id) ?? ''));
}

function preambleOf({ source, preamble, report }: FormData, year: number): string[] {
  return (preamble ?? (report === undefined ? writing.preamble : [])).map((text) => fill(text, { source, year: String(year) }));
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return fillIn(text, (name) => values[name] ?? '') ?? '';
}

export function titleOf({ report }: FormData, organ: string, year: number): string {
  return fill(report === undefined ? writing.title : `{organ}{year}年${report}`, { organ, year: String(year) });
}
