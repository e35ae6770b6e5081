import { XmlError, type XmlElement, type XmlNode } from './xml.ts';

/** No document nests its elements so deep; and readers of the tree call themselves as deep as it is. */
const deepest = 400;
/** A document of a thousand pages has not so many elements. */
const mostNodes = 3_000_000;
/** No element has so many; the engine of regular expressions remembers each that it has passed. */
const mostAttributes = 1000;

/**
 * Reads a part as a tree with places. Entities of a document type are not expanded, nothing external is fetched.
 * @throws XmlError where it is not well-formed, or elements nest or number beyond any document
 */
export function parseXml(source: string): XmlElement {
  const builder = new TreeBuilder(source);
  let at = source.startsWith('\ufeff') ? 1 : 0;
  for (let next = source.indexOf('<', at); next >= 0; next = source.indexOf('<', at)) {
    builder.text(at, next, true);
    markup.lastIndex = next;
    const found = markup.exec(source);
    if (found === null) {
      throw new XmlError('no markup');
    }
    const [whole, closing, opening, attributes, slash, characters] = found;
    at = next + whole.length;
    if (opening !== undefined) {
      builder.open(opening, attributes ?? '', next, at, slash !== '');
    } else if (closing !== undefined) {
      builder.close(closing, next, at);
    } else if (characters !== undefined) {
      builder.text(next + cdataStart.length, at - cdataEnd.length, false);
    }
  }
  builder.text(at, source.length, true);
  return builder.root();
}

const cdataStart = '<![CDATA[';
const cdataEnd = ']]>';

/**
 * A piece of markup, whole: the name of a closing tag; of an opening tag the name, the attributes and the slash of an empty one;
 * the characters of a CDATA section; comments, instructions and document types, which give nothing. Each character can belong to
 * one part alone, so that each takes linear time.
 */
const markup = new RegExp([
  String.raw`</([^\s<>/=!?"']+)\s*>`,
  String.raw`<([^\s<>/=!?"']+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^<"]*"|'[^<']*')){0,${mostAttributes}})\s*(/?)>`,
  String.raw`<!\[CDATA\[([\s\S]*?)\]\]>`,
  String.raw`<!--[\s\S]*?-->`,
  String.raw`<\?[\s\S]*?\?>`,
  String.raw`<!DOCTYPE[^[\]<>]*(?:\[[^[\]]*\]\s*)?>`,
].join('|'), 'uy');

/** What the source's prefixes stand for; the names that were met, resolved. */
interface Scope {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly names: Map<string, string>;
}

class TreeBuilder {
  readonly #source: string;
  readonly #open: ReadElement[] = [];
  #root: XmlElement | undefined;
  readonly #outermost: Scope = { prefixes: {}, names: new Map() };
  #nodes = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** The tree, once all of the source was read. */
  root(): XmlElement {
    if (this.#root === undefined || this.#open.length > 0) {
      throw new XmlError('cut off');
    }
    return this.#root;
  }

  open(rawName: string, rawAttributes: string, start: number, innerStart: number, isEmptyTag: boolean): void {
    this.#count();
    const parent = this.#open.at(-1);
    const scope = scopeOf(rawAttributes, parent?.scope ?? this.#outermost);
    const node = new ReadElement(resolve(rawName, scope), rawName, rawAttributes, scope, start, innerStart);
    if (parent !== undefined) {
      parent.add(node);
    } else if (this.#root === undefined) {
      this.#root = node;
    } else {
      throw new XmlError('two roots');
    }
    if (isEmptyTag) {
      return;
    }
    if (this.#open.length >= deepest) {
      throw new XmlError('nested too deep');
    }
    this.#open.push(node);
  }

  close(rawName: string, start: number, end: number): void {
    const open = this.#open.pop();
    if (open?.rawName !== rawName) {
      throw new XmlError('tags do not match');
    }
    open.close(start, end);
  }

  /** Text outside the root is none of the tree. */
  text(start: number, end: number, hasReferences: boolean): void {
    const parent = this.#open.at(-1);
    if (start < end && parent !== undefined) {
      this.#count();
      const text = this.#source.slice(start, end);
      parent.add({ text: hasReferences ? dereference(text) : text, start, end });
    }
  }

  #count(): void {
    this.#nodes += 1;
    if (this.#nodes > mostNodes) {
      throw new XmlError('too many elements');
    }
  }
}

const noChildren: readonly XmlNode[] = [];

/** An element whose attributes are read when they are asked for: those of most are never. */
class ReadElement implements XmlElement {
  readonly name: string;
  readonly rawName: string;
  readonly start: number;
  readonly scope: Scope;
  /** Most have none, and share them. */
  children: readonly XmlNode[] = noChildren;
  end: number;
  readonly #raw: string;
  readonly #innerStart: number;
  #innerEnd: number;
  #attributes: Readonly<Record<string, string>> | undefined;

  /** One empty tag, until it is closed. */
  constructor(name: string, rawName: string, rawAttributes: string, scope: Scope, start: number, innerStart: number) {
    this.name = name;
    this.rawName = rawName;
    this.scope = scope;
    this.start = start;
    this.end = innerStart;
    this.#raw = rawAttributes;
    this.#innerStart = innerStart;
    this.#innerEnd = innerStart;
  }

  add(node: XmlNode): void {
    if (this.children === noChildren) {
      this.children = [node];
    } else {
      (this.children as XmlNode[]).push(node);
    }
  }

  close(start: number, end: number): void {
    this.#innerEnd = start;
    this.end = end;
  }

  get inner(): { readonly start: number; readonly end: number } {
    return { start: this.#innerStart, end: this.#innerEnd };
  }

  get isEmptyTag(): boolean {
    return this.#innerEnd === this.end;
  }

  get attributes(): Readonly<Record<string, string>> {
    this.#attributes ??= this.#raw === '' ? noAttributes : resolveAll(readAttributes(this.#raw), this.scope);
    return this.#attributes;
  }
}

const noAttributes: Readonly<Record<string, string>> = {};

/** The first of each name, as the source writes it. */
function readAttributes(raw: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of raw.matchAll(/(?<![^\s="'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    attributes[name as string] ??= dereference(double ?? single ?? '');
  }
  return attributes;
}

const reference = /&(?:#(\d+)|#x([\da-f]+)|(lt|gt|amp|quot|apos));/giu;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A text with its references resolved; those of entities that only a document type knows stay as they are. */
function dereference(text: string): string {
  return text.includes('&') ? text.replace(reference, (whole, decimal?: string, hexadecimal?: string, name?: string) =>
    (name === undefined ? characterOf(decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal)) : named[name] ?? whole)) : text;
}

function characterOf(code: number): string {
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
}

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

/** The prefixes in force within an element: those around it, unless it declares its own. */
function scopeOf(rawAttributes: string, outer: Scope): Scope {
  if (!rawAttributes.includes('xmlns')) {
    return outer;
  }
  const attributes = readAttributes(rawAttributes);
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
