import { child, elements, type XmlElement } from '../xml.ts';
import { numberFormat, showGeneral, type NumberFormat } from './number-format.ts';
import { strikes } from './strings.ts';

/** What a cell's style says of it. */
export interface CellStyle {
  readonly format: NumberFormat;
  readonly isRuled: boolean;
  /** Whether its font strikes out what stands in it. */
  readonly isStruck: boolean;
  /** Against changes, once its sheet is protected. */
  readonly isLocked: boolean;
}

export const plainStyle: CellStyle = { format: showGeneral, isRuled: false, isStruck: false, isLocked: true };

const sides: ReadonlySet<string> = new Set(['left', 'right', 'top', 'bottom', 'start', 'end']);

/** The styles by the numbers that cells give (ECMA-376 part 1, 18.8.10). */
export function readStyles(root: XmlElement | undefined, epoch: 1900 | 1904): CellStyle[] {
  const codes = new Map(listOf(root, 'numFmts').map(({ attributes }) => [attributes['numFmtId'] ?? '', attributes['formatCode']]));
  const ruled = listOf(root, 'borders').map((border) => elements(border).some(({ name, attributes }) => sides.has(name) && isDrawn(attributes['style'])));
  const struck = listOf(root, 'fonts').map(strikes);
  const formats = new Map<string, NumberFormat>();
  return listOf(root, 'cellXfs').map((style) => {
    const id = style.attributes['numFmtId'] ?? '0';
    const format = formats.get(id) ?? numberFormat(Number(id), codes.get(id), epoch);
    formats.set(id, format);
    return {
      format,
      isRuled: ruled[Number(style.attributes['borderId'] ?? 0)] ?? false,
      isStruck: struck[Number(style.attributes['fontId'] ?? 0)] ?? false,
      isLocked: !isFalse(child(style, 'protection')?.attributes['locked']),
    };
  });
}

function isDrawn(style: string | undefined): boolean {
  return style !== undefined && style !== 'none';
}

function listOf(root: XmlElement | undefined, name: string): XmlElement[] {
  const list = child(root, name);
  return list === undefined ? [] : elements(list);
}

/** How a part writes yes and no. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

export function isFalse(value: string | undefined): boolean {
  return value === '0' || value === 'false' || value === 'off';
}
