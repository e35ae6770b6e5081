import type { Box, Glyph, PdfPage, Rule } from '../office/pdf/page.ts';
import { identity, matrixOf, multiply, transform, type Matrix } from './matrix.ts';
import type { PdfJs } from './load.ts';
import { asMeant } from './radicals.ts';

/** What a page draws, in its order: operators with their operands. */
interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** What of a font places its glyphs. */
export interface FontMetrics {
  readonly vertical?: boolean;
  /** Absent where the font could not be read. */
  readonly fontMatrix?: ArrayLike<number>;
}

interface FontGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: ArrayLike<number> | null;
}

interface State {
  matrix: Matrix;
  font: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  lineWidth: number;
}

const initial: State = { matrix: identity, font: '', size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0, lineWidth: 1 };

/** Text that is neither filled nor stroked, as recognised text behind a scan is (ISO 32000-1, 9.3.6). */
const invisible: ReadonlySet<number> = new Set([3, 7]);
/** A filled shape so thin is a line. */
const thinnest = 2.5;

/** What a page shows, by running what it draws. */
export function runOperators(
  { fnArray, argsArray }: Operators, base: Matrix, fontOf: (id: string) => FontMetrics | undefined, names: PdfJs['OPS'],
): Drawn {
  const drawing = new Drawing(base, fontOf, names);
  fnArray.forEach((operator, index) => drawing.run(operator, argsArray[index] ?? []));
  const { glyphs, rules, directions } = drawing;
  return { glyphs, rules, turns: Math.max(0, directions.findIndex((count) => count > turnedShare * glyphs.length)) };
}

/** What is shown, and by how many quarters to the right nearly all of its text is turned. */
interface Drawn extends Omit<PdfPage, 'width' | 'height'> {
  readonly turns: number;
}

/** The number of a page may stand upright below a table that is turned. */
const turnedShare = 0.8;

class Drawing {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  /** How many glyphs run to the right, downwards, to the left and upwards. */
  readonly directions = [0, 0, 0, 0];
  readonly #fontOf: (id: string) => FontMetrics | undefined;
  readonly #names: PdfJs['OPS'];
  #state: State;
  readonly #saved: State[] = [];
  #line: Matrix = identity;
  #text: Matrix = identity;

  constructor(base: Matrix, fontOf: (id: string) => FontMetrics | undefined, names: PdfJs['OPS']) {
    this.#fontOf = fontOf;
    this.#names = names;
    this.#state = { ...initial, matrix: base };
  }

  run(operator: number, args: readonly unknown[]): void {
    const state = this.#state;
    const OPS = this.#names;
    const number = (index: number): number => Number(args[index]);
    switch (operator) {
      case OPS.save: this.#saved.push({ ...state }); break;
      case OPS.restore: this.#state = this.#saved.pop() ?? state; break;
      case OPS.transform: state.matrix = multiply(state.matrix, matrixOf(args as number[])); break;
      case OPS.paintFormXObjectBegin:
        this.#saved.push({ ...state });
        state.matrix = args[0] ? multiply(state.matrix, matrixOf(args[0] as ArrayLike<number>)) : state.matrix;
        break;
      case OPS.paintFormXObjectEnd: this.#state = this.#saved.pop() ?? state; break;
      case OPS.setLineWidth: state.lineWidth = number(0); break;
      case OPS.constructPath: this.#path(number(0), (args[1] as readonly (ArrayLike<number> | null)[] | undefined)?.[0]); break;
      case OPS.beginText: this.#line = this.#text = identity; break;
      case OPS.setTextMatrix: this.#line = this.#text = matrixOf((args.length === 1 ? args[0] : args) as ArrayLike<number>); break;
      case OPS.moveText: this.#move(number(0), number(1)); break;
      case OPS.setLeadingMoveText: state.leading = -number(1); this.#move(number(0), number(1)); break;
      case OPS.nextLine: this.#move(0, -state.leading); break;
      case OPS.setFont: state.font = String(args[0]); state.size = number(1); break;
      case OPS.setCharSpacing: state.charSpacing = number(0); break;
      case OPS.setWordSpacing: state.wordSpacing = number(0); break;
      case OPS.setHScale: state.scale = number(0) / 100; break;
      case OPS.setLeading: state.leading = -number(0); break;
      case OPS.setTextRise: state.rise = number(0); break;
      case OPS.setTextRenderingMode: state.mode = number(0); break;
      case OPS.showText:
      case OPS.showSpacedText: this.#show(args[0] as readonly (FontGlyph | number | null)[]); break;
      default: break;
    }
  }

  #move(x: number, y: number): void {
    this.#line = this.#text = multiply(this.#line, [1, 0, 0, 1, x, y]);
  }

  #show(glyphs: readonly (FontGlyph | number | null)[]): void {
    const { font, size, charSpacing, wordSpacing, scale, mode } = this.#state;
    const { vertical = false, fontMatrix } = this.#fontOf(font) ?? {};
    const unit = Math.abs(fontMatrix?.[0] ?? 0.001);
    for (const glyph of glyphs) {
      if (glyph === null || typeof glyph === 'number') {
        const shift = -(glyph ?? 0) * size / 1000;
        this.#text = multiply(this.#text, vertical ? [1, 0, 0, 1, 0, shift] : [1, 0, 0, 1, shift * scale, 0]);
        continue;
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const advance = glyph.width * unit * size;
      if (!invisible.has(mode)) {
        this.#glyph(glyph, advance * (vertical ? 1 : scale), vertical);
      }
      // In vertical writing a glyph's advance is that of its vertical metrics, downwards.
      const down = (glyph.vmetric?.[0] ?? -1000) * unit * size;
      this.#text = multiply(this.#text, vertical ? [1, 0, 0, 1, 0, down - spacing] : [1, 0, 0, 1, (advance + spacing) * scale, 0]);
    }
  }

  #glyph(glyph: FontGlyph, width: number, vertical: boolean): void {
    const { size, rise, matrix } = this.#state;
    const whole = multiply(matrix, this.#text);
    const left = vertical ? -size / 2 : 0;
    const [top, bottom] = vertical ? [0, -size] : [0.8 * size + rise, rise - 0.2 * size];
    const corners = [transform(whole, left, top), transform(whole, left + (vertical ? size : width), bottom)];
    const box = boxOf(corners);
    const text = asMeant(glyph.unicode);
    if (text.trim() !== '' && Number.isFinite(box.left + box.right + box.top + box.bottom)) {
      const [a, b] = whole;
      const direction = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : b > 0 ? 1 : 3;
      this.directions[direction] = (this.directions[direction] ?? 0) + 1;
      // Of glyphs that stand upright, the line they are written on; of turned ones, the lower end.
      const baseline = Math.abs(a) >= Math.abs(b) && !vertical ? transform(whole, 0, rise)[1] : box.bottom;
      this.glyphs.push({ ...box, text, baseline, size: Math.hypot(whole[2], whole[3]) * Math.abs(size) });
    }
  }

  #path(how: number, data: ArrayLike<number> | null | undefined): void {
    const OPS = this.#names;
    const isStroked = how === OPS.stroke || how === OPS.closeStroke || how === OPS.fillStroke || how === OPS.eoFillStroke
      || how === OPS.closeFillStroke || how === OPS.closeEOFillStroke;
    const isFilled = how === OPS.fill || how === OPS.eoFill || how === OPS.fillStroke || how === OPS.eoFillStroke;
    if ((!isStroked && !isFilled) || !data) {
      return;
    }
    for (const { points, isClosed } of subpaths(data)) {
      const placed = points.map(([x, y]) => transform(this.#state.matrix, x, y));
      const box = boxOf(placed);
      if (isFilled && Math.min(box.right - box.left, box.bottom - box.top) <= thinnest) {
        this.#rule(box);
      } else if (isStroked) {
        const ends = isClosed ? [...placed, placed[0] as readonly [number, number]] : placed;
        ends.slice(1).forEach((end, index) => this.#rule(boxOf([ends[index] as readonly [number, number], end])));
      }
    }
  }

  /** Keeps a line that goes along the page or down it, by its middle. */
  #rule({ left, right, top, bottom }: Box): void {
    const [width, height] = [right - left, bottom - top];
    if (height <= thinnest && width > height) {
      this.rules.push({ left, right, top: (top + bottom) / 2, bottom: (top + bottom) / 2 });
    } else if (width <= thinnest && height > width) {
      this.rules.push({ left: (left + right) / 2, right: (left + right) / 2, top, bottom });
    }
  }
}

function boxOf(points: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

interface Subpath {
  readonly points: readonly (readonly [number, number])[];
  readonly isClosed: boolean;
}

/** More points than a line or a box has are a drawing. */
const mostPoints = 12;

/** The pieces of a path that are made of straight lines; curves are no rules. */
function subpaths(data: ArrayLike<number>): Subpath[] {
  const paths: Subpath[] = [];
  let points: (readonly [number, number])[] = [];
  let hasCurves = false;
  const end = (isClosed: boolean): void => {
    if (points.length > 1 && points.length <= mostPoints && !hasCurves) {
      paths.push({ points, isClosed });
    }
    points = isClosed ? points.slice(0, 1) : [];
    hasCurves = false;
  };
  for (let at = 0; at < data.length;) {
    const operator = data[at];
    const point = [data[at + 1] ?? 0, data[at + 2] ?? 0] as const;
    switch (operator) {
      case 0: end(false); points = [point]; at += 3; break;
      case 1: points.push(point); at += 3; break;
      case 2: hasCurves = true; at += 7; break;
      case 3: hasCurves = true; at += 5; break;
      default: end(true); at += 1; break;
    }
  }
  end(false);
  return paths;
}
