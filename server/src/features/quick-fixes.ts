import * as l10n from '@vscode/l10n';
import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { Diagnostic, QuickFix, Range } from '../service-types.ts';
import { silencingComment } from '../silence/index.ts';
import type { Layout, Node } from '../syntax/tree.ts';

/** The findings that touch a range, each with its fixes and the comment that silences it. */
export function quickFixes(diagnosis: Diagnosis, range: Range): { diagnostic: Diagnostic; fix: QuickFix }[] {
  const { document, diagnostics } = diagnosis;
  return diagnostics
    .filter((diagnostic) => overlaps(diagnostic.range, range))
    .flatMap((diagnostic) => [...diagnostic.fixes, ...silencing(document, diagnostic)].map((fix) => ({ diagnostic, fix })));
}

function silencing(document: OpenDocument, diagnostic: Diagnostic): QuickFix[] {
  const node = nodeAt(document, document.offsetAt(diagnostic.range.start));
  const edit = silencingComment(diagnostic, {
    languageId: document.languageId,
    lineAt: (line) => document.lineAt(line),
    lineEnd: document.lineEnd,
    layout: layoutOf(node),
    isHeading: node?.kind === 'heading',
  });
  return edit ? [{ title: l10n.t('Silence “{0}” here with a comment', diagnostic.code), isPreferred: false, isSafe: false, edits: [edit] }] : [];
}

function layoutOf(node: Node | undefined): Layout | undefined {
  return node?.kind === 'table' ? node.layout : undefined;
}

function nodeAt(document: OpenDocument, offset: number): Node | undefined {
  const chunk = document.syntax.chunks.findLast((one) => one.offset <= offset);
  return chunk?.nodes.find((node) => chunk.offset + node.start <= offset && offset <= chunk.offset + node.end);
}

function overlaps(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
