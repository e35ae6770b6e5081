import { child, elements, isElement, type XmlElement } from '../xml.ts';
import { isOn, saidBy } from './switches.ts';
import { propertiesOfPart, type BandSizes, type TablePart } from './table-parts.ts';

/** What a paragraph style says of automatic numbers. */
interface StyleNumber {
  readonly style: string;
  readonly list: string;
  /** Undefined where the list tells it: the level that names the style. */
  readonly level: number | undefined;
}

/** The style of a table, and to which of its parts a cell belongs, those first that come before others. */
export interface TableDress {
  readonly style: string;
  readonly parts: readonly TablePart[];
}

/** What the reader asks of `word/styles.xml`. */
export interface Styles {
  /** Of the style, or of those that it is based on; without a name, of the default paragraph style. */
  numberOf(style: string | undefined): StyleNumber | undefined;
  /** Whether text in the style is hidden. */
  hides(style: string | undefined): boolean;
  /** Whether any of them strikes out, raises or lowers. */
  readonly tellLooks: boolean;
  /** What a style says of its characters by an element of that name (`w:strike`), itself or what it is based on. */
  property(style: string | undefined, name: string): XmlElement | undefined;
  /** The same of a paragraph style; without a name, of the default one. */
  paragraphProperty(style: string | undefined, name: string): XmlElement | undefined;
  /** The same of the style of a table, by the parts to which a cell belongs. */
  tableProperty(dress: TableDress | undefined, name: string): XmlElement | undefined;
  /** How broad the bands of a table's style are; undefined where it dresses no part otherwise than another. */
  bandSizes(style: string): BandSizes | undefined;
  /** The list that a numbering style stands for. */
  listOf(style: string): string | undefined;
}

/** Styles are based on each other no deeper than this (Word allows eleven). */
const longestChain = 20;

export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map<string, XmlElement>();
  let standard: string | undefined;
  for (const element of root === undefined ? [] : elements(root)) {
    const id = element.attributes['w:styleId'];
    if (element.name === 'w:style' && id !== undefined) {
      styles.set(id, element);
      if (element.attributes['w:type'] === 'paragraph' && isOn(element.attributes['w:default'], false)) {
        standard = id;
      }
    }
  }
  const chain = (id: string | undefined): { id: string; element: XmlElement }[] => {
    const found: { id: string; element: XmlElement }[] = [];
    for (let at = id; at !== undefined && found.length < longestChain;) {
      const element = styles.get(at);
      if (element === undefined) {
        break;
      }
      found.push({ id: at, element });
      at = child(element, 'w:basedOn')?.attributes['w:val'];
    }
    return found;
  };
  const properties = remembered((style) => chain(style).flatMap(({ element }) => child(element, 'w:rPr') ?? []));
  const property = (style: string | undefined, name: string): XmlElement | undefined => properties(style)
    .map((each) => child(each, name)).find((found) => found !== undefined);
  return {
    property,
    tellLooks: [...styles.values()].some((element) => [element, ...elements(element).filter(({ name }) => name === 'w:tblStylePr')]
      .some((each) => elements(each).some((own) => own.name === 'w:rPr' && tellsLook(own)))),
    tableProperty(dress, name) {
      const own = dress?.parts.flatMap((part) => chain(dress.style).flatMap(({ element }) => child(propertiesOfPart(element, part), name) ?? []))[0];
      return own ?? property(dress?.style, name);
    },
    bandSizes: remembered((style) => bandSizesIn(chain(style).map(({ element }) => element))),
    paragraphProperty: (style, name) => property(style ?? standard, name),
    numberOf: remembered((style) => numberIn(chain(style ?? standard))),
    hides: remembered((style) => (style === undefined ? [] : chain(style))
      .map(({ element }) => saysHidden(child(element, 'w:rPr'))).find((said) => said !== undefined) ?? false),
    listOf(style) {
      const element = styles.get(style);
      return child(child(child(element, 'w:pPr'), 'w:numPr'), 'w:numId')?.attributes['w:val'];
    },
  };
}

function bandSizesIn(chain: readonly XmlElement[]): BandSizes | undefined {
  if (!chain.some((element) => child(element, 'w:tblStylePr') !== undefined)) {
    return undefined;
  }
  const size = (name: string): number => Math.max(1, Number(chain.map((element) => child(child(element, 'w:tblPr'), name)?.attributes['w:val'])
    .find((value) => value !== undefined) ?? 1) || 1);
  return { rows: size('w:tblStyleRowBandSize'), columns: size('w:tblStyleColBandSize') };
}

/** Each paragraph and each run asks about one of few styles. */
function remembered<T>(ask: (style: string | undefined) => T): (style: string | undefined) => T {
  const known = new Map<string | undefined, { readonly answer: T }>();
  return (style) => {
    let found = known.get(style);
    if (found === undefined) {
      found = { answer: ask(style) };
      known.set(style, found);
    }
    return found.answer;
  };
}

function numberIn(chain: readonly { id: string; element: XmlElement }[]): StyleNumber | undefined {
  let level: number | undefined;
  for (const { id, element } of chain) {
    const number = child(child(element, 'w:pPr'), 'w:numPr');
    const list = child(number, 'w:numId')?.attributes['w:val'];
    const own = child(number, 'w:ilvl')?.attributes['w:val'];
    level ??= own === undefined ? undefined : Number(own);
    if (list !== undefined) {
      return list === '0' ? undefined : { style: id, list, level };
    }
  }
  return undefined;
}

/** Whether run properties hide the text; undefined where they say nothing. */
export function saysHidden(properties: XmlElement | undefined): boolean | undefined {
  return saidBy(child(properties, 'w:vanish'));
}

const looks: ReadonlySet<string> = new Set(['w:strike', 'w:dstrike', 'w:vertAlign', 'w:position']);

/** Whether properties of characters say anything of how they look beside others; those of most say nothing. */
export function tellsLook(properties: XmlElement): boolean {
  return properties.children.some((node) => isElement(node) && looks.has(node.name));
}
