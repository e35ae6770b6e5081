import { packed } from './package.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet about to be packed: what stands in `worksheet`, or the rows alone. */
interface SheetXml {
  readonly name?: string;
  readonly state?: string;
  readonly xml: string;
}

export interface BookXml {
  readonly sheets: readonly SheetXml[];
  readonly strings?: readonly string[];
  /** What stands in `styleSheet`. */
  readonly styles?: string;
  /** What stands in `workbook` before its sheets. */
  readonly properties?: string;
}

/** The parts of a workbook by their paths. */
function workbookParts({ sheets, strings = [], styles = '', properties = '' }: BookXml): Record<string, string> {
  const relationship = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
      + `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${sheets.map(({ name, state }, at) =>
      `<sheet name="${name ?? `表${at + 1}`}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
      + sheets.map((_, at) => relationship(`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')
      + `${relationship('t', 'sharedStrings', 'sharedStrings.xml')}${relationship('y', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}">${strings.map((string) => `<si>${string}</si>`).join('')}</sst>`,
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    'xl/calcChain.xml': `${declaration}<calcChain xmlns="${main}"><c r="C2" i="1"/></calcChain>`,
    ...Object.fromEntries(sheets.map(({ xml }, at) => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}">${xml.startsWith('<row') ? `<sheetData>${xml}</sheetData>` : xml}</worksheet>`,
    ])),
  };
}

export function workbook(book: BookXml): Uint8Array {
  return packed(workbookParts(book));
}

/** A workbook of one sheet of these rows. */
export function sheetOf(rows: string, book: Partial<BookXml> = {}): Uint8Array {
  return workbook({ sheets: [{ xml: rows }], ...book });
}
