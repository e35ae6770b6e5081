import { child, elements, type XmlElement } from '../xml.ts';
import { isOn } from './switches.ts';

/** A part of a table that its style may dress otherwise than the rest (ST_TblStyleOverrideType, ECMA-376-1, 17.18.89). */
export type TablePart =
  | 'wholeTable' | 'firstRow' | 'lastRow' | 'firstCol' | 'lastCol' | 'band1Vert' | 'band2Vert' | 'band1Horz' | 'band2Horz' | 'nwCell' | 'neCell' | 'swCell' | 'seCell';

/** Where a cell stands in its table; all counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly rows: number;
  readonly cell: number;
  readonly cells: number;
  /** The line of the grid at which it begins. */
  readonly column: number;
}

/** How many rows and columns a band of the style has. */
export interface BandSizes {
  readonly rows: number;
  readonly columns: number;
}

/** Which parts a table says that its style is to dress (17.4.56). */
interface Dressing {
  readonly firstRow: boolean;
  readonly lastRow: boolean;
  readonly firstColumn: boolean;
  readonly lastColumn: boolean;
  readonly rowBands: boolean;
  readonly columnBands: boolean;
}

const bits = { firstRow: 0x20, lastRow: 0x40, firstColumn: 0x80, lastColumn: 0x100, noHBand: 0x200, noVBand: 0x400 } as const;

/** The parts to which cells of a table belong, those first that come before others (17.7.6); a table that says nothing of them has but its whole. */
export function partsOfTable(table: XmlElement, sizes: BandSizes): (place: CellPlace) => readonly TablePart[] {
  const look = child(child(table, 'w:tblPr'), 'w:tblLook');
  if (look === undefined) {
    return () => ['wholeTable'];
  }
  const dressing = dressingOf(look);
  return (place) => partsAt(place, dressing, sizes);
}

function partsAt({ row, rows, cell, cells, column }: CellPlace, dressing: Dressing, sizes: BandSizes): TablePart[] {
  const [top, bottom] = [dressing.firstRow && row === 0, dressing.lastRow && row === rows - 1];
  const [left, right] = [dressing.firstColumn && cell === 0, dressing.lastColumn && cell === cells - 1];
  const isBehind = (index: number, isFirstApart: boolean, size: number): boolean => Math.floor((index - (isFirstApart ? 1 : 0)) / size) % 2 === 1;
  const found: readonly (readonly [part: TablePart, holds: boolean])[] = [
    ['nwCell', top && left], ['neCell', top && right], ['swCell', bottom && left], ['seCell', bottom && right],
    ['firstCol', left], ['lastCol', right],
    ['firstRow', top], ['lastRow', bottom],
    [isBehind(row, dressing.firstRow, sizes.rows) ? 'band2Horz' : 'band1Horz', dressing.rowBands && !top && !bottom],
    [isBehind(column, dressing.firstColumn, sizes.columns) ? 'band2Vert' : 'band1Vert', dressing.columnBands && !left && !right],
    ['wholeTable', true],
  ];
  return found.filter(([, holds]) => holds).map(([part]) => part);
}

function dressingOf(look: XmlElement): Dressing {
  const isNamed = Object.keys(bits).some((name) => look.attributes[`w:${name}`] !== undefined);
  const mask = Number.parseInt(look.attributes['w:val'] ?? '0', 16);
  const says = (name: keyof typeof bits): boolean => (isNamed ? isOn(look.attributes[`w:${name}`], false) : (mask & bits[name]) !== 0);
  return {
    firstRow: says('firstRow'), lastRow: says('lastRow'), firstColumn: says('firstColumn'), lastColumn: says('lastColumn'),
    rowBands: !says('noHBand'), columnBands: !says('noVBand'),
  };
}

/** What a style says of the characters in a part of the table. */
export function propertiesOfPart(style: XmlElement, part: TablePart): XmlElement | undefined {
  return child(elements(style).find((each) => each.name === 'w:tblStylePr' && each.attributes['w:type'] === part), 'w:rPr');
}
