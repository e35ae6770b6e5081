import type { RefusalReason } from '../office-text.ts';
import { child, elements, textOf, type XmlElement } from '../xml.ts';
import type { Paragraph, Piece } from './content.ts';
import { Fields } from './fields.ts';
import { lookOf } from './looks.ts';
import type { AutomaticNumber, Numbering } from './numbering.ts';
import { saysHidden, type Styles, type TableDress } from './styles.ts';
import { saidBy } from './switches.ts';
import { holdsPicture, openWrapper, type Hold } from './wrappers.ts';

/** What the text of a paragraph depends on beside itself. */
export interface Surroundings {
  readonly source: string;
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** The marks of fields that have no end. */
  readonly lostFields: ReadonlySet<XmlElement>;
}

/** What runs of a paragraph take from it. */
interface Around {
  readonly style: string | undefined;
  readonly isHidden: boolean;
}

/** Stands for a character of another font, whose shape is not known. */
const symbol = '□';

/** Reads paragraphs as they are shown in the end: with insertions, without deletions and what is hidden. */
export class InlineReader {
  readonly #surroundings: Surroundings;
  readonly #fields: Fields;
  /** What the style of the table says of the cell around the paragraphs that are read. */
  #table: TableDress | undefined;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#fields = new Fields(surroundings.lostFields);
  }

  /** The marks of fields whose end was not found. */
  get lostFields(): ReadonlySet<XmlElement> {
    return this.#fields.lost;
  }

  /** Reads what stands in a cell that the style of its table dresses so. */
  inCell<Result>(dress: TableDress | undefined, read: () => Result): Result {
    const around = this.#table;
    this.#table = dress;
    const result = read();
    this.#table = around;
    return result;
  }

  paragraph(element: XmlElement, hold: Hold | undefined): Paragraph {
    const properties = child(element, 'w:pPr');
    const mark = child(properties, 'w:rPr');
    const style = child(properties, 'w:pStyle')?.attributes['w:val'];
    const { styles } = this.#surroundings;
    const isHidden = styles.hides(style) || (saidBy(styles.tableProperty(this.#table, 'w:vanish')) ?? false);
    const pieces = this.#inline(element, hold?.hides === true ? hold : undefined, { style, isHidden });
    this.#fields.endParagraph();
    const isJoined = child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined;
    const isGone = pieces.length === 0 && (isJoined || (saysHidden(mark) ?? isHidden));
    const number = isGone ? undefined : this.#surroundings.numbering.next(properties);
    return {
      kind: 'paragraph',
      element,
      pieces: number === undefined ? pieces : [this.#number(number, mark, style), ...pieces],
      isJoined,
      ...lockOf(element, hold),
    };
  }

  /** An automatic number looks as its level says, else as the mark of its paragraph. */
  #number({ text, properties }: AutomaticNumber, mark: XmlElement | undefined, paragraphStyle: string | undefined): Piece {
    const look = /\d/u.test(text) ? lookOf({ own: [properties, mark], paragraphStyle, table: this.#table }, this.#surroundings.styles) : undefined;
    return { text, lock: 'computed', ...(look === undefined ? {} : { look }) };
  }

  #inline(container: XmlElement, hold: Hold | undefined, around: Around): Piece[] {
    return elements(container).flatMap((element): Piece[] => {
      if (element.name === 'w:r') {
        return this.#run(element, hold, around);
      }
      if (element.name === 'm:oMath' || element.name === 'm:oMathPara') {
        return around.isHidden || hold?.hides === true ? [] : [{ text: mathText(element), lock: 'not-text' }];
      }
      const opened = openWrapper(element, hold);
      return opened === undefined ? [] : this.#inline(opened.container, opened.hold, around);
    });
  }

  #run(run: XmlElement, hold: Hold | undefined, around: Around): Piece[] {
    const properties = child(run, 'w:rPr');
    const style = child(properties, 'w:rStyle')?.attributes['w:val'];
    const isHiddenRun = saysHidden(properties) ?? (around.isHidden || this.#surroundings.styles.hides(style));
    // A field's marks count where they are hidden, too.
    const pieces = this.#pieces(run, run, hold);
    if (isHiddenRun || hold?.hides === true) {
      return [];
    }
    const look = pieces.some(({ text }) => /\d/u.test(text))
      ? lookOf({ own: [properties], style, paragraphStyle: around.style, table: this.#table }, this.#surroundings.styles) : undefined;
    return look === undefined ? pieces : pieces.map((piece) => (/\d/u.test(piece.text) ? { ...piece, look } : piece));
  }

  #pieces(container: XmlElement, run: XmlElement, hold: Hold | undefined): Piece[] {
    return elements(container).flatMap((element): Piece[] => {
      switch (element.name) {
        case 'w:fldChar': this.#fields.mark(element); return [];
        case 'w:instrText': this.#fields.instruct(textOf(element)); return [];
        case 'mc:AlternateContent': {
          const opened = openWrapper(element, hold);
          return opened === undefined ? [] : this.#pieces(opened.container, run, opened.hold);
        }
        case 'w:ruby': return this.#inline(child(element, 'w:rubyBase') ?? element, hold ?? { reason: 'not-text' }, { style: undefined, isHidden: false });
        default: return this.#isLeftOut ? [] : this.#piece(element, run, hold?.reason ?? (this.#fields.isEmpty ? undefined : 'computed'));
      }
    });
  }

  get #isLeftOut(): boolean {
    return this.#fields.isHidden || this.#fields.isContents;
  }

  #piece(element: XmlElement, run: XmlElement, lock: RefusalReason | undefined): Piece[] {
    const shown = (text: string, own: RefusalReason | undefined = lock): Piece[] => [{ text, run, ...(own === undefined ? {} : { lock: own }) }];
    switch (element.name) {
      case 'w:t': return [this.#text(element, run, lock)];
      case 'w:br':
      case 'w:cr': return shown('\n');
      case 'w:tab':
      case 'w:ptab': return shown('\t');
      case 'w:noBreakHyphen': return shown('-');
      case 'w:sym': return shown(symbol, 'not-text');
      case 'w:drawing':
      case 'w:pict':
      case 'w:object': return holdsPicture(element) ? shown('', 'not-text') : [];
      default: return [];
    }
  }

  /** White space at the ends is shown only where the element says so; within, line ends are spaces. */
  #text(element: XmlElement, run: XmlElement, lock: RefusalReason | undefined): Piece {
    const whole = textOf(element).replace(/[\t\r\n]/gu, ' ');
    const isKept = element.attributes['xml:space'] === 'preserve';
    const start = isKept ? 0 : whole.length - whole.replace(/^ +/u, '').length;
    const text = isKept ? whole : whole.slice(start).replace(/(?<! ) +$/u, '');
    const isPlain = element.children.length <= 1 && !this.#surroundings.source.slice(element.inner.start, element.inner.end).includes('<');
    const own = isPlain ? lock : 'not-text';
    return { text, element, offset: start, run, ...(own === undefined ? {} : { lock: own }) };
  }
}

/** A paragraph with a tracked change is left as it is until somebody decides; so is one that says what is to be written. */
function lockOf(element: XmlElement, hold: Hold | undefined): { lock?: RefusalReason } {
  if (hasTrackedChange(element)) {
    return { lock: 'tracked-change' };
  }
  const isToBeWritten = elements(element).some((each) => openWrapper(each, undefined)?.hold?.hides === true);
  const lock = hold?.reason ?? (isToBeWritten ? 'locked' : undefined);
  return lock === undefined ? {} : { lock };
}

const changes: ReadonlySet<string> = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

function hasTrackedChange(element: XmlElement): boolean {
  const mark = child(child(element, 'w:pPr'), 'w:rPr');
  return [element, ...(mark === undefined ? [] : [mark])].some((each) => elements(each).some(({ name }) => changes.has(name)))
    || elements(element).some((each) => each.name !== 'w:pPr' && each.name !== 'w:r' && holdsChange(each));
}

function holdsChange(element: XmlElement): boolean {
  return elements(element).some((each) => changes.has(each.name) || (each.name !== 'w:r' && holdsChange(each)));
}

function mathText(element: XmlElement): string {
  return elements(element).map((each) => (each.name === 'm:t' ? textOf(each) : mathText(each))).join('');
}
