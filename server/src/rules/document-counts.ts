import * as l10n from '@vscode/l10n';
import { slips } from '../forms/slips.ts';
import { foldText } from '../forms/vocabulary.ts';
import type { BoundTable, Report } from '../model/report.ts';
import type { Finding, Rule } from './rule.ts';
import { briefRow } from '../model/naming.ts';
import { placeInText } from '../model/running-text.ts';
import { inWrongUnit } from './support/mismatches.ts';
import { placeOfFigure } from '../model/places.ts';

/** Numbers of the second table that cannot be: fewer documents in force than were issued, rules (规章) of an organ that cannot make any, 元 in the place of 万元. */
export const documentCounts: Rule = {
  code: 'document-counts',
  check(report) {
    const table = report.tables.get(slips.documentCounts.table);
    return table ? [...fewInForce(table), ...rulesOfNobody(report, table), ...feesInWrongUnit(report)] : [];
  },
};

const { documentCounts: words } = slips;

function figureAt(table: BoundTable, row: string, column: string): { index: number; value: number } | undefined {
  const definition = table.form.figureById.get(`${table.id}.${row}.${column}`);
  const value = definition && table.values[definition.index];
  return definition === undefined || value === null || value === undefined ? undefined : { index: definition.index, value };
}

function fewInForce(table: BoundTable): Finding[] {
  return words.rows.flatMap((row) => {
    const [issued, repealed, inForce] = words.columns.map((column) => figureAt(table, row, column));
    if (!issued || !repealed || !inForce || issued.value - repealed.value <= inForce.value) {
      return [];
    }
    const definition = table.form.figures[inForce.index];
    return [{
      code: documentCounts.code,
      place: placeOfFigure(table, inForce.index),
      ...(definition && { figure: definition.id }),
      message: l10n.t('{0} were issued and {1} repealed this year, so that {2} in force are too few.', issued.value, repealed.value, inForce.value),
    }];
  });
}

function rulesOfNobody({ title }: Report, table: BoundTable): Finding[] {
  const organ = title?.organ === undefined ? '' : foldText(title.organ);
  const { within, ends, row, columns } = words.rules;
  const isBelow = within.some((place) => organ.indexOf(place) > 1) || ends.some((end) => organ.endsWith(end));
  const made = isBelow ? columns.flatMap((column) => figureAt(table, row, column) ?? []).find(({ value }) => value > 0) : undefined;
  const definition = made && table.form.figures[made.index];
  return definition ? [{
    code: documentCounts.code,
    place: placeOfFigure(table, made.index),
    severity: 'warning',
    figure: definition.id,
    message: l10n.t('{0} cannot make any of "{1}": only ministries, provinces and cities with districts can.', organ, briefRow(definition.row)),
  }] : [];
}

function feesInWrongUnit(report: Report): Finding[] {
  return inWrongUnit(report).map(({ table, definition, prose, found, said }) => ({
    code: documentCounts.code,
    place: placeOfFigure(table, definition.index),
    severity: 'warning',
    figure: definition.id,
    message: l10n.t('The table says {0} (in 10,000 yuan) and the text {1}: the table is probably in yuan.', found.expected ?? '', said),
    related: () => [{ place: placeInText(prose, found), message: l10n.t('The text says {0}.', said) }],
  }));
}
