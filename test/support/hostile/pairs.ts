import { noDamage } from '../damage.ts';
import { convertedLayouts, layouts, strangeLayouts, type LaidOut } from '../layouts/index.ts';
import { htmlInMarkdown, htmlPage } from '../layouts/html.ts';
import { seeded, type Random } from '../random.ts';
import { randomReport } from '../source.ts';
import { hostileShapes, hostileUnits, type HostileShape } from './shapes.ts';

/** A report in a layout, and what is put into it. */
export interface HostilePair {
  readonly laidOut: LaidOut;
  readonly shape: HostileShape;
}

/** One report in every layout that the tests know. */
export function hostileReports(): readonly LaidOut[] {
  return [...layouts, ...strangeLayouts, ...convertedLayouts].map((layout) => layout.lay(randomReport('2021', seeded(7)), noDamage));
}

/** Every shape in every layout: more than are measured in minutes. */
export function allPairs(): readonly HostilePair[] {
  return hostileReports().flatMap((laidOut) => hostileShapes.map((shape) => ({ laidOut, shape })));
}

/** All that is repeated, each at a place and in a layout that chance gives: all have their turn. */
export function rotatedPairs(random: Random): readonly HostilePair[] {
  const reports = hostileReports();
  const places = hostileShapes.length / hostileUnits;
  const first = random.integer(0, reports.length - 1);
  return Array.from({ length: hostileUnits }, (_, at) => ({
    laidOut: reports[(first + at) % reports.length] as LaidOut,
    shape: hostileShapes[random.integer(0, places - 1) * hostileUnits + at] as HostileShape,
  }));
}

const nests = [['<table><tr><td>', '</td></tr></table>'], ['<table><tr><td>', ''], ['<div>', '</div>'], ['<div>', '']] as const;

/** Elements in each other, so and so many deep for a length, in a cell of a report's table. */
export function nested(depthOf: (length: number) => number): readonly HostilePair[] {
  return [htmlPage, htmlInMarkdown].flatMap((layout) => nests.map(([open, close]): HostilePair => ({
    laidOut: layout.lay(randomReport('2021', seeded(7)), noDamage),
    shape: { name: `${open}…${close} in each other`, place: 'cell', make: (length) => open.repeat(depthOf(length)) + close.repeat(depthOf(length)) },
  })));
}
