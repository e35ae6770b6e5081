const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A level of a list, in XML. */
export function level(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** The part of lists: by their ids, the levels; each counts by itself. */
export function numbering(lists: Readonly<Record<string, string>>): string {
  const abstracts = Object.entries(lists).map(([id, levels]) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`);
  const numbers = Object.keys(lists).map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`);
  return `<w:numbering ${namespace}>${abstracts.join('')}${numbers.join('')}</w:numbering>`;
}

/** The headings of a report: 一、（一）1. */
export const numberingXml = numbering({
  1: level(0, 'chineseCounting', '%1、', '<w:suff w:val="nothing"/>') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.'),
});
