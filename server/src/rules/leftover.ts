import * as l10n from '@vscode/l10n';
import { revisionMark } from '../forms/revision.ts';
import type { Place, Report, Section } from '../model/report.ts';
import type { Chunk } from '../syntax/tree.ts';
import type { Finding, Rule } from './rule.ts';
import { findLeftovers, type Leftover } from './support/leftovers.ts';
import { placeInText, searcher, type InText } from './support/running-text.ts';
import { memoised } from './support/memo.ts';

/** What was to be replaced before publication: placeholders of a template, blanks, marks of a converter, our own marks. */
export const leftover: Rule = {
  code: 'leftover',
  severity: 'warning',
  aboutForm: false,
  check(report) {
    return [...search(report).map(findingFor), ...bookmarksIn(report), ...revisionsIn(report)];
  },
};

const search = searcher(findLeftovers);

function findingFor({ node, found }: InText<Leftover>): Finding {
  return { code: leftover.code, place: placeInText(node, found), message: messageFor(found) };
}

function messageFor({ kind, text }: Leftover): string {
  switch (kind) {
    case 'placeholder': return l10n.t('"{0}" is a placeholder that was not replaced.', text);
    case 'blank': return l10n.t('This blank was not filled in.');
    case 'phrase': return l10n.t('"{0}" is left from a template or draft.', text);
    case 'comment': return l10n.t('"{0}" is the mark of a comment, and no text of the report.', text);
    case 'number': return l10n.t('The number before "{0}" is missing.', text);
  }
}

const bookmark = /\[bookmark:[^\]\r\n]{0,80}\]/gu;

/** Marks that a converter made of Word's bookmarks: one finding a section, for they come in numbers. */
function bookmarksIn(report: Report): Finding[] {
  return parts(report).flatMap((chunks) => {
    const places = chunks.flatMap((chunk) => bookmarksOf(chunk).map((span): Place => ({ chunk, ...span })));
    const [place] = places;
    return place === undefined ? [] : [{
      code: leftover.code,
      place,
      severity: 'information',
      message: l10n.t('This is a bookmark of Word that a converter left; it is no text of the report.'),
      fixes: () => [{
        title: l10n.t('Delete the bookmarks of this section ({0})', places.length),
        isPreferred: false,
        isSafe: true,
        edits: places.map((one) => ({ place: one, newText: '' })),
      }],
    }];
  });
}

const bookmarksOf = memoised(({ text }: Chunk) => (text.includes('[bookmark:')
  ? [...text.matchAll(bookmark)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
  : []));

/** Our own marks of paragraphs that are still to be revised. */
function revisionsIn(report: Report): Finding[] {
  return parts(report).flatMap((chunks) => {
    const chunk = chunks.find(({ text }) => text.includes(revisionMark));
    const start = chunk?.text.indexOf(revisionMark) ?? -1;
    return chunk === undefined ? [] : [{
      code: leftover.code,
      place: { chunk, start, end: start + revisionMark.length },
      severity: 'information',
      message: l10n.t('This section still has paragraphs that are marked to be revised.'),
    }];
  });
}

/** The chunks of the text before the first section, and of each section, none twice. */
function parts({ chunks, sections }: Report): Chunk[][] {
  const owner = new Map<Chunk, Section | undefined>(chunks.map((chunk) => [chunk, undefined]));
  for (const section of sections) {
    [section.title.heading, ...section.nodes].forEach(({ chunk }) => {
      if (owner.get(chunk) === undefined) {
        owner.set(chunk, section);
      }
    });
  }
  const parted = new Map<Section | undefined, Chunk[]>();
  for (const [chunk, section] of owner) {
    parted.set(section, [...(parted.get(section) ?? []), chunk]);
  }
  return [...parted.values()];
}
