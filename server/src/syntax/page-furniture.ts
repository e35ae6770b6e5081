/** What word processors, printers and flipping books put on each page, and what is no text of the report. */

const mark = '[-—–－―~·•]';
const pageNumber = new RegExp(
  String.raw`^(?:${mark}+\s*\d{1,4}(?:\s+of\s+\d{1,4})?\s*${mark}+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|(?!0)\d{1,4}\s*\/\s*\d{1,4}|P(?:age)?\.?\s*\d{1,4}(?:\s*[-—–].*)?)$`, 'iu',
);
/** Between the parts of a table a number alone, or with other words behind it, is that of the page. */
const between = new RegExp(String.raw`^(?:${mark}*\s*\d{0,4}\s*${mark}*|第\s*\d+\s*页.{0,12})$`, 'u');
const pageHeader = /^\s*P(?:age)?\.?\s*\d/iu;
const longest = 60;

/** Whether a line is nothing but the number of its page, with marks that say so: - 3 -, 第3页 共9页, 3/9, Page 3. */
export function isPageNumber(line: string): boolean {
  const text = line.trim();
  return text.length <= longest && pageNumber.test(text);
}

/** Whether a line is the one that a flipping book sets on top of each page: P12 2023年度报告. */
export function isPageHeader(line: string): boolean {
  return pageHeader.test(line);
}

/** Whether a text is nothing but blank lines, page numbers and form feeds. */
export function isPageFurniture(text: string): boolean {
  return text.split(/[\r\n\f]+/u).every((line) => isPageNumber(line) || (line.trim().length <= longest && between.test(line.trim())));
}
