import type { ExpectedFigure, LaidOut } from './layout.ts';

/** Several reports one after another in one text (汇编), each with what must be read of it. */
export function compile(parts: readonly LaidOut[]): { text: string; reports: readonly LaidOut[] } {
  let text = '';
  const reports: LaidOut[] = [];
  for (const part of parts) {
    const own = part.text.replace(/^\ufeff/, '');
    const shift = text.length - (part.text.length - own.length);
    reports.push({ ...part, expected: shifted(part.expected, shift), uncertain: shifted(part.uncertain, shift) });
    text += `${own}${part.damage.lineEnd}${part.damage.lineEnd}`;
  }
  return { text, reports };
}

function shifted(figures: ReadonlyMap<string, ExpectedFigure>, by: number): Map<string, ExpectedFigure> {
  const move = <T extends { start: number; end: number }>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  return new Map([...figures].map(([id, figure]) => [id, {
    value: figure.value,
    start: figure.start === undefined ? undefined : figure.start + by,
    end: figure.end === undefined ? undefined : figure.end + by,
    places: figure.places.map((place) => ({ ...move(place), digits: move(place.digits) })),
  }]));
}
