import { slips } from '../../forms/slips.ts';
import { commonLength, editDistance } from '../../texts/near.ts';
import { plainText, written, type InText } from '../../model/running-text.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../syntax/tree.ts';

/** The end of a line that is nearly what a report is called. */
export interface Misspelt extends Span {
  readonly text: string;
  readonly name: string;
}

const { names, others } = slips.titles;
/** So much of a name is held to be spelt rightly, and so many characters of it at the most are wrong. */
const start = 3;
const mostWrong = 2;
const mostNodes = 8;
const longestTitle = 60;
const year = /(?:19|20)\d{2}年|[二一][〇零○九][〇零一二三四五六七八九○]{2}年/u;

/** A title whose name is misspelt (…年度报高), above the first section; for reports in which no title was found. */
export function misspeltTitle({ preamble, sections, nodes }: Report): InText<Misspelt> | undefined {
  for (const node of (sections.length > 0 ? preamble : nodes).slice(0, mostNodes)) {
    const found = node.kind === 'table' || node.text.length > longestTitle ? undefined : misspeltIn(plainText(node));
    if (found && node.kind !== 'table') {
      return { node, found: { ...found, ...written(node, found) } };
    }
  }
  return undefined;
}

function misspeltIn(text: string): Misspelt | undefined {
  const at = Math.max(...names.map((name) => text.lastIndexOf(name.slice(0, start))));
  const end = text.slice(at);
  if (at < 0 || !year.test(text) || /[。;,!?]/u.test(text) || others.some((kind) => end.endsWith(kind))) {
    return undefined;
  }
  const [nearest] = names.filter((name) => name.slice(0, start) === end.slice(0, start))
    .map((name) => ({ name, wrong: editDistance(end, name), isWithin: commonLength(end, name) === Math.min(end.length, name.length) }))
    .toSorted((one, other) => one.wrong - other.wrong || Number(other.isWithin) - Number(one.isWithin));
  return nearest !== undefined && nearest.wrong > 0 && nearest.wrong <= mostWrong ? { start: at, end: text.length, text: end, name: nearest.name } : undefined;
}
