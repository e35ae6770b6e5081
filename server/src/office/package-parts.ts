import { parseXml } from './parse-xml.ts';
import { decodePart } from './part-text.ts';
import { elements, type XmlElement } from './xml.ts';
import { ZipError, type Zip } from './zip/zip.ts';

/** A part of a package, and what it is. */
interface Part {
  readonly path: string;
  readonly type: string;
}

/** A reference from a part to another one. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, which strict and transitional packages share: `styles`, `numbering`. */
  readonly kind: string;
  /** From the package's root; undefined where it leads outside, which nobody follows. */
  readonly path: string | undefined;
}

/** The part that a package is about; undefined where none is there. @throws ZipError */
export function mainPart(zip: Zip): Part | undefined {
  const path = relationshipsOf(zip, '').find(({ kind, path: target }) => kind === 'officeDocument' && target !== undefined)?.path;
  return path === undefined || !zip.has(path) ? undefined : { path, type: typeOf(zip, path) };
}

/** What a part refers to; the empty path stands for the package itself. @throws ZipError */
export function relationshipsOf(zip: Zip, path: string): Relationship[] {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const file = `${folder}_rels/${path.slice(slash)}.rels`;
  if (!zip.has(file)) {
    return [];
  }
  return elements(readXml(zip, file)).map(({ attributes }) => ({
    id: attributes['Id'] ?? '',
    kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
    path: attributes['TargetMode'] === 'External' ? undefined : joined(folder, attributes['Target'] ?? ''),
  }));
}

/** A part as a tree. @throws ZipError */
export function readXml(zip: Zip, path: string): XmlElement {
  return parseXml(decodePart(zip.read(path)));
}

/** The part of a kind that another one refers to, as a tree; undefined where there is none. @throws ZipError, XmlError */
export function relatedPart(zip: Zip, related: readonly Relationship[], kind: string): XmlElement | undefined {
  const path = related.find((part) => part.kind === kind)?.path;
  return path === undefined || !zip.has(path) ? undefined : readXml(zip, path);
}

/** Whether a signature covers the package, which a change would break. */
export function isSigned(zip: Zip): boolean {
  return zip.entries.some(({ name }) => /^_xmlsignatures\//iu.test(name));
}

function joined(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** The part that says what the others are. */
export const contentTypes = '[Content_Types].xml';

function typeOf(zip: Zip, path: string): string {
  if (!zip.has(contentTypes)) {
    throw new ZipError('broken');
  }
  const all = elements(readXml(zip, contentTypes));
  const override = all.find(({ name, attributes }) => name === 'Override' && attributes['PartName']?.toLowerCase() === `/${path.toLowerCase()}`);
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const byDefault = all.find(({ name, attributes }) => name === 'Default' && attributes['Extension']?.toLowerCase() === extension);
  return (override ?? byDefault)?.attributes['ContentType'] ?? '';
}
