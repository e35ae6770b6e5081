import { child, type XmlElement } from '../xml.ts';
import { tellsLook, type Styles, type TableDress } from './styles.ts';
import { saidBy } from './switches.ts';

/** How characters look that are put together with no number beside them. */
export type Look = 'struck' | 'raised' | 'lowered';

/** Whose look is asked: a run, or the automatic number of a paragraph. */
interface Dressed {
  /** Its own properties (`w:rPr`), the nearest first. */
  readonly own: readonly (XmlElement | undefined)[];
  /** The names of its character style and of its paragraph's style, and what its table's says of the cell. */
  readonly style?: string | undefined;
  readonly paragraphStyle?: string | undefined;
  readonly table?: TableDress | undefined;
}

/** How something looks by its own properties, else by its styles. */
export function lookOf({ own, style, paragraphStyle, table }: Dressed, styles: Styles): Look | undefined {
  if (!styles.tellLooks && !own.some((properties) => properties !== undefined && tellsLook(properties))) {
    return undefined;
  }
  const strikes = ['w:strike', 'w:dstrike'].some((name) => said(own, name) ?? styledStrike(name, [
    styles.property(style, name), styles.paragraphProperty(paragraphStyle, name), styles.tableProperty(table, name),
  ]));
  if (strikes) {
    return 'struck';
  }
  const nearest = (name: string): string | undefined => (own.map((properties) => child(properties, name)).find((found) => found !== undefined)
    ?? styles.property(style, name) ?? styles.paragraphProperty(paragraphStyle, name) ?? styles.tableProperty(table, name))?.attributes['w:val'];
  switch (nearest('w:vertAlign')) {
    case 'superscript': return 'raised';
    case 'subscript': return 'lowered';
    default: return lookAt(nearest('w:position'));
  }
}

/** A smaller step in half points is no more than a way to stand in the middle of a line. */
const leastStep = 4;

/** Programs also raise the number of a note by a distance instead of making it a superscript. */
function lookAt(position: string | undefined): Look | undefined {
  const step = Number.parseFloat(position ?? '0');
  return Math.abs(step) < leastStep || Number.isNaN(step) ? undefined : step > 0 ? 'raised' : 'lowered';
}

/** A line that two styles ask for is none, as the one takes back the other (ECMA-376-1, 17.7.3); of a double line the nearest style tells. */
function styledStrike(name: string, found: readonly (XmlElement | undefined)[]): boolean {
  const told = found.map(saidBy);
  return name === 'w:strike' ? told.filter((one) => one === true).length % 2 === 1 : told.find((one) => one !== undefined) ?? false;
}

function said(own: readonly (XmlElement | undefined)[], name: string): boolean | undefined {
  return own.map((properties) => saidBy(child(properties, name))).find((found) => found !== undefined);
}
