import { strToU8 } from 'fflate/browser';
import type { Note, NoteAuthor } from '../office-text.ts';
import { contentTypes, relationshipsOf, type Relationship } from '../package-parts.ts';
import { SourceEdits } from '../source-edits.ts';
import { regionAt, type Region } from '../text-builder.ts';
import { parseXml } from '../parse-xml.ts';
import { decodePart } from '../part-text.ts';
import { elements, escapeAttribute, escapeXml, prefixOf, type XmlElement } from '../xml.ts';
import type { Zip } from '../zip/zip.ts';
import { unescapeMarkdown } from '../markdown.ts';
import { CommentAnchors } from './comment-anchors.ts';
import type { Origin, ShownPiece } from './render.ts';

/** What comments are put into. */
interface Commented {
  readonly zip: Zip;
  readonly main: string;
  readonly source: string;
  readonly body: XmlElement;
  readonly regions: readonly Region<Origin>[];
}

/** The package with a comment for each note; undefined where it has no place for any. @throws ZipError, XmlError */
export function writeComments(document: Commented, notes: readonly Note[], author: NoteAuthor): ReadonlyMap<string, Uint8Array> | undefined {
  const { zip, main, source, regions } = document;
  if (regions.length === 0) {
    return undefined;
  }
  const path = relationshipsOf(zip, main).find(({ kind }) => kind === 'comments')?.path;
  const old = path === undefined || !zip.has(path) ? undefined : decodePart(zip.read(path));
  const root = old === undefined ? undefined : parseXml(old);
  const anchors = new CommentAnchors(source, prefixOf(document.body));
  const first = 1 + Math.max(-1, ...idsIn(root === undefined ? [] : elements(root)), ...idsIn(allIn(document.body)));
  notes.forEach((note, index) => anchor(note, first + index, regions, anchors));
  const parts = new Map([[main, strToU8(anchors.result())]]);
  const comments = notes.map((note, index) => commentXml(note.text, first + index, author));
  if (path !== undefined && old !== undefined && root !== undefined) {
    parts.set(path, strToU8(appended(old, root, comments.map((comment) => comment(prefixOf(root))).join(''))));
  } else {
    addPart(document, comments, parts);
  }
  return parts;
}

function allIn(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((each) => [each, ...allIn(each)]);
}

function idsIn(all: readonly XmlElement[]): number[] {
  return all.filter(({ name }) => name === 'w:comment' || name.startsWith('w:comment')).map(({ attributes }) => Number(attributes['w:id'])).filter(Number.isFinite);
}

/** Marks the text that a note is about; one about no text stands at the next that there is. */
function anchor({ start, end }: Note, id: number, regions: readonly Region<Origin>[], anchors: CommentAnchors): void {
  const region = regionAt(regions, start) ?? regions.find((each) => each.start >= start) ?? regions.at(-1) as Region<Origin>;
  const [from, to] = [Math.max(start, region.start) - region.start, Math.min(Math.max(end, start), region.end) - region.start];
  const written = region.origin.shown.filter(({ piece }) => piece?.element !== undefined && piece.run !== undefined);
  const touched = written.filter((shown) => shown.start < Math.max(to, from + 1) && endOf(shown) > from);
  const [head, tail] = [touched[0] ?? written[0], touched.at(-1) ?? written[0]];
  if (head?.piece === undefined || tail?.piece === undefined) {
    anchors.aroundParagraph(id, region.origin.paragraphs[0]?.element);
  } else {
    anchors.around(id, { piece: head.piece, offset: offsetIn(head, from) }, { piece: tail.piece, offset: offsetIn(tail, to) });
  }
}

function endOf({ start, text }: ShownPiece): number {
  return start + text.length;
}

function offsetIn({ start, text }: ShownPiece, at: number): number {
  return unescapeMarkdown(text.slice(0, Math.max(0, at - start))).length;
}

function commentXml(text: string, id: number, { name, initials, date }: NoteAuthor): (prefix: string) => string {
  return (w) => {
    const paragraphs = text.split('\n').map((line) => `<${w}p><${w}r><${w}t xml:space="preserve">${escapeXml(line)}</${w}t></${w}r></${w}p>`);
    const by = `${w}author="${escapeAttribute(name)}" ${w}date="${escapeAttribute(date)}" ${w}initials="${escapeAttribute(initials)}"`;
    return `<${w}comment ${w}id="${id}" ${by}>${paragraphs.join('')}</${w}comment>`;
  };
}

/** A part with more at the end of its root. */
function appended(source: string, root: XmlElement, xml: string): string {
  const edits = new SourceEdits();
  edits.append(source, root, xml);
  return edits.apply(source);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The part of comments, where the document has none, and what tells programs of it. */
function addPart({ zip, main, source }: Commented, comments: readonly ((prefix: string) => string)[], parts: Map<string, Uint8Array>): void {
  const isStrict = source.includes('http://purl.oclc.org/ooxml/wordprocessingml/main');
  const namespace = isStrict ? 'http://purl.oclc.org/ooxml/wordprocessingml/main' : 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const kind = isStrict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const slash = main.lastIndexOf('/') + 1;
  const [folder, file] = [main.slice(0, slash), main.slice(slash)];
  const name = freeName(zip, folder);
  const relationships = `${folder}_rels/${file}.rels`;
  const known = relationshipsOf(zip, main);
  const link = (prefix: string): string => `<${prefix}Relationship Id="${freeId(known)}" Type="${kind}/comments" Target="${name}"/>`;
  const linked = zip.has(relationships) ? decodePart(zip.read(relationships)) : `${declaration}<Relationships xmlns="${packageRelationships}"/>`;
  const typed = decodePart(zip.read(contentTypes));
  const [links, contents] = [parseXml(linked), parseXml(typed)];
  parts.set(contentTypes, strToU8(appended(typed, contents, `<${prefixOf(contents)}Override PartName="/${folder}${name}" ContentType="${commentsType}"/>`)));
  parts.set(relationships, strToU8(appended(linked, links, link(prefixOf(links)))));
  parts.set(`${folder}${name}`, strToU8(`${declaration}<w:comments xmlns:w="${namespace}">${comments.map((comment) => comment('w:')).join('')}</w:comments>`));
}

function freeName(zip: Zip, folder: string): string {
  let name = 'comments.xml';
  for (let more = 2; zip.has(`${folder}${name}`); more += 1) {
    name = `comments${more}.xml`;
  }
  return name;
}

function freeId(known: readonly Relationship[]): string {
  const ids = new Set(known.map(({ id }) => id));
  let more = known.length + 1;
  while (ids.has(`rId${more}`)) {
    more += 1;
  }
  return `rId${more}`;
}
