import { sectionName, type SectionData } from '../../forms/form.ts';
import type { FormTable } from '../../forms/table.ts';
import { writerFor } from '../../syntax/tables/index.ts';
import { insertText } from '../../syntax/rewriting.ts';
import type { Chunk, Node } from '../../syntax/tree.ts';
import { lineEnd, lineStart } from '../../syntax/lines.ts';
import type { Report, Section } from '../report.ts';
import { formOf } from '../form-of-report.ts';
import { writeBlankTable, type TableStyle } from './table.ts';
import { underlineBelow, type Edit } from './edits.ts';
import { blockEnd, blockLike, blockStart, isPage } from './pages.ts';

/** Edits that put a section where the form has it, with its empty table unless the table stands in the report already. */
export function insertSection(report: Report, data: SectionData, next: Section | undefined, eol: string): Edit[] {
  const heading = headingFor(report, data);
  const bound = data.table === undefined ? undefined : report.tables.get(data.table);
  const [part] = bound?.parts ?? [];
  if (part) {
    return [insertBefore(report, part, heading, eol)];
  }
  const table = data.table === undefined ? undefined : formOf(report).tables.get(data.table);
  const gap = isPage(chunkOf(report)) ? eol : eol + eol;
  const block = table === undefined ? heading : heading + gap + writeBlankTable(table, styleFor(report, eol));
  const last = report.nodes.at(-1);
  if (next) {
    return [insertBefore(report, next.title.heading, block, eol)];
  }
  return last ? [insertBehind(report, last, block, eol)] : [];
}

/** Edits that write all sections of the form with their empty tables at the end of what is only begun. */
export function insertForm(report: Report, eol: string, language: string): Edit[] {
  const form = formOf(report);
  const last = report.nodes.at(-1);
  const isPlainMarkdown = language === 'markdown' && !isPage(chunkOf(report));
  const style: TableStyle = isPlainMarkdown ? { writer: writerFor('markdown'), lineEnd: eol } : styleFor(report, eol);
  const gap = isPage(chunkOf(report)) ? eol : eol + eol;
  const blocks = form.data.sections.flatMap((data) => {
    const table = data.table === undefined ? undefined : form.tables.get(data.table);
    return [headingFor(report, data), ...(table ? [writeBlankTable(table, style)] : [])];
  });
  return last ? [insertBehind(report, last, blocks.join(gap), eol)] : [];
}

/** The edit that puts an empty table at the end of its section. */
export function insertTable(report: Report, section: Section, table: FormTable, eol: string): Edit[] {
  return [insertBehind(report, section.nodes.at(-1) ?? section.title.heading, writeBlankTable(table, styleFor(report, eol)), eol)];
}

function insertBefore(report: Report, node: Node, block: string, eol: string): Edit {
  const { chunk } = node;
  if (isPage(chunk)) {
    return insertText(chunk, node.kind === 'table' ? node.start : blockStart(chunk, node.start), block + eol);
  }
  if (node.kind === 'heading' && node.within === 'line') {
    return insertText(chunk, node.start, eol + eol + block + eol + eol);
  }
  const at = lineStart(chunk.text, node.start);
  const lead = endsInBlankLine(textBefore(report, chunk, at)) ? '' : eol;
  return insertText(chunk, at, lead + block + eol + eol);
}

function insertBehind(report: Report, node: Node, block: string, eol: string): Edit {
  const { chunk } = node;
  if (isPage(chunk)) {
    return insertText(chunk, blockEnd(chunk, node.end), eol + block);
  }
  const at = lineEnd(chunk.text, node.end);
  if (report.nodes.some((next) => next.kind === 'heading' && next.within === 'line' && next.chunk === chunk && next.start >= node.end && next.start < at)) {
    return insertText(chunk, node.end, eol + eol + block + eol + eol);
  }
  const rest = chunk.text.slice(at);
  const isLast = report.chunks.at(-1) === chunk && /^\s*$/u.test(rest);
  const trail = isLast || /^(?:\r\n|\r|\n)[ \u00a0\u3000]*[\r\n]/u.test(rest) ? '' : eol;
  return insertText(chunk, at, eol + eol + block + trail);
}

function textBefore(report: Report, chunk: Chunk, at: number): string {
  return at > 0 ? chunk.text.slice(Math.max(0, at - 100), at) : (report.chunks[report.chunks.indexOf(chunk) - 1]?.text.slice(-100) ?? '');
}

function endsInBlankLine(text: string): boolean {
  const [blank, end] = text.split(/\r\n|\r|\n/u).slice(1).slice(-2);
  return text === '' || (end === '' && /^[ \u00a0\u3000]*$/u.test(blank ?? ''));
}

function chunkOf(report: Report): Chunk {
  return (report.nodes[0]?.chunk ?? report.chunks[0]) as Chunk;
}

/** The heading's line, marked and numbered as the report's other headings are. */
function headingFor(report: Report, data: SectionData): string {
  const like = report.sections.find(({ title }) => !title.carriesContent) ?? report.sections[0];
  const isNumbered = report.sections.length === 0 || report.sections.some(({ title }) => title.numeral !== undefined);
  const text = isNumbered ? sectionName(data) : data.title;
  const heading = like?.title.heading ?? report.nodes.find((node) => node.kind === 'heading');
  if (!heading) {
    return isPage(chunkOf(report)) ? `<h2>${text}</h2>` : text;
  }
  const { chunk, start, end } = heading;
  if (isPage(chunk)) {
    return like ? blockLike(chunk, start, text) : `<h2>${text}</h2>`;
  }
  const stop = lineEnd(chunk.text, end);
  const before = marksOnly(chunk.text.slice(lineStart(chunk.text, start), start));
  const behind = marksOnly(chunk.text.slice(end, stop)).trimEnd();
  return `${like ? before : before.replace(/^#+/u, '##')}${text}${behind}${underlineBelow(chunk.text, stop)}`;
}

/** The marks and white space around a heading, without anchors; anything else there is no style. */
function marksOnly(text: string): string {
  const marks = text.replace(/<a\b[^<>]*>|<\/a>/giu, '');
  return /^[ \t\u00a0\u3000\uFEFF\f#*_]*$/u.test(marks) ? marks.replace(/[\t\f\uFEFF]/gu, '') : '';
}

/** The style of the report's other tables; of a text without any, that of its headings. */
function styleFor(report: Report, eol: string): TableStyle {
  const parts = [...report.tables.values()].flatMap((table) => table.parts);
  const like = parts.find(({ layout }) => layout.writer !== undefined);
  const writer = like?.layout.writer ?? writerFor(isPage(chunkOf(report)) ? 'html' : isMarkdown(report) ? 'markdown' : 'plaintext');
  return { writer, lineEnd: eol, ...(like && { like }) };
}

/** Whether headings are marked as Markdown marks them. */
function isMarkdown(report: Report): boolean {
  return report.nodes.some((node) => node.kind === 'heading' && /[#*]\s*$/u.test(node.chunk.text.slice(lineStart(node.chunk.text, node.start), node.start)));
}
