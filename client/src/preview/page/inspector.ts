import type { FormFigure, FormTableView } from '../../../../server/src/lsp/protocol.ts';
import type { Words } from '../words.ts';
import { element, setAttribute, setText } from './dom.ts';
import { describeLastYear } from './last-year.ts';
import { describeIdentity, identitiesAt, nameOfIdentity } from './identities.ts';
import { termsId, valueOf } from './table.ts';

/** The bar at the foot of the page: the selected figure with its identities, and what became of the last edit. */
export interface Inspector {
  readonly root: HTMLElement;
  show(table: FormTableView | undefined, figure: number, words: Words): void;
  tell(message: string, isRefusal: boolean): void;
}

export function createInspector(): Inspector {
  const name = element('p', { class: 'name' });
  const lastYear = element('p', { class: 'last-year' });
  const identities = element('ul', { class: 'terms', id: termsId });
  const findings = element('ul', { class: 'messages' });
  const message = element('p', { class: 'message', role: 'status', 'aria-live': 'polite' });
  const root = element('footer', { class: 'inspector' }, name, lastYear, findings, identities, message);
  return {
    root,
    show(table, figure, words) {
      const shown = table?.figures[figure];
      root.classList.toggle('empty', !shown);
      if (!table || !shown) {
        name.replaceChildren();
        lastYear.replaceChildren();
        identities.replaceChildren();
        findings.replaceChildren();
        return;
      }
      const labels = [...shown.name.slice(0, -1), shown.name.at(-1) ?? ''].join(' › ');
      name.replaceChildren(element('span', { class: 'path' }, labels), element('strong', {}, valueOf(shown, words)));
      updateLastYear(lastYear, shown, words);
      findings.replaceChildren(...table.findings.filter((finding) => finding.figures.includes(figure))
        .map((finding) => element('li', { class: finding.severity }, element('span', { class: 'severity' }, words[finding.severity]), finding.message)));
      identities.replaceChildren(...identitiesAt(table, figure).map((identity) => element('li', { class: identity.state },
        element('span', { class: 'term' }, nameOfIdentity(identity, words)), describeIdentity(identity, words))));
    },
    tell(text, isRefusal) {
      setText(message, '');
      setText(message, text);
      message.classList.toggle('refusal', isRefusal);
      setAttribute(message, 'role', isRefusal ? 'alert' : 'status');
    },
  };
}

/** What the figure was last year, and the way there. */
function updateLastYear(line: HTMLElement, figure: FormFigure, words: Words): void {
  const described = describeLastYear(figure, words);
  line.hidden = described.length === 0;
  line.replaceChildren(...described.length === 0 ? [] : [
    element('span', {}, described.join(words.separator)), element('button', { type: 'button', class: 'quiet', 'data-last-year': figure.id }, words.openLastYear),
  ]);
}
