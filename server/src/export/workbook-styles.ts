import { cellLook, textLooks } from './look.ts';

/** `differs`: a total that is not what its parts make. */
export type CellStyle = 'title' | 'section' | 'head' | 'label' | 'figure' | 'differs' | 'note';

interface Look {
  readonly font: number;
  readonly hasBorder: boolean;
  readonly align: 'left' | 'center';
  readonly fill?: number;
}

/** The fonts and fills are those of the lists below, by their places. */
const looks: Readonly<Record<CellStyle, Look>> = {
  title: { font: 2, hasBorder: false, align: 'center' },
  section: { font: 3, hasBorder: false, align: 'left' },
  head: { font: 1, hasBorder: true, align: 'center' },
  label: { font: 0, hasBorder: true, align: 'left' },
  figure: { font: 0, hasBorder: true, align: 'center' },
  differs: { font: 0, hasBorder: true, align: 'center', fill: 2 },
  note: { font: 0, hasBorder: false, align: 'left' },
};

const names = Object.keys(looks) as CellStyle[];

/** The number of a style in the workbook; 0 is the look of cells that have none. */
export function styleIndex(style: CellStyle): number {
  return names.indexOf(style) + 1;
}

const font = (name: string, size: number): string => `<font><sz val="${size}"/><name val="${name}"/><charset val="134"/></font>`;
const sectionSize = 12;
const titleSize = 18;
const fonts = [
  font(cellLook.font, cellLook.size), font(cellLook.headFont, cellLook.size), font(textLooks.title.font, titleSize), font(textLooks.section.font, sectionSize),
];
/** The first two are given by the format. */
const fills = [
  '<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>',
];
const line = (side: string): string => `<${side} style="thin"><color auto="1"/></${side}>`;
const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`,
];

export const stylesXml = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
  + `<fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length}">${fills.join('')}</fills>`
  + `<borders count="${borders.length}">${borders.join('')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`
  + `<cellXfs count="${names.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`
  + names.map((name) => {
    const { font: fontId, hasBorder, align, fill = 0 } = looks[name];
    return `<xf numFmtId="0" fontId="${fontId}" fillId="${fill}" borderId="${hasBorder ? 1 : 0}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">`
      + `<alignment horizontal="${align}" vertical="center" wrapText="1"/></xf>`;
  }).join('')
  + '</cellXfs></styleSheet>';
