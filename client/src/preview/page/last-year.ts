import type { FormFigure } from '../../../../server/src/lsp/protocol.ts';
import type { Words } from '../words.ts';
import { element, format, setText } from './dom.ts';

/** Last year's figure and the difference, below or beside this year's in its cell; hidden while nothing is compared. */
export function lastYearElement(): HTMLElement {
  return element('span', { class: 'beside', 'aria-hidden': 'true' }, element('span', { class: 'last' }), element('span', { class: 'change' }));
}

export function updateLastYear(beside: Element, { lastYear }: FormFigure): void {
  const [last, change] = beside.children;
  if (last && change) {
    setText(last, lastYear === undefined ? '' : String(lastYear.value));
    setText(change, signed(lastYear?.change));
    change.classList.toggle('differs', (lastYear?.change ?? 0) !== 0);
  }
}

/** The same in words, for who hears the cell; nothing where last year's figure is not known. */
export function describeLastYear({ lastYear }: FormFigure, words: Words): string[] {
  if (lastYear === undefined) {
    return [];
  }
  const { value, change } = lastYear;
  return [
    format(words.lastYear, value),
    ...change === undefined ? [] : [change === 0 ? words.same : format(change > 0 ? words.more : words.fewer, Math.abs(change))],
  ];
}

/** A nought beside other noughts would look like one more figure. */
function signed(change: number | undefined): string {
  return change === undefined ? '' : change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '=';
}
