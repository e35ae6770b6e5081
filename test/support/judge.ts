import type { Diagnostic } from '../../server/src/service-types.ts';
import { figureDefinitions } from './figures.ts';
import type { ExpectedFigure, LaidOut } from './layouts/index.ts';
import { arithmeticCodes, isRight, offsets, type Reading } from './reading.ts';
import type { TableDamage } from './table-damage/index.ts';
import { threeForms } from './third-form.ts';

/** What became of a report whose tables were damaged. */
export interface Verdict {
  /** Figures that were read with their value at their place. */
  readonly right: number;
  /** Figures that were not read. */
  readonly unread: number;
  /** Figures with a value that is not theirs, or from a place that is not theirs; one line each. */
  readonly wrong: readonly string[];
  /** Rows whose figures were not read, of which no finding says so. */
  readonly silent: readonly string[];
  /** Warnings and errors that a careful reader would not raise. */
  readonly alleged: readonly string[];
}

/** Ids of figures that some form asks for which the reader knows; a report may print others. */
const ofForms: ReadonlySet<string> = new Set(threeForms.flatMap((form) => figureDefinitions(form).map(({ id }) => id)));

/** Findings that say that a row or a table cannot be read, or is not there. */
const refusals: ReadonlySet<string> = new Set([
  'cell-count', 'unreadable-table', 'missing-table', 'missing-row', 'missing-column', 'not-a-number', 'unknown-row', 'duplicate-row', 'superseded-form',
  'missing-section', 'not-a-report', 'group-row-figures',
]);

/** Refusals of a whole table, whose place is its first line or its heading. */
const ofTables: ReadonlySet<string> = new Set(['unreadable-table', 'missing-table', 'missing-column', 'missing-section', 'superseded-form', 'missing-row']);

export function judge(laidOut: LaidOut, harm: TableDamage, { reports, diagnostics }: Reading): Verdict {
  const at = offsets(laidOut.text);
  const figures = reports.length === 1 ? reports[0]?.figures ?? {} : {};
  const all = new Map([...laidOut.expected, ...laidOut.uncertain].filter(([id]) => ofForms.has(id)));
  const wrong: string[] = [];
  const unread: string[] = [];
  for (const [id, figure] of all) {
    const found = figures[id];
    if (found === undefined || found.value === null) {
      if (figure.value !== null && figure.places.length > 0) {
        unread.push(id);
      }
    } else if (harm.isNoNumber?.(id) ?? false) {
      wrong.push(`${id}: ${JSON.stringify(found.text)} was read as ${found.value}`);
    } else if (!isRight(figure, found, at, true)) {
      wrong.push(`${id}: ${figure.value} was read as ${found.value} (${JSON.stringify(found.text)})`);
    }
  }
  for (const [id, { value, text }] of Object.entries(figures)) {
    if (!all.has(id) && value !== null) {
      wrong.push(`${id}: read as ${value} (${JSON.stringify(text)}), and stands nowhere`);
    }
  }
  const lost = [...all].filter(([, { value, places }]) => value !== null && places.length === 0).length;
  const zones = zonesOf(all, laidOut.text.length);
  const placed = diagnostics.map((finding) => ({ finding, start: at(finding.range.start) }));
  return {
    right: all.size - wrong.length - unread.length - lost,
    unread: unread.length,
    wrong,
    silent: [...silentRows(unread, placed, zones, diagnostics), ...unsaid(harm, diagnostics)],
    alleged: placed.filter((each) => isAlleged(each, harm, all, zones) && !isOfLostRow(each, laidOut.text, all) && !isOfLostFee(each, laidOut.text)).map(({ finding }) =>
      `${finding.code} ${finding.figure ?? ''} ${finding.range.start.line + 1}: ${finding.message}`),
  };
}

/** A label may be broken behind so many characters. */
const labelStart = 4;

/** Labels of rows by the beginning of the ids of their figures. */
const rowLabels = threeForms.flatMap(({ tables }) => [...tables].flatMap(([table, { rows }]) => rows.map((row) => [`${table}.${row.id}`, row.label] as const)));

/** Whether a row is said to be blank in whose line its label stands and all whose figures were lost: that is what a reader sees. */
function isOfLostRow({ finding: { code, figure }, start }: Placed, text: string, all: ReadonlyMap<string, ExpectedFigure>): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1).split('\n', 1)[0] ?? '';
  const isLost = (row: string): boolean => {
    const own = [...all].filter(([id]) => rowOf(id) === row);
    return own.length > 0 && own.every(([, { places }]) => places.length === 0);
  };
  return code === 'blank-cell' && figure === undefined && rowLabels.some(([row, label]) => line.includes(label.slice(0, labelStart)) && isLost(row));
}

/** Whether the text says nothing of fees, because the title of its last section stands for what is written below it: a reader misses that too. */
function isOfLostFee({ finding: { code } }: Placed, text: string): boolean {
  return code === 'information-fee' && !/[费費]管理办法|信息[处處]理[费費]/u.test(text.replaceAll(/\s/gu, ''));
}

interface Placed {
  readonly finding: Diagnostic;
  readonly start: number;
}

/** From the end of what stands before to the beginning of what stands behind. */
interface Zone {
  readonly start: number;
  readonly end: number;
}

interface Zones {
  readonly rows: ReadonlyMap<string, Zone>;
  readonly tables: ReadonlyMap<string, Zone>;
}

function zonesOf(all: ReadonlyMap<string, ExpectedFigure>, length: number): Zones {
  const places = [...all].flatMap(([id, { places }]) => places.map(({ start, end }) => ({ id, start, end }))).sort((a, b) => a.start - b.start);
  return { rows: zonesBy(rowOf, places, length), tables: zonesBy(tableOf, places, length) };
}

function zonesBy(nameOf: (id: string) => string, places: readonly (Zone & { readonly id: string })[], length: number): Map<string, Zone> {
  const zones = new Map<string, Zone>();
  const runs = places.filter(({ id }, at) => nameOf(id) !== nameOf(places[at - 1]?.id ?? ''));
  runs.forEach(({ id }, at) => {
    const zone = zones.get(nameOf(id));
    const before = places[places.indexOf(runs[at] as typeof places[number]) - 1]?.end ?? 0;
    const behind = runs[at + 1]?.start ?? length;
    zones.set(nameOf(id), { start: Math.min(zone?.start ?? before, before), end: Math.max(zone?.end ?? behind, behind) });
  });
  return zones;
}

/** `requests.received` of `requests.received.total`; section 四 has one row for all. */
function rowOf(id: string): string {
  return id.startsWith('review.') ? 'review' : id.slice(0, id.lastIndexOf('.'));
}

function tableOf(id: string): string {
  return id.slice(0, id.indexOf('.'));
}

function silentRows(unread: readonly string[], placed: readonly Placed[], { rows, tables }: Zones, all: readonly Diagnostic[]): string[] {
  const says = placed.filter(({ finding }) => refusals.has(finding.code));
  return [...new Set(unread.map(rowOf))].filter((row) => {
    const zone = rows.get(row);
    const table = tables.get(tableOf(row));
    return !says.some(({ finding, start }) => isWithin(start, zone) || (ofTables.has(finding.code) && isWithin(start, table)))
      && !all.some(({ code, figure }) => refusals.has(code) && figure?.startsWith(`${row}.`));
  });
}

function isWithin(start: number, zone: Zone | undefined): boolean {
  return zone !== undefined && zone.start <= start && start <= zone.end;
}

function unsaid({ required }: TableDamage, diagnostics: readonly Diagnostic[]): string[] {
  return required === undefined || diagnostics.some(({ code }) => required.includes(code)) ? [] : [`none of ${required.join(', ')}`];
}

function isAlleged({ finding, start }: Placed, harm: TableDamage, all: ReadonlyMap<string, ExpectedFigure>, { rows, tables }: Zones): boolean {
  const { code, severity, figure } = finding;
  if (severity !== 'error' && severity !== 'warning') {
    return false;
  }
  if (arithmeticCodes.has(code)) {
    return true;
  }
  const touched = [...all.keys()].filter(harm.touches);
  const isLost = (id: string): boolean => (all.get(id)?.places.length ?? 0) === 0;
  // A row of which only the label is left is a blank one to any reader.
  if (code === 'blank-cell' && (figure === undefined ? touched.length > 0 && touched.every(isLost) : isLost(figure))) {
    return false;
  }
  if (code === 'missing-row' && touched.some(isLost)) {
    return false;
  }
  const isNear = [...new Set(touched.map(rowOf))].some((row) => isWithin(start, rows.get(row)))
    || [...new Set(touched.map(tableOf))].some((table) => !tables.has(table) || isWithin(start, tables.get(table)))
    || (figure !== undefined && harm.touches(figure));
  return !isNear || !['cell-count', 'unreadable-table', 'split-table', 'unknown-row', ...(harm.allowed ?? [])].includes(code);
}
