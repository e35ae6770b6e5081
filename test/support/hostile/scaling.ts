import type { ReportService } from '../../../server/src/service-types.ts';
import type { LaidOut } from '../layouts/index.ts';
import type { HostileShape } from './shapes.ts';

/** What times as much text costs, measured as a power of the text's length. */
export interface Scaling {
  readonly exponent: number;
  /** Processor time in milliseconds at each of the sizes. */
  readonly times: readonly number[];
}

/** An exponent of 1 is linear; what a measurement is off by counts less the farther the sizes are apart. */
export const highestExponent = 1.2;
const factors = [1, 2, 4, 8] as const;
/** A processor that others use as well never makes linear work look linear, but never makes worse look linear again and again. */
const mostTries = 6;

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

/** How time grows with the length of the text: measured until it is seen to be linear, or a few times in vain. */
export function measureScaling(service: ReportService, laidOut: LaidOut, shape: HostileShape, length: number): Scaling {
  const times = factors.map(() => Infinity);
  let exponent = Infinity;
  for (let tries = 0; tries < mostTries && exponent > highestExponent; tries += 1) {
    for (const [at, factor] of factors.entries()) {
      times[at] = Math.min(times[at] ?? Infinity, timeOf(service, hostileText(laidOut, shape, length * factor), laidOut.language));
    }
    exponent = Math.log((times.at(-1) ?? 0) / (times[0] ?? 1)) / Math.log(8);
  }
  return { exponent, times };
}

/** Processor time of reading and judging a text, in milliseconds. */
function timeOf(service: ReportService, text: string, language: string): number {
  const start = process.cpuUsage();
  service.diagnostics(service.open('test:///hostile', language, 1, text));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
