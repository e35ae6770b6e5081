import { strToU8, zipSync } from 'fflate/browser';

/** Parts by their paths; a text is written as UTF-8. */
type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A package of these parts, in this order. */
export function packed(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part])));
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The parts of a Word document: what stands in its body as XML, and further parts of `word/` that it refers to, by name (`numbering`). */
export function docxParts(body: string, further: Readonly<Record<string, string>> = {}): Record<string, string> {
  const names = Object.keys(further);
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + '<Default Extension="xml" ContentType="application/xml"/>'
      + `<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>`
      + `${names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${name}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
      + `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}">`
      + `<w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
      + `${names.map((name, at) => `<Relationship Id="rId${at + 1}" Type="${office}/${name}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(Object.entries(further).map(([name, xml]) => [`word/${name}.xml`, declaration + xml])),
  };
}

export function docx(body: string, further: Readonly<Record<string, string>> = {}): Uint8Array {
  return packed(docxParts(body, further));
}
