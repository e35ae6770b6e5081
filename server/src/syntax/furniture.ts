/** Whether a text is nothing but blank lines, page numbers and form feeds. */
export function isFurniture(text: string): boolean {
  return text.split(/[\r\n\f]+/u).every((line) => /^\s*(?:[-—–－·]*\s*\d{0,4}\s*[-—–－·]*|第\s*\d+\s*页.{0,12})\s*$/u.test(line));
}
