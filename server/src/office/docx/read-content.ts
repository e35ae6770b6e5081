import type { RefusalReason } from '../office-text.ts';
import { child, elements, isElement, type XmlElement } from '../xml.ts';
import type { Block, Cell, Paragraph, Piece, Row, Table } from './content.ts';

/** Elements around content that show what they hold. */
const transparent: ReadonlySet<string> = new Set([
  'w:hyperlink', 'w:smartTag', 'w:customXml', 'w:ins', 'w:moveTo', 'w:dir', 'w:bdo', 'mc:AlternateContent', 'mc:Choice',
]);

/** The blocks that an element holds, in the order of the document. */
export function readBlocks(container: XmlElement): Block[] {
  return elements(container).flatMap((element): Block[] => {
    switch (element.name) {
      case 'w:p': return [readParagraph(element)];
      case 'w:tbl': return [readTable(element)];
      case 'w:sdt': return readBlocks(child(element, 'w:sdtContent') ?? element);
      default: return transparent.has(element.name) ? readBlocks(element) : [];
    }
  });
}

function readParagraph(element: XmlElement): Paragraph {
  return { kind: 'paragraph', element, pieces: readInline(element, undefined) };
}

function readInline(container: XmlElement, lock: RefusalReason | undefined): Piece[] {
  return elements(container).flatMap((element): Piece[] => {
    switch (element.name) {
      case 'w:r': return readRun(element, lock);
      case 'w:ins':
      case 'w:moveTo': return readInline(element, 'tracked-change');
      case 'w:fldSimple': return readInline(element, 'computed');
      case 'w:sdt': return readInline(child(element, 'w:sdtContent') ?? element, lock);
      default: return transparent.has(element.name) ? readInline(element, lock) : [];
    }
  });
}

function readRun(run: XmlElement, lock: RefusalReason | undefined): Piece[] {
  return elements(run).flatMap((element): Piece[] => {
    switch (element.name) {
      case 'w:t': return [{ text: textOf(element), element, run, ...(lock === undefined ? {} : { lock }) }];
      case 'w:br':
      case 'w:cr': return [{ text: '\n', run }];
      case 'w:tab':
      case 'w:ptab': return [{ text: '\t', run }];
      case 'w:noBreakHyphen': return [{ text: '-', run }];
      default: return [];
    }
  });
}

function textOf(element: XmlElement): string {
  return element.children.map((node) => (isElement(node) ? '' : node.text)).join('');
}

function readTable(element: XmlElement): Table {
  const grid = child(element, 'w:tblGrid');
  return {
    kind: 'table',
    widths: grid === undefined ? [] : elements(grid).filter(({ name }) => name === 'w:gridCol').map(({ attributes }) => Number(attributes['w:w'])),
    rows: within(element, 'w:tr').map(readRow),
  };
}

/** The elements of that name, within content controls and the like as well. */
function within(container: XmlElement, name: string): XmlElement[] {
  return elements(container).flatMap((element): XmlElement[] => {
    if (element.name === name) {
      return [element];
    }
    if (element.name === 'w:sdt') {
      return within(child(element, 'w:sdtContent') ?? element, name);
    }
    return transparent.has(element.name) ? within(element, name) : [];
  });
}

function readRow(element: XmlElement): Row {
  const before = child(child(element, 'w:trPr'), 'w:gridBefore');
  return { element, before: countOf(before, 0), cells: within(element, 'w:tc').map(readCell) };
}

function readCell(element: XmlElement): Cell {
  const properties = child(element, 'w:tcPr');
  const merge = child(properties, 'w:vMerge');
  return {
    element,
    blocks: readBlocks(element),
    span: Math.max(1, countOf(child(properties, 'w:gridSpan'), 1)),
    isContinued: merge !== undefined && merge.attributes['w:val'] !== 'restart',
  };
}

/** No table has so many columns. */
const mostColumns = 1000;

function countOf(element: XmlElement | undefined, absent: number): number {
  const value = Number(element?.attributes['w:val'] ?? absent);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, mostColumns) : absent;
}
