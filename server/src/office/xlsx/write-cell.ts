import type { RefusalReason } from '../office-text.ts';
import type { SourceEdit } from '../source-edits.ts';
import { child, elements, escapeAttribute, escapeXml, prefixOf, type XmlElement } from '../xml.ts';
import type { Cell } from './content.ts';
import { parseReference, writeReference } from './reference.ts';
import type { Origin } from './render.ts';
import { escapeString, mayHoldMarks } from './strings.ts';

/** Digits as a person writes them, with or without commas between thousands. */
const plainNumber = /^-?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,10})?$/u;

/** Whether the content is written as a number: digits where words were stay words. */
export function becomesNumber(content: string, cell: Cell | undefined): boolean {
  return plainNumber.test(content) && (cell === undefined || cell.isNumber || cell.text === '');
}

/**
 * What of a sheet's source changes so that the cell shows the content: its value alone where it stays a number, else its own string.
 * A cell with words keeps being one, so that a shared string becomes its own.
 */
export function writeCell(source: string, origin: Origin, content: string): SourceEdit | RefusalReason {
  const { cell, sheet, row } = origin;
  if (cell?.hasFormula === true) {
    return 'computed';
  }
  if (sheet.isProtected && (cell?.isLocked ?? true)) {
    return 'protected';
  }
  if (mayHoldMarks(cell?.text ?? '') && mayHoldMarks(content)) {
    return 'not-text';
  }
  const isNumber = becomesNumber(content, cell);
  const value = isNumber ? content.replaceAll(',', '') : content;
  if (cell === undefined) {
    return insertCell(row.element, origin, (prefix) => inner(value, isNumber, prefix), isNumber);
  }
  const old = child(cell.element, 'v');
  if (cell.isNumber && isNumber && old !== undefined && !old.isEmptyTag) {
    return { ...old.inner, text: value };
  }
  return rewrite(source, cell.element, content === '' ? undefined : isNumber ? 'n' : 'inlineStr', (prefix) => inner(value, isNumber, prefix));
}

function inner(value: string, isNumber: boolean, prefix: string): string {
  if (value === '') {
    return '';
  }
  return isNumber ? `<${prefix}v>${value}</${prefix}v>`
    : `<${prefix}is><${prefix}t xml:space="preserve">${escapeXml(escapeString(value))}</${prefix}t></${prefix}is>`;
}

const ofValue: ReadonlySet<string> = new Set(['v', 'is']);

/** The cell with another type and value; what else stands in it stays. */
function rewrite(source: string, element: XmlElement, type: string | undefined, write: (prefix: string) => string): SourceEdit | RefusalReason {
  if (Object.keys(element.attributes).some((name) => name.includes(':'))) {
    return 'structure';
  }
  const kept = elements(element).filter(({ name }) => !ofValue.has(name)).map(({ start, end }) => source.slice(start, end)).join('');
  return { start: element.start, end: element.end, text: `${writeTag(element, type)}${write(prefixOf(element))}${kept}</${element.rawName}>` };
}

function writeTag({ rawName, attributes }: XmlElement, type: string | undefined): string {
  const all: Readonly<Record<string, string>> = { ...attributes, ...(type === undefined ? {} : { t: type }) };
  const names = Object.keys(all).filter((name) => name !== 't' || (type !== undefined && type !== 'n'));
  return `<${rawName}${names.map((name) => ` ${name}="${escapeAttribute(all[name] ?? '')}"`).join('')}>`;
}

/** A cell that the sheet does not hold yet, at its place in the row, with the style of the one beside it. */
function insertCell(
  row: XmlElement, { column, row: { row: number } }: Origin, write: (prefix: string) => string, isNumber: boolean,
): SourceEdit | RefusalReason {
  const cells = elements(row).filter(({ name }) => name === 'c').map((element) => ({ element, at: parseReference(element.attributes['r'] ?? '')?.column }));
  const left = cells.findLast(({ at }) => at !== undefined && at < column)?.element;
  if (cells.some(({ at }) => at === undefined || at === column) || row.isEmptyTag || left === undefined) {
    return 'structure';
  }
  const style = left.attributes['s'];
  const name = left.rawName;
  const reference = writeReference({ row: number, column });
  return {
    start: left.end,
    end: left.end,
    text: `<${name} r="${reference}"${style === undefined ? '' : ` s="${style}"`}${isNumber ? '' : ' t="inlineStr"'}>${write(prefixOf(left))}</${name}>`,
  };
}
