import { slips } from '../../forms/slips.ts';
import { anyOf } from '../running-text.ts';
import { commonStart } from '../../texts/common-ends.ts';
import { areApart } from './duties.ts';

const { levels, ends, generic, offices, office, hosts, notPlaces, peers, towns } = slips.organs;

const level = new RegExp(`(?:${anyOf(levels)})`, 'gu');
const furthest = 4;

/**
 * Whether a name is certainly another organ's: of the same place with other work or no word in common, or of another
 * place of the same rank. An office of its own, the government above it, and offices that answer for all are none.
 */
export function isAnotherOrgan(named: string, own: string): boolean {
  if (named.includes(own) || own.includes(named)) {
    return false;
  }
  const shared = placesIn(named.slice(0, commonStart(named, own)));
  return shared.length > 0 ? isAnotherOf(named, own, shared) : isElsewhere(named, own) || isAnotherTown(named, own);
}

function isAnotherOf(named: string, own: string, shared: readonly number[]): boolean {
  const [first = 0, last = first] = [shared[0], shared.at(-1)];
  const [rest, ownRest] = [withoutOffice(named.slice(last)), withoutOffice(own.slice(last))];
  if (last - first > furthest) {
    return false;
  }
  const apart = areApart(rest, ownRest);
  if (apart !== undefined || isOfAll(rest) || isOfAll(ownRest)) {
    return apart === true;
  }
  const [core, ownCore] = [coreOf(rest), coreOf(ownRest)];
  return core !== '' && ownCore !== '' && ![...core].some((character) => ownCore.includes(character));
}

/** 水务局办公室: an organ's own office is that organ. */
function withoutOffice(rest: string): string {
  const organ = rest.slice(0, -office.length);
  return rest.endsWith(office) && hosts.some((end) => organ.endsWith(end)) ? organ : rest;
}

/** Whether the rest of a name is that of a place, its government or an office for all. */
function isOfAll(rest: string): boolean {
  return rest === '' || offices.some((word) => rest.includes(word));
}

const weightless = new RegExp(anyOf([...generic, ...ends]), 'gu');

function coreOf(rest: string): string {
  return rest.replace(weightless, '');
}

/** Where the places of a name end: 3 for 青禾县. */
function placesIn(text: string): number[] {
  return [...text.matchAll(level)].map(({ 0: { length }, index }) => index + length).filter((end) => end > 1);
}

/** Another place of the same rank: 县 and 区, 镇 and 街道; a city may be above another. */
function isElsewhere(named: string, own: string): boolean {
  const [there, here] = [placesIn(named)[0] ?? 0, placesIn(own)[0] ?? 0];
  const [placeThere, placeHere] = [named.slice(0, there), own.slice(0, here)];
  const rank = peers.find((ends) => ends.some((end) => placeThere.endsWith(end))) ?? [];
  const [nameThere, nameHere] = [withoutEnd(placeThere, rank), withoutEnd(placeHere, rank)];
  return there > 2 && here > 2 && nameThere !== undefined && nameHere !== undefined
    && !own.includes(nameThere) && !named.includes(nameHere)
    && ![placeThere, placeHere].some((one) => notPlaces.some((word) => one.includes(word)));
}

/** The name of a place alone; undefined where it is of another rank. */
function withoutEnd(place: string, rank: readonly string[]): string | undefined {
  const end = rank.find((one) => place.endsWith(one));
  return end && place.slice(0, -end.length);
}

const town = new RegExp(`(?:^|[${levels.filter((end) => end.length === 1 && !towns.ranks.includes(end)).join('')}])(?<name>\\p{Script=Han}{2,4}?)(?:${anyOf(towns.ranks)})(?=${anyOf(towns.behind)}|$)`, 'u');

/** Another town than the one whose report it is, with or without the county before it. */
function isAnotherTown(named: string, own: string): boolean {
  const [there, here] = [townIn(named), townIn(own)];
  return there !== '' && here !== '' && !there.includes(here) && !here.includes(there);
}

function townIn(organ: string): string {
  return town.exec(organ)?.groups?.['name'] ?? '';
}
