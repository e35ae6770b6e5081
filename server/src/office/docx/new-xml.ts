import { child, elements, escapeXml, prefixOf, type XmlElement } from '../xml.ts';

/** The source of an element without some of its children, at any depth. */
function without(source: string, element: XmlElement, names: ReadonlySet<string>): string {
  const kept: string[] = [];
  let at = element.start;
  const visit = (node: XmlElement): void => {
    for (const each of elements(node)) {
      if (names.has(each.name)) {
        kept.push(source.slice(at, each.start));
        at = each.end;
      } else {
        visit(each);
      }
    }
  };
  visit(element);
  return kept.join('') + source.slice(at, element.end);
}

const notOfRun: ReadonlySet<string> = new Set(['w:rPrChange', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);
/** What belongs to one paragraph and no other. */
const notOfParagraph: ReadonlySet<string> = new Set([...notOfRun, 'w:sectPr', 'w:numPr', 'w:pPrChange', 'w:pageBreakBefore']);

/** A run with this text and with the properties of another run, or of a paragraph's mark. */
export function newRun(source: string, prefix: string, properties: XmlElement | undefined, text: string): string {
  const own = properties === undefined ? '' : without(source, properties, notOfRun);
  return `<${prefix}r>${own}${newText(prefix, text)}</${prefix}r>`;
}

export function newText(prefix: string, text: string): string {
  const space = text === text.trim() ? '' : ' xml:space="preserve"';
  return `<${prefix}t${space}>${escapeXml(text)}</${prefix}t>`;
}

/** A paragraph with this text that looks like another one, without its automatic number. */
export function newParagraph(source: string, model: XmlElement, text: string): string {
  const prefix = prefixOf(model);
  const properties = child(model, 'w:pPr');
  const own = properties === undefined ? '' : without(source, properties, notOfParagraph);
  const run = elements(model).find(({ name }) => name === 'w:r');
  return `<${prefix}p>${own}${newRun(source, prefix, child(run, 'w:rPr'), text)}</${prefix}p>`;
}
