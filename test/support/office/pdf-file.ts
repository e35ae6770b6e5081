/** How a page is made. */
export interface PageXml {
  /** What it draws, in the operators of PDF. */
  readonly content: string;
  readonly rotate?: number;
  readonly width?: number;
  readonly height?: number;
  /** The object of its contents, where it is another one than the operators as they are. */
  readonly stream?: string;
}

/**
 * A PDF by hand. Its font F names the characters by UCS-2 through a character map and is in no file, as PDFs of older programs have it;
 * each character is as wide as it is high, unless it is a digit or a letter. `more` stands in its trailer; `stringOf` writes a string of an object.
 */
export function pdfFile(pages: readonly (string | PageXml)[], more = '', stringOf = (text: string, _object: number): string => `(${text})`): Uint8Array {
  const all = pages.map((page): PageXml => (typeof page === 'string' ? { content: page } : page));
  const first = 6;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${all.length}/Kids[${all.map((_, at) => `${first + 2 * at} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry${stringOf('Adobe', 4)}/Ordering${stringOf('GB1', 4)}/Supplement 2>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 5 0 R>>`,
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>',
    ...all.flatMap(({ content, rotate = 0, width = 595, height = 842, stream }, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotate}/Resources<</Font<</F 3 0 R>>>>/Contents ${first + 2 * at + 1} 0 R>>`,
      stream ?? `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.5\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj${object}endobj\n`;
    return place;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`
    + `trailer<</Size ${objects.length + 1}/Root 1 0 R${more}>>\nstartxref\n${table}\n%%EOF`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

/** A text as a string of the font F. */
export function hex(text: string): string {
  return `<${[...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}

/** Draws a text of ten points with its left end there, counted from the lower left corner. */
export function at(x: number, y: number, text: string): string {
  return `BT /F 10 Tf ${x} ${y} Td ${hex(text)} Tj ET\n`;
}

/** Draws a grid of lines between the first and last of these places. */
export function grid(xs: readonly number[], ys: readonly number[]): string {
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return xs.map((x) => `${x} ${bottom} m ${x} ${top} l S\n`).join('') + ys.map((y) => `${left} ${y} m ${right} ${y} l S\n`).join('');
}
