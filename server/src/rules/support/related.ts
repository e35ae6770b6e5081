import * as l10n from '@vscode/l10n';
import { bothSides, type FigureDefinition, type Identity } from '../../forms/table.ts';
import { formulaOf } from '../../model/arithmetic/reporting.ts';
import { cellName, identityName } from '../../model/naming.ts';
import { placeOfFigure } from '../../model/places.ts';
import type { BoundTable } from '../../model/report.ts';
import type { Related } from '../rule.ts';

/** Of more broken identities than these a reader is only told how many there are. */
const mostIdentities = 6;

/** More places than these nobody goes through: of a sum whose terms do not fit besides the identities only the formula is shown. */
const mostPlaces = 8;

/** A figure of a table by its name and value, at its cell. */
export function relatedFigure(table: BoundTable, definition: FigureDefinition): Related {
  const value = table.figures[definition.index]?.value ?? table.values[definition.index] ?? '';
  return { place: placeOfFigure(table, definition.index), message: l10n.t('{0}: {1}', cellName(definition, table.form), value) };
}

/** The broken identities of a cell, each followed by its other terms that are not 0, all of them or none; no term is listed twice. */
export function relatedTerms(table: BoundTable, broken: readonly number[], figure: number): Related[] {
  const listed = new Set([figure]);
  let room = mostPlaces - Math.min(broken.length, mostIdentities + 1);
  return capped(table, identitiesOf(table, broken).map((identity) => ({ identity, at: meetingAt(identity, figure) })), ({ identity }) => {
    const terms = bothSides(identity).filter((member) => member !== figure && (table.values[member] ?? 0) !== 0);
    const unlisted = terms.filter((member) => !listed.has(member));
    const fresh = unlisted.length > room ? [] : unlisted;
    room -= fresh.length;
    fresh.forEach((member) => listed.add(member));
    return fresh.flatMap((member) => table.form.figures[member] ?? []).map((definition) => relatedFigure(table, definition));
  });
}

/** Identities that are told of together, one for each cell at which they are shown: of an act, those of its line. */
export function relatedIdentities(table: BoundTable, broken: readonly number[], figure: number, line?: readonly number[]): Related[] {
  const atCell = new Map(identitiesOf(table, broken).map((identity) => [meetingAt(identity, figure, line), identity] as const).reverse());
  return capped(table, [...atCell].reverse().map(([at, identity]) => ({ identity, at })), () => []);
}

interface Broken {
  readonly identity: Identity;
  readonly at: number;
}

function capped(table: BoundTable, broken: readonly Broken[], termsOf: (one: Broken) => readonly Related[]): Related[] {
  const shown = broken.slice(0, mostIdentities);
  const next = broken[mostIdentities];
  return [
    ...shown.flatMap((one) => [
      { place: placeOfFigure(table, one.at), message: l10n.t('{0}: {1}', identityName(table.form, one.identity), formulaOf(table, one.identity)) },
      ...termsOf(one),
    ]),
    ...(next === undefined ? [] : [{ place: placeOfFigure(table, next.at), message: l10n.t('Other places where identities do not hold: {0}', broken.length - mostIdentities) }]),
  ];
}

function identitiesOf({ form }: BoundTable, broken: readonly number[]): readonly Identity[] {
  return broken.flatMap((index) => form.system.identities[index] ?? []);
}

/** The figure itself where it takes part, else the one at which the identity is told, or where that is on another line one of the act's line. */
function meetingAt(identity: Identity, figure: number, line: readonly number[] = []): number {
  const members = bothSides(identity);
  if (members.includes(figure)) {
    return figure;
  }
  return line.includes(identity.anchor) ? identity.anchor : (members.find((member) => line.includes(member)) ?? identity.anchor);
}
