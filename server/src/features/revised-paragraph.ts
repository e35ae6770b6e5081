import * as l10n from '@vscode/l10n';
import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import { revisionMark } from '../forms/revision.ts';
import { reportAt } from '../model/places.ts';
import type { Position, Range, TitledEdits } from '../service-types.ts';
import { soundTogether } from './together.ts';

/** So many lines of a paragraph are looked at for the mark above it: one that is written in this project has one. */
const mostLines = 100;

/** At a paragraph that is marked to be revised (待修订), or at its mark: what takes the mark off, its line with it. */
export function revisedParagraph(diagnosis: Diagnosis, position: Position): readonly TitledEdits[] {
  const { document } = diagnosis;
  const line = lineOfMark(document, position.line);
  if (line === undefined) {
    return [];
  }
  const range: Range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  const found = reportAt(document.reports, document.offsetAt(position));
  const report = found ? document.reports.indexOf(found) : -1;
  const edits = [{ range, newText: '' }];
  // The section is told of at the next paragraph that is marked.
  return report >= 0 && soundTogether(diagnosis, [{ edits, claim: { report, reveals: ['leftover'] } }]).length > 0
    ? [{ title: l10n.t('This paragraph is revised: take its mark off'), edits }] : [];
}

function lineOfMark(document: OpenDocument, from: number): number | undefined {
  for (let line = from; line >= 0 && from - line < mostLines; line -= 1) {
    const text = document.lineAt(line)?.trim() ?? '';
    if (text === revisionMark) {
      return line;
    }
    if (text === '') {
      return undefined;
    }
  }
  return undefined;
}
