import type { Diagnosis } from '../diagnosis.ts';
import { type OpenDocument } from '../document.ts';
import { rowPath } from '../model/naming.ts';
import { fillIn, writing, type SentenceData } from '../forms/writing.ts';
import type { BoundTable, Report } from '../model/report.ts';
import { sectionsOf } from '../model/form-of-report.ts';
import { sectionName } from '../forms/form.ts';
import type { CompletionEntry, Position } from '../service-types.ts';
import { startOf, reportExtent, tableExtent } from '../model/places.ts';

/** A place at which something is being written. */
interface Site {
  readonly document: OpenDocument;
  readonly report: Report;
  readonly position: Position;
  /** The line up to the caret, and behind it. */
  readonly before: string;
  readonly behind: string;
}

/**
 * What can be written at a position: in a table the labels of rows that it lacks, elsewhere the titles of sections that
 * the report lacks and standard sentences with the figures of its tables.
 */
export function completions({ document }: Diagnosis, position: Position): CompletionEntry[] {
  const offset = document.offsetAt(position);
  const report = document.reports.findLast((one) => reportExtent(one)[0] <= offset);
  const line = document.lineAt(position.line);
  if (!report || line === undefined) {
    return [];
  }
  const site = { document, report, position, before: line.slice(0, position.character), behind: line.slice(position.character) };
  const table = [...report.tables.values()].find((one) => isIn(site, one));
  return table ? rowLabels(site, table) : [...sectionTitles(site), ...sentences(site)];
}

/** Whether the caret is in a table's lines, or has begun another line of cells below it. */
function isIn({ document, position, before }: Site, table: BoundTable): boolean {
  const { start, end } = document.rangeBetween(...tableExtent(table));
  return position.line >= start.line
    && (position.line <= end.line || (position.line === end.line + 1 && /^\s*[|\t]/u.test(before)));
}

/** The labels of missing rows, in a cell that can hold one: before any number of a row that has no label yet. */
function rowLabels({ document, position, before, behind }: Site, table: BoundTable): CompletionEntry[] {
  const isBound = table.rows.some(({ label }) => document.rangeOf(label).start.line === position.line);
  const from = /(?:.*[|\t>])?\s*/u.exec(before)?.[0].length ?? 0;
  const typed = before.slice(from);
  if (isBound || table.form.data.arrangement === 'across' || /\d/u.test(before) || /^\s*[^\s|<]/u.test(behind)) {
    return [];
  }
  return table.missingRows.filter((row) => isBegun(typed, row.label)).map((row) => ({
    kind: 'row',
    label: row.label,
    detail: rowPath(row).slice(0, -1).join(' › '),
    range: { start: { line: position.line, character: from }, end: position },
    newText: row.label,
    filterText: row.label,
  }));
}

function sectionTitles({ document, report, position, before, behind }: Site): CompletionEntry[] {
  const marks = /^[\s#*_]*/u.exec(before)?.[0] ?? '';
  const typed = before.slice(marks.length);
  if (behind.trim() !== '') {
    return [];
  }
  const prefix = headingMarks(document, report) ?? marks;
  return sectionsOf(report)
    .filter((data) => !report.sections.some((section) => section.data.id === data.id))
    .map((data) => sectionName(data))
    .filter((name) => isBegun(typed, name))
    .map((name) => ({
      kind: 'section',
      label: name,
      detail: '',
      range: { start: { line: position.line, character: 0 }, end: position },
      newText: prefix + name,
      filterText: /\s/u.test(typed) ? before : marks + name,
    }));
}

/** The marks before the titles of the report's other sections. */
function headingMarks(document: OpenDocument, { sections }: Report): string | undefined {
  const [section] = sections;
  const start = section && document.rangeOf(section.title.place).start;
  const marks = start && /^#*\s*/u.exec(document.lineAt(start.line) ?? '')?.[0];
  return marks === undefined || marks.includes('　') ? undefined : marks;
}

/** The sentences that fit into the section, behind the last full sentence of the line. */
function sentences({ document, report, position, before, behind }: Site): CompletionEntry[] {
  const offset = document.offsetAt(position);
  const section = report.sections.findLast(({ title }) => startOf(title.place) < offset);
  if (!section || /^[ \t]*[#|]/u.test(before) || document.rangeOf(section.title.place).end.line >= position.line) {
    return [];
  }
  const from = /^(?:.*[。！？])?\s*/u.exec(before)?.[0].length ?? 0;
  const typed = before.slice(from);
  if (typed === '' && behind.trim() !== '') {
    return [];
  }
  const valueOf = (name: string): string | undefined => (name === 'year' ? report.year?.toString() : certainValue(report, name));
  const isTrue = ({ sections, zero = [] }: SentenceData): boolean => sections.includes(section.data.id) && zero.every((figure) => valueOf(figure) === '0');
  return writing.sentences.filter(isTrue).flatMap((sentence) => {
    const text = fillIn(sentence.text, valueOf);
    return text === undefined || !isBegun(typed, text) ? [] : [{
      kind: 'sentence' as const,
      label: text,
      detail: '',
      range: { start: { line: position.line, character: from }, end: position },
      newText: text,
      filterText: text,
    }];
  });
}

/** A figure that was read for certain and takes part in no identity that fails. */
function certainValue({ tables }: Report, id: string): string | undefined {
  for (const { form, figures, analysis } of tables.values()) {
    const index = form.figureById.get(id)?.index;
    const value = index === undefined ? null : (figures[index]?.value ?? null);
    if (index !== undefined && value !== null && value >= 0) {
      const isDoubtful = (form.system.memberships[index] ?? []).some((identity) => analysis.states[identity] === 'broken');
      return isDoubtful ? undefined : String(value);
    }
  }
  return undefined;
}

/** Whether what was typed are characters of the text in its order. */
function isBegun(typed: string, text: string): boolean {
  let at = 0;
  return [...typed.replace(/\s+/gu, '')].every((character) => {
    at = text.indexOf(character, at) + 1;
    return at > 0;
  });
}
