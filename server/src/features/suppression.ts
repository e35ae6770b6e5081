import * as l10n from '@vscode/l10n';
import { compared, movesOf, type FindingsAt } from '../comparing.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import { calledByCode } from '../rules/codes.ts';
import type { Diagnostic, QuickFix, TextEdit } from '../service-types.ts';
import { suppressionComment } from '../suppression/index.ts';
import type { Layout, Node } from '../syntax/tree.ts';
import { rereadings } from '../trial.ts';
import { isTouched } from '../model/places.ts';

/** The comment that suppresses a finding; none where it would not, or would do more. */
export function suppression(diagnosis: Diagnosis, diagnostic: Diagnostic): QuickFix[] {
  const { document } = diagnosis;
  const node = nodeAt(document, document.offsetAt(diagnostic.range.start));
  const edit = suppressionComment(diagnostic, {
    languageId: document.languageId,
    lineAt: (line) => document.lineAt(line),
    lineEnd: document.lineEnd,
    layout: layoutOf(node),
    isHeading: node?.kind === 'heading',
  });
  return edit && suppresses(diagnosis, diagnostic, edit)
    ? [{ title: l10n.t('Silence “{0}” here with a comment', calledByCode(diagnostic.code)), isPreferred: false, isSafe: false, edits: [edit] }] : [];
}

function layoutOf(node: Node | undefined): Layout | undefined {
  return node?.kind === 'table' ? node.layout : undefined;
}

function nodeAt(document: OpenDocument, offset: number): Node | undefined {
  const chunk = document.syntax.chunks.findLast((one) => one.offset <= offset);
  return chunk?.nodes.find((node) => isTouched(node, offset));
}

/** Whether with the comment all figures are the same and nothing is found otherwise, but for findings of that code in that line. */
function suppresses(diagnosis: Diagnosis, diagnostic: Diagnostic, edit: TextEdit): boolean {
  const { reports } = diagnosis.document;
  const before = findingsWithStarts(diagnosis);
  const moves = movesOf(diagnosis.partsOf([edit]));
  return diagnosis.whileEdited([edit], (after) => {
    const read = rereadings(reports, after.document.reports);
    const { gone, fresh } = compared(before, findingsWithStarts(after), moves);
    return read !== undefined && [...read.values()].every(({ figures }) => figures.size === 0) && fresh.length === 0 && gone.has(diagnostic)
      && [...gone].every(({ code, range }) => code === diagnostic.code && range.start.line === diagnostic.range.start.line);
  });
}

function findingsWithStarts({ document, diagnostics }: Diagnosis): FindingsAt<Diagnostic> {
  return { findings: diagnostics, starts: diagnostics.map(({ range }) => document.offsetAt(range.start)) };
}
