import { strToU8 } from 'fflate/browser';
import { refusedAll, type OfficeEdit, type OfficeReading, type ReadOnlyReason } from '../office-text.ts';
import { isSigned, relatedPart, relationshipsOf, type Relationship } from '../package-parts.ts';
import { placesIn, type TextBuilder } from '../text-builder.ts';
import { parseXml } from '../parse-xml.ts';
import { decodePart, survives } from '../part-text.ts';
import { child, elements, type XmlElement } from '../xml.ts';
import type { Zip } from '../zip/zip.ts';
import type { Block } from './content.ts';
import { createNumbering } from './numbering.ts';
import { ContentReader } from './read-content.ts';
import { renderBlocks, type Origin } from './render.ts';
import { readStyles } from './styles.ts';
import { isOn } from './switches.ts';
import { writeComments } from './write-comments.ts';
import { editedText, essence, writeEdits } from './write-docx.ts';

/** A document with what its text depends on. */
interface Document {
  readonly zip: Zip;
  readonly main: string;
  readonly source: string;
  readonly body: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
}

/** As many stand in the reports of four hundred organs, cells of tables included; a few kilobytes packed may hold millions. */
const mostParagraphs = 150_000;

/** Reads a Word document from its package. @throws ZipError, XmlError */
export function readDocx(zip: Zip, main: string): OfficeReading {
  const bytes = zip.read(main);
  const source = decodePart(bytes);
  if (hasMoreParagraphs(source, mostParagraphs)) {
    return { unread: 'too-large' };
  }
  const parts = relationshipsOf(zip, main);
  const body = child(parseXml(source), 'w:body');
  if (body === undefined) {
    return { unread: 'no-document' };
  }
  if (holdsDocuments(body)) {
    return { unread: 'embedded' };
  }
  const document = { zip, main, source, body, styles: relatedPart(zip, parts, 'styles'), numbering: relatedPart(zip, parts, 'numbering') };
  const { text, regions } = renderDocument(document);
  const readOnly = readOnlyReason(zip, parts, survives(bytes, source));
  return {
    source: 'docx',
    text,
    ...(readOnly === undefined ? {} : { readOnly }),
    ...placesIn(regions),
    annotate(notes, author) {
      const parts = readOnly === 'package' ? undefined : writeComments({ zip, main, source, body, regions }, notes, author);
      const written = parts?.get(main);
      return parts !== undefined && written !== undefined && shows(document, decodePart(written), text, []) ? zip.with(parts) : undefined;
    },
    apply(edits, author) {
      if (readOnly !== undefined) {
        return refusedAll(edits, readOnly);
      }
      const written = writeEdits(source, { text, regions, body }, edits, author);
      if (typeof written !== 'string') {
        return { refused: written };
      }
      return shows(document, written, text, edits) ? { bytes: zip.with(new Map([[main, strToU8(written)]])) } : refusedAll(edits, 'not-shown');
    },
  };
}

/** Whether there are more, told before a tree is made of them: by their tags, of which a paragraph has one or two. */
function hasMoreParagraphs(source: string, most: number): boolean {
  let tags = 0;
  for (let at = source.indexOf(':p'); at >= 0 && tags <= most * 2; at = source.indexOf(':p', at + 2)) {
    const behind = source.charCodeAt(at + 2);
    // Behind the name of a tag stand its end or white space; other names go on.
    tags += behind === 0x3e ? 1 : behind === 0x2f ? 2 : behind <= 0x20 ? 1 : 0;
  }
  return tags > most * 2;
}

function renderDocument({ source, body, styles, numbering }: Document): TextBuilder<Origin> {
  const known = readStyles(styles);
  const read = (lostFields: ReadonlySet<XmlElement>): { blocks: Block[]; lostFields: ReadonlySet<XmlElement> } => {
    const reader = new ContentReader({ source, styles: known, numbering: createNumbering(numbering, known), lostFields });
    return { blocks: reader.blocks(body), lostFields: reader.lostFields };
  };
  const found = read(new Set());
  // A field whose end is lost would take with it what follows.
  return renderBlocks((found.lostFields.size > 0 ? read(found.lostFields) : found).blocks);
}

/** Whether the document, written and read again, shows the text as it was edited. */
function shows(document: Document, written: string, text: string, edits: readonly OfficeEdit[]): boolean {
  const body = child(parseXml(written), 'w:body');
  return body !== undefined && essence(renderDocument({ ...document, source: written, body }).text) === essence(editedText(text, edits));
}

function holdsDocuments(body: XmlElement): boolean {
  return elements(body).some(({ name }) => name === 'w:altChunk' || name === 'w:subDoc');
}

function readOnlyReason(zip: Zip, parts: readonly Relationship[], isKept: boolean): ReadOnlyReason | undefined {
  if (isProtected(relatedPart(zip, parts, 'settings'))) {
    return 'protected';
  }
  if (isSigned(zip)) {
    return 'signed';
  }
  return zip.isWritable && isKept ? undefined : 'package';
}

/** Whether somebody has forbidden changes; tracked ones and comments may be allowed, which makes no difference here. */
function isProtected(settings: XmlElement | undefined): boolean {
  const protection = child(settings, 'w:documentProtection');
  const writing = child(settings, 'w:writeProtection');
  const isEnforced = protection !== undefined && isOn(protection.attributes['w:enforcement'], false) && protection.attributes['w:edit'] !== 'none';
  const asksPassword = ['w:hash', 'w:hashValue'].some((name) => writing?.attributes[name] !== undefined);
  return isEnforced || asksPassword;
}
