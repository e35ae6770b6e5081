/** What a reviewer leaves in a report: tracked changes in cells, and text boxes beside paragraphs and in a cell. */
import { escapeXml } from './xml.ts';

const cell = /<text:p text:style-name="Cell">(\d+)<\/text:p>/gu;

/** A flat OpenDocument text with those in it; what it shows in the end is what it showed. */
export function reviewed(flat: string): string {
  const places = [...flat.matchAll(cell)].filter(([, digits = '']) => digits.length > 1).slice(0, 3);
  const changed = [replacedNumber, insertedDigits, boxed];
  let text = flat;
  // From the last to the first, so that the places before stay where they are.
  [...places.entries()].reverse().forEach(([index, { 0: whole, 1: digits = '', index: at }]) => {
    text = text.slice(0, at) + (changed[index]?.(digits) ?? whole) + text.slice(at + whole.length);
  });
  return text
    .replace('<office:document ', '<office:document xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" ')
    .replaceAll('<text:p text:style-name="Body">', `<text:p text:style-name="Body">${box('批：全年新收政府信息公开申请999件，请核对')}`)
    .replace('<office:text>', `<office:text><text:tracked-changes>${region('gone', 'deletion', paragraph('77'))}${region('come', 'insertion')}${region('more', 'insertion')}</text:tracked-changes>`);
}

function replacedNumber(digits: string): string {
  return paragraph(`<text:change text:change-id="gone"/><text:change-start text:change-id="come"/>${digits}<text:change-end text:change-id="come"/>`);
}

function insertedDigits(digits: string): string {
  return paragraph(`${digits.slice(0, 1)}<text:change-start text:change-id="more"/>${digits.slice(1)}<text:change-end text:change-id="more"/>`);
}

function boxed(digits: string): string {
  return paragraph(`${box('5')}${digits}`);
}

function paragraph(content: string): string {
  return `<text:p text:style-name="Cell">${content}</text:p>`;
}

function box(text: string): string {
  return '<draw:frame text:anchor-type="paragraph" svg:width="4cm" svg:height="1.2cm" draw:z-index="0"><draw:text-box>'
    + `<text:p text:style-name="Margin">${escapeXml(text)}</text:p></draw:text-box></draw:frame>`;
}

function region(id: string, kind: 'deletion' | 'insertion', content = ''): string {
  return `<text:changed-region xml:id="${id}" text:id="${id}"><text:${kind}><office:change-info><dc:creator>审核</dc:creator>`
    + `<dc:date>2025-01-05T10:00:00</dc:date></office:change-info>${content}</text:${kind}></text:changed-region>`;
}
