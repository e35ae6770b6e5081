import { contentTypes } from '../office/package-parts.ts';
import { cellLook, lineDistance, pageNumberLook, paper, textLooks, type TextLook } from './look.ts';

/** Twentieths of a point, in which Word measures. */
const twipsOfMillimetre = 1440 / 25.4;
export const twipsOfPoint = 20;
/** Sizes of fonts are in half points. */
const halves = 2;

const twips = (millimetres: number): number => Math.round(millimetres * twipsOfMillimetre);

/** Between the margins, in twentieths of a point. */
export const textWidth = twips(paper.width - paper.left - paper.right);

export const wordNamespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
  + 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What holds the package together, by the names of the parts. */
export const packageParts: Readonly<Record<string, string>> = {
  [contentTypes]: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    + `<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/>`
    + `<Override PartName="/word/footer1.xml" ContentType="${word}.footer+xml"/></Types>`,
  '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + `<Relationship Id="rId1" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relationships}/footer" Target="footer1.xml"/></Relationships>`,
};

/** The paper, its margins and what stands at its foot. */
export const pageXml = '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
  + `<w:pgSz w:w="${twips(paper.width)}" w:h="${twips(paper.height)}"/>`
  + `<w:pgMar w:top="${twips(paper.top)}" w:right="${twips(paper.right)}" w:bottom="${twips(paper.bottom)}" w:left="${twips(paper.left)}" `
  + `w:header="${twips(paper.pageNumber)}" w:footer="${twips(paper.pageNumber)}" w:gutter="0"/></w:sectPr>`;

export const footerXml = `<w:ftr ${wordNamespaces}><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>`
  + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
  + '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>';

export const stylesXml = `<w:styles ${wordNamespaces}><w:docDefaults><w:rPrDefault><w:rPr>${fonts(textLooks.paragraph.font)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`
  + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
  + textStyle('Title', 'Title', textLooks.title, { after: lineDistance, keepsNext: true, isLoose: true })
  + textStyle('Heading1', 'heading 1', textLooks.section, { level: 0, keepsNext: true })
  + textStyle('Heading2', 'heading 2', textLooks.heading, { level: 1, keepsNext: true })
  + textStyle('BodyText', 'Body Text', textLooks.paragraph)
  + textStyle('Note', 'Note', textLooks.note)
  + textStyle('PageNumber', 'footer', { ...pageNumberLook, align: 'center' }, { isLoose: true })
  + cellStyles('TableText', 'Table Text', cellLook.font)
  + cellStyles('TableHead', 'Table Head', cellLook.headFont)
  + '<w:style w:type="table" w:styleId="FormTable"><w:name w:val="Form Table"/><w:tblPr><w:tblBorders>'
  + ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')
  + '</w:tblBorders><w:tblCellMar><w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>';

interface Paragraphs {
  /** Of the outline, from 0. */
  readonly level?: number;
  /** Space behind it, in points. */
  readonly after?: number;
  readonly keepsNext?: boolean;
  /** Whether the distance of lines follows from the font. */
  readonly isLoose?: boolean;
}

function textStyle(id: string, name: string, { font, size, align, indent = 0 }: Omit<TextLook, 'otherFonts'>, how: Paragraphs = {}): string {
  const { level, after = 0, keepsNext = false, isLoose = false } = how;
  const spacing = `<w:spacing w:before="0" w:after="${after * twipsOfPoint}"${isLoose ? '' : ` w:line="${lineDistance * twipsOfPoint}" w:lineRule="exact"`}/>`;
  const first = indent === 0 ? '' : `<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${indent * size * twipsOfPoint}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${keepsNext ? '<w:keepNext/>' : ''}${spacing}${first}`
    + `<w:jc w:val="${align === 'justify' ? 'both' : align}"/>${level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr>${fonts(font)}${fontSize(size)}</w:rPr></w:style>`;
}

/** A style of cells, and the same for tables with many columns. */
function cellStyles(id: string, name: string, font: string): string {
  return [[id, name, cellLook.size] as const, [`${id}Small`, `${name} Small`, cellLook.smallSize] as const].map(([styleId, styleName, size]) =>
    `<w:style w:type="paragraph" w:styleId="${styleId}"><w:name w:val="${styleName}"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="30" w:after="30"/><w:jc w:val="center"/></w:pPr>`
    + `<w:rPr>${fonts(font)}${fontSize(size)}</w:rPr></w:style>`).join('');
}

function fonts(font: string): string {
  return `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
}

function fontSize(points: number): string {
  return `<w:sz w:val="${points * halves}"/><w:szCs w:val="${points * halves}"/>`;
}
