import { strFromU8, strToU8 } from 'fflate/browser';
import { Parser } from 'htmlparser2';

/** An element with its places in the source; names have the prefix that ECMA-376 gives their namespace, whatever the source calls it. */
export interface XmlElement {
  readonly name: string;
  /** As the source has it, with its prefix. */
  readonly rawName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Of the whole element. */
  readonly start: number;
  readonly end: number;
  /** Between the tags; both are `end` where the element is one empty tag. */
  readonly inner: { readonly start: number; readonly end: number };
  readonly isEmptyTag: boolean;
}

/** Text with references resolved, and its place. */
export interface XmlText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type XmlNode = XmlElement | XmlText;

export function isElement(node: XmlNode): node is XmlElement {
  return 'name' in node;
}

/** No document nests its elements so deep; the parser looks through all that is open at each tag. */
const deepest = 400;
/** A document of a thousand pages has not so many elements. */
const mostNodes = 3_000_000;

/** By namespace, transitional and strict, the prefix that names get here. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
};

/** XML that cannot be read: not well-formed, cut off, or made to exhaust memory. */
export class XmlError extends Error {}

/**
 * Reads a part as a tree with places. Entities of a document type are not expanded, nothing external is fetched.
 * @throws XmlError where tags do not match, or elements nest or number beyond any document
 */
export function parseXml(source: string): XmlElement {
  const builder = new TreeBuilder();
  const parser: Parser = new Parser(builder.handler(() => parser), { xmlMode: true, decodeEntities: true });
  parser.write(source);
  const root = builder.root();
  parser.end();
  return root;
}

interface OpenElement {
  readonly name: string;
  readonly rawName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  readonly start: number;
  readonly innerStart: number;
  readonly scope: Scope;
}

/** What the source's prefixes stand for; the names that were met, resolved. */
interface Scope {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly names: Map<string, string>;
}

class TreeBuilder {
  readonly #open: OpenElement[] = [];
  #root: XmlElement | undefined;
  readonly #outermost: Scope = { prefixes: {}, names: new Map() };
  #nodes = 0;

  handler(parser: () => Parser): ConstructorParameters<typeof Parser>[0] {
    return {
      onopentag: (name, attributes) => this.#openTag(name, attributes, parser().startIndex, parser().endIndex + 1),
      onclosetag: (name, isImplied) => this.#closeTag(name, isImplied, parser().startIndex, parser().endIndex + 1),
      ontext: (text) => this.#text(text, parser().startIndex, parser().endIndex + 1),
    };
  }

  /** The tree, once all of the source was read. */
  root(): XmlElement {
    if (this.#root === undefined || this.#open.length > 0) {
      throw new XmlError('cut off');
    }
    return this.#root;
  }

  #openTag(rawName: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void {
    this.#count();
    if (this.#open.length >= deepest) {
      throw new XmlError('nested too deep');
    }
    const scope = scopeOf(attributes, this.#open.at(-1)?.scope ?? this.#outermost);
    this.#open.push({
      name: resolve(rawName, scope), rawName, attributes: resolveAll(attributes, scope), children: [], start, innerStart: end, scope,
    });
  }

  #closeTag(rawName: string, isImplied: boolean, start: number, end: number): void {
    const element = this.#open.pop();
    // A tag that is opened and closed at once is told as implied, with the places of its opening.
    const isEmptyTag = isImplied && end === element?.innerStart;
    if (element === undefined || element.rawName !== rawName || (isImplied && !isEmptyTag)) {
      throw new XmlError('tags do not match');
    }
    const { name, attributes, children, innerStart } = element;
    const inner = isEmptyTag ? { start: end, end } : { start: innerStart, end: start };
    const node: XmlElement = { name, rawName, attributes, children, start: element.start, end, inner, isEmptyTag };
    const parent = this.#open.at(-1);
    if (parent !== undefined) {
      parent.children.push(node);
    } else if (this.#root === undefined) {
      this.#root = node;
    } else {
      throw new XmlError('two roots');
    }
  }

  #text(text: string, start: number, end: number): void {
    const children = this.#open.at(-1)?.children;
    const last = children?.at(-1);
    if (children !== undefined && last !== undefined && !isElement(last) && last.end === start) {
      children[children.length - 1] = { text: last.text + text, start: last.start, end };
    } else if (children !== undefined) {
      this.#count();
      children.push({ text, start, end });
    }
  }

  #count(): void {
    this.#nodes += 1;
    if (this.#nodes > mostNodes) {
      throw new XmlError('too many elements');
    }
  }
}

/** The prefixes in force within an element: those around it, unless it declares its own. */
function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  let own: Record<string, string> | undefined;
  for (const name in attributes) {
    if (name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')) {
      const value = attributes[name] as string;
      own ??= { ...outer.prefixes };
      own[name.slice(6)] = prefixes[value] ?? `{${value}}`;
    }
  }
  return own === undefined ? outer : { prefixes: own, names: new Map() };
}

function resolve(rawName: string, scope: Scope): string {
  let name = scope.names.get(rawName);
  if (name === undefined) {
    const colon = rawName.indexOf(':');
    const rawPrefix = rawName.slice(0, Math.max(0, colon));
    const prefix = scope.prefixes[rawPrefix] ?? rawPrefix;
    const local = rawName.slice(colon + 1);
    name = prefix === '' ? local : `${prefix}:${local}`;
    scope.names.set(rawName, name);
  }
  return name;
}

/** A name without a prefix belongs to its element, and to no namespace (Namespaces in XML 1.0, 6.2). */
function resolveAll(attributes: Readonly<Record<string, string>>, scope: Scope): Readonly<Record<string, string>> {
  let changed: Record<string, string> | undefined;
  for (const rawName in attributes) {
    const name = rawName.includes(':') ? resolve(rawName, scope) : rawName;
    if (name !== rawName) {
      changed ??= { ...attributes };
      changed[name] = attributes[rawName] as string;
    }
  }
  return changed ?? attributes;
}

export function elements(node: XmlElement): XmlElement[] {
  return node.children.filter(isElement);
}

/** The first child of that name. */
export function child(node: XmlElement | undefined, name: string): XmlElement | undefined {
  return node?.children.find((each): each is XmlElement => isElement(each) && each.name === name);
}

/** The text right in an element, without that of its children. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((node) => (isElement(node) ? '' : node.text)).join('');
}

/** The prefix that the source gives to the namespace of an element, with its colon. */
export function prefixOf({ rawName }: XmlElement): string {
  return rawName.slice(0, rawName.lastIndexOf(':') + 1);
}

/** Whether a part is the same bytes when its text is written again. */
export function survives(bytes: Uint8Array, source: string): boolean {
  const again = strToU8(source);
  let at = 0;
  while (at < again.length && again[at] === bytes[at]) {
    at += 1;
  }
  return at === again.length && at === bytes.length;
}

/** The text of a part, with its byte order mark; UTF-16 is told by its mark. */
export function decodePart(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return `\ufeff${strFromU8(bytes.subarray(3))}`;
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return fromUtf16(bytes, 0, 1);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return fromUtf16(bytes, 1, 0);
  }
  return strFromU8(bytes);
}

function fromUtf16(bytes: Uint8Array, low: number, high: number): string {
  const pieces: string[] = [];
  const step = 8192;
  for (let from = 2; from < bytes.length - 1; from += step) {
    const codes: number[] = [];
    for (let at = from; at < Math.min(from + step, bytes.length - 1); at += 2) {
      codes.push((bytes[at + low] as number) | ((bytes[at + high] as number) << 8));
    }
    pieces.push(String.fromCharCode(...codes));
  }
  return pieces.join('');
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
}

/** A text as the value of an attribute in double quotation marks. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;');
}
