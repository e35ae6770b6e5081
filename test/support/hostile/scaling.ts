import type { ReportService } from '../../../server/src/service-types.ts';
import type { LaidOut } from '../layouts/index.ts';
import type { HostileShape } from './shapes.ts';

/** What times as much text costs, measured as a power of the text's length. */
export interface Scaling {
  readonly exponent: number;
  /** The least processor time seen in milliseconds, at each of the sizes. */
  readonly times: readonly number[];
}

/** An exponent of 1 is linear; what a measurement is off by counts less the farther the sizes are apart. */
export const highestExponent = 1.2;
/** How many times as long the shape is. */
export const sizes: readonly number[] = [1, 2, 4, 8];
/** A processor that others use as well, or a collection of garbage, never makes linear work look worse in every one of so many. */
const triesAtOneLength = 5;
/** Work that is linear from some size on looks worse below it; what is worse than linear looks so the more, the longer the text. */
const lengthenings: readonly number[] = [1, 2, 4];

/** The text of a report with the shape at its place. */
export function hostileText({ text, expected }: LaidOut, shape: HostileShape, length: number): string {
  const at = placeIn(text, expected, shape.place);
  return text.slice(0, at) + shape.make(length) + text.slice(at);
}

function placeIn(text: string, expected: LaidOut['expected'], place: HostileShape['place']): number {
  const figure = expected.get('requests.received.naturalPerson')?.start ?? expected.get('requests.granted.total')?.start ?? text.length >> 1;
  const lineOf = (at: number): number => Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  switch (place) {
    case 'cell': return figure;
    case 'row': return lineOf(figure);
    case 'prose': return Math.max(0, text.indexOf('。') + 1);
    case 'heading': return Math.max(0, text.search(/收到和处理|收到和處理/u));
    case 'title': return Math.max(0, text.search(/政府信息公开|政府信息公開/u));
  }
}

/** How time grows with the length of the text: measured until it is seen to be linear, or often in vain. */
export function measureScaling(service: ReportService, laidOut: LaidOut, shape: HostileShape, length: number): Scaling {
  let scaling: Scaling = { exponent: Infinity, times: [] };
  for (const times of lengthenings) {
    scaling = measureAt(service, sizes.map((size) => hostileText(laidOut, shape, size * times * length)), laidOut.language);
    if (scaling.exponent <= highestExponent) {
      break;
    }
  }
  return scaling;
}

/** The least time at one size against the least at another: a single one says more of the machine than of the work. */
function measureAt(service: ReportService, texts: readonly string[], language: string): Scaling {
  const least = texts.map(() => Infinity);
  let exponent = Infinity;
  for (let tries = 0; tries < triesAtOneLength && exponent > highestExponent; tries += 1) {
    // The longest first: a first run compiles, and where that were the shortest one's, growth would be hidden.
    for (const [at, text] of [...texts.entries()].reverse()) {
      for (let again = at === 0 ? 3 : 1; again > 0; again -= 1) {
        least[at] = Math.min(least[at] ?? Infinity, timeOf(service, text, language));
      }
    }
    exponent = slope(least);
  }
  return { exponent, times: least };
}

/** The power by which times grow with the sizes: the line through their logarithms that lies nearest. */
function slope(times: readonly number[]): number {
  const across = sizes.map(Math.log);
  const up = times.map(Math.log);
  const [middleAcross, middleUp] = [across, up].map((list) => list.reduce((sum, one) => sum + one, 0) / list.length) as [number, number];
  const spread = across.map((one) => one - middleAcross);
  return spread.reduce((sum, one, at) => sum + one * ((up[at] ?? 0) - middleUp), 0) / spread.reduce((sum, one) => sum + one * one, 0);
}

/** Processor time of reading and judging a text, in milliseconds. */
function timeOf(service: ReportService, text: string, language: string): number {
  const start = process.cpuUsage();
  service.diagnostics(service.open('test:///hostile', language, 1, text));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
