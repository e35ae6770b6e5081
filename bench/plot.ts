import type { Measurement } from './part.ts';

const width = 720;
const height = 420;
const frame = { left: 64, right: 190, top: 40, bottom: 48 };
const labelHeight = 15;
const colours = ['#0b62c4', '#c4610b', '#2c8a3d', '#8a2c86', '#6b6b6b'];

interface Axis {
  readonly low: number;
  readonly high: number;
  readonly from: number;
  readonly to: number;
}

/** An SVG of what an edit costs against the number of reports in the document (Markdown, clean); both axes logarithmic. */
export function plotOf(edits: readonly Measurement[]): string {
  const measured = edits.filter(({ layout, state }) => layout === 'Markdown' && state === 'clean');
  const subjects = [...new Set(measured.flatMap(({ timings }) => Object.keys(timings)))];
  const x: Axis = { low: 1, high: 100, from: frame.left, to: width - frame.right };
  const medians = measured.flatMap(({ timings }) => Object.values(timings).map(({ median }) => median));
  const y: Axis = {
    low: 10 ** Math.floor(Math.log10(Math.min(...medians))), high: 10 ** Math.ceil(Math.log10(Math.max(...medians))),
    from: height - frame.bottom, to: frame.top,
  };
  const drawn = subjects.map((subject, at) => {
    const points = measured.flatMap(({ size, timings }) => {
      const timing = timings[subject];
      return timing ? [[on(x, size), on(y, timing.median)] as const] : [];
    });
    return { subject, points, colour: colours[at % colours.length] ?? '#000' };
  }).sort((one, other) => (one.points.at(-1)?.[1] ?? 0) - (other.points.at(-1)?.[1] ?? 0));
  let lowest = -Infinity;
  const lines = drawn.map(({ subject, points, colour }) => {
    lowest = Math.max(lowest + labelHeight, (points.at(-1)?.[1] ?? 0) + 4);
    return line(subject, points, colour, lowest);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">`,
    '<title>The cost of an edit against the size of the document</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${frame.left}" y="22">One edit: median milliseconds by the number of reports in the document</text>`,
    ...ticks(x).map((value) => vertical(on(x, value), String(value))),
    ...ticks(y).map((value) => horizontal(on(y, value), String(value))),
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

function on({ low, high, from, to }: Axis, value: number): number {
  return Math.round((from + ((to - from) * Math.log(value / low)) / Math.log(high / low)) * 10) / 10;
}

/** The powers of ten on an axis. */
function ticks({ low, high }: Axis): number[] {
  const count = Math.round(Math.log10(high / low));
  return Array.from({ length: count + 1 }, (_, power) => Number((low * 10 ** power).toPrecision(1)));
}

function vertical(x: number, label: string): string {
  return `<path d="M${x} ${frame.top}V${height - frame.bottom}" stroke="#ddd"/>`
    + `<text x="${x}" y="${height - frame.bottom + 20}" text-anchor="middle">${label}</text>`;
}

function horizontal(y: number, label: string): string {
  return `<path d="M${frame.left} ${y}H${width - frame.right}" stroke="#ddd"/>`
    + `<text x="${frame.left - 8}" y="${y + 4}" text-anchor="end">${label}</text>`;
}

/** A line with its name at its end, at a height where no other name stands. */
function line(subject: string, points: readonly (readonly [number, number])[], colour: string, labelY: number): string {
  const [endX] = points.at(-1) ?? [0];
  const dots = points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3.5" fill="${colour}"/>`).join('');
  return `<path d="M${points.map((point) => point.join(' ')).join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>`
    + `${dots}<text x="${endX + 10}" y="${labelY}" fill="${colour}">${subject}</text>`;
}
