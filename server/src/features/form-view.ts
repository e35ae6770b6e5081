import type { LocatedReport } from '../collection/index.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { FormTable, Identity } from '../forms/table.ts';
import { figurePath } from '../model/naming.ts';
import type { BoundTable, Report } from '../model/report.ts';
import { printedGrid, type PrintedCell } from '../model/writing/grid.ts';
import { formulaOf } from '../model/arithmetic/reporting.ts';
import { lineOf } from '../model/arithmetic/index.ts';
import { sumOf } from '../model/arithmetic/tally.ts';
import type {
  Diagnostic, FormCell, FormFigure, FormFinding, FormIdentity, FormLastYear, FormTableView, FormView, Range,
} from '../service-types.ts';
import { placeOfFigure, placeOfLine, reportExtent, startOf, tableExtent } from '../model/places.ts';
import { contains } from '../syntax/positions.ts';
import { sectionName } from '../forms/form.ts';
import { changeSince, figureIn, lastYearOf } from './last-year.ts';

/**
 * The reports of a document as their official form: its tables as printed, with the figures of the text in them.
 * Where one report is asked for, the others come without their tables.
 */
export function formViews(diagnosis: Diagnosis, only?: number): FormView[] {
  const { document, diagnostics } = diagnosis;
  return document.reports.map((report, index) => {
    const lastYear = lastYearOf(diagnosis, report);
    const year = lastYear?.report.year;
    return {
      range: document.rangeBetween(...reportExtent(report)),
      title: report.title?.text ?? '',
      year: report.year ?? null,
      ...(lastYear && year !== undefined ? { lastYear: { uri: lastYear.uri, year } } : {}),
      tables: only !== undefined && only !== index ? []
        : tableViews({ document, lastYear }, report, diagnostics.filter((diagnostic) => diagnostic.report === index)),
    };
  });
}

/** A text, and what its figures are shown beside. */
interface Shown {
  readonly document: OpenDocument;
  readonly lastYear: LocatedReport | undefined;
}

/** The tables in the order of the form in force: as the text shows each of them, empty where it has none. */
function tableViews(shown: Shown, report: Report, diagnostics: readonly Diagnostic[]): FormTableView[] {
  const ids = new Set([...(report.form?.tables.keys() ?? []), ...report.tables.keys()]);
  return [...ids].flatMap((id) => {
    const bound = report.tables.get(id);
    const form = bound?.form ?? report.form?.tables.get(id);
    return form ? [tableView(shown, form, bound, titleOf(report, form), diagnostics)] : [];
  });
}

/** The title of the section that the table belongs into, with its numeral. */
function titleOf(report: Report, form: FormTable): string {
  const section = report.form?.data.sections.find(({ table }) => table === form.id);
  return section ? sectionName(section) : form.data.title;
}

function tableView(
  shown: Shown, form: FormTable, bound: BoundTable | undefined, title: string, diagnostics: readonly Diagnostic[],
): FormTableView {
  const { document } = shown;
  const grid = gridOf(form);
  const figures = form.figures.map(({ index }) => figureView(shown, form, bound, index));
  const findings = bound ? findingsIn(document, bound, figures, diagnostics) : [];
  return {
    id: form.id,
    form: form.form,
    title,
    isFound: bound !== undefined,
    ...(bound ? { range: document.rangeBetween(...tableExtent(bound)) } : {}),
    width: grid.width,
    rows: grid.rows,
    figures,
    identities: bound ? form.system.identities.map((identity) => identityView(bound, identity)) : [],
    findings,
  };
}

interface Grid {
  readonly width: number;
  readonly rows: readonly (readonly FormCell[])[];
}

const grids = new WeakMap<FormTable, Grid>();

/** The form's table row by row; its figures are numbered in the order of reading, as the form numbers them. */
function gridOf(form: FormTable): Grid {
  let grid = grids.get(form);
  if (!grid) {
    const { width, height, cells } = printedGrid(form);
    let figure = 0;
    const numbered = cells.map((cell) => ({ cell, view: cellView(cell, cell.kind === 'figure' ? figure++ : undefined) }));
    const rows = Array.from({ length: height }, (_, row) => numbered.filter(({ cell }) => cell.row === row).map(({ view }) => view));
    grid = { width, rows };
    grids.set(form, grid);
  }
  return grid;
}

function cellView({ kind, text, column, rowSpan, columnSpan }: PrintedCell, figure: number | undefined): FormCell {
  return { kind, text, column, rowSpan, columnSpan, ...(figure === undefined ? {} : { figure }) };
}

function figureView({ document, lastYear }: Shown, form: FormTable, bound: BoundTable | undefined, index: number): FormFigure {
  const definition = form.figures[index];
  const figure = bound?.figures[index];
  const last = lastYear && definition ? figureIn(lastYear, definition.id) : undefined;
  return {
    id: definition?.id ?? '',
    name: definition ? figurePath(definition) : [],
    kind: definition?.column.kind ?? 'count',
    isTotal: form.system.isTotal[index] === true,
    state: figure?.state ?? 'absent',
    text: figure?.text.trim() ?? '',
    value: figure?.value ?? null,
    ...(figure ? { range: document.rangeOf(figure.place) } : {}),
    ...(last ? { lastYear: beside(last, figure?.value ?? null) } : {}),
    identities: form.system.memberships[index] ?? [],
  };
}

function beside(last: Omit<FormLastYear, 'change'>, value: number | null): FormLastYear {
  const change = changeSince(value, last.value);
  return { ...last, ...(change === undefined ? {} : { change }) };
}

function identityView(table: BoundTable, identity: Identity): FormIdentity {
  const state = table.analysis.states[identity.index] ?? 'unknown';
  const left = sumOf(identity.left, table.values);
  const right = sumOf(identity.right, table.values);
  return {
    code: identity.code,
    left: identity.left,
    right: identity.right,
    anchor: identity.anchor,
    state,
    formula: formulaOf(table, identity, state === 'broken' ? '≠' : '='),
    difference: left === null || right === null ? null : left - right,
  };
}

/** The findings that stand in the table, each at the figures that it is about or that its range covers. */
function findingsIn(
  document: OpenDocument, bound: BoundTable, figures: readonly FormFigure[], diagnostics: readonly Diagnostic[],
): FormFinding[] {
  const range = document.rangeBetween(...tableExtent(bound));
  return diagnostics
    .filter((diagnostic) => contains(range, diagnostic.range.start))
    .map(({ code, severity, message, figure, range: place }) => {
      const ofAct = cellsOfAct(document, bound, code, place);
      const at = figures.flatMap((one, index) =>
        one.id === figure || ofAct.has(index) || (one.state === 'blank' && one.range && contains(place, one.range.start)) ? [index] : []);
      return { code, severity, message, range: place, figures: at };
    });
}

/** The figures that were made wrong in a row or column, or in two cells, of which a finding tells as a whole. */
function cellsOfAct(document: OpenDocument, bound: BoundTable, code: string, place: Range): ReadonlySet<number> {
  const told = bound.analysis.findings.filter((finding) => {
    const line = lineOf(finding);
    const stands = line === undefined ? placeOfFigure(bound, finding.figure) : placeOfLine(bound, line);
    return finding.act !== undefined && finding.code === code && startOf(stands) === document.offsetAt(place.start);
  });
  return new Set(told.flatMap(({ act }) => act?.cells.map(({ figure }) => figure) ?? []));
}
