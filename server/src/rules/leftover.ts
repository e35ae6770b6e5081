import * as l10n from '@vscode/l10n';
import { revisionMark } from '../forms/revision.ts';
import type { Place, Report, Section } from '../model/report.ts';
import type { Chunk } from '../syntax/tree.ts';
import type { Finding, Rule } from './rule.ts';
import { findLeftovers, type Leftover } from './support/leftovers.ts';
import { placeInText, searcher, type InText } from '../model/running-text.ts';
import { memoised } from '../model/memo.ts';

/** What was to be replaced before publication: placeholders of a template, blanks, marks of a converter, our own marks. */
export const leftover: Rule = {
  code: 'leftover',
  ignoresFigures: true,
  check(report) {
    return [...search(report).map(findingFor), ...marksIn(report)];
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

/** Marks that a converter made of Word's bookmarks, and our own: one finding a section, for they come in numbers. */
function marksIn(report: Report): readonly Finding[] {
  return report.chunks.some((chunk) => marksOf(chunk).length > 0)
    ? [...parts(report)].flatMap((chunks) => [...bookmarksIn(chunks), ...revisionsIn(chunks)])
    : none;
}

const none: readonly Finding[] = [];
const mark = new RegExp(`\\[bookmark:[^[\\]\\r\\n]{0,80}\\]|${revisionMark}`, 'gu');

/** The marks of a chunk in the order of its text. */
const marksOf = memoised((chunk: Chunk): readonly Mark[] => [...chunk.text.matchAll(mark)].map(({ 0: words, index }) =>
  ({ isOurs: words === revisionMark, place: { chunk, start: index, end: index + words.length } })));

interface Mark {
  /** Whether it says that a paragraph is to be revised. */
  readonly isOurs: boolean;
  readonly place: Place;
}

function bookmarksIn(chunks: readonly Chunk[]): readonly Finding[] {
  const places = chunks.flatMap(marksOf).filter(({ isOurs }) => !isOurs).map(({ place }) => place);
  const [place] = places;
  return place === undefined ? none : [{
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
}

function revisionsIn(chunks: readonly Chunk[]): readonly Finding[] {
  const places = chunks.flatMap(marksOf).filter(({ isOurs }) => isOurs).map(({ place }) => place);
  const [place] = places;
  return place === undefined ? none : [{
    code: leftover.code,
    place,
    severity: 'information',
    message: l10n.t('This section still has paragraphs that are marked to be revised.'),
    fixes: () => [{
      title: l10n.t('Take the marks "to be revised" off this section ({0})', places.length),
      isPreferred: false,
      isSafe: false,
      edits: places.map((one) => ({ place: withLineEnd(one), newText: '' })),
    }],
  }];
}

/** A mark has a line of its own, which goes with it. */
function withLineEnd({ chunk, start, end }: Place): Place {
  const [line = ''] = /^[^\S\r\n]*(?:\r\n|\r|\n)/u.exec(chunk.text.slice(end, end + 200)) ?? [];
  return { chunk, start, end: end + line.length };
}

/** The chunks of the text before the first section, and of each section, none twice. */
function parts({ chunks, sections }: Report): Iterable<Chunk[]> {
  const owner = new Map<Chunk, Section>();
  for (const section of sections) {
    [section.title.heading, ...section.nodes].forEach(({ chunk }) => owner.set(chunk, owner.get(chunk) ?? section));
  }
  const parted = new Map<Section | undefined, Chunk[]>();
  for (const chunk of chunks) {
    const section = owner.get(chunk);
    const own = parted.get(section) ?? [];
    own.push(chunk);
    parted.set(section, own);
  }
  return parted.values();
}
