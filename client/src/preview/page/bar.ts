import type { PageView } from '../messages.ts';
import { element, format, setAttribute, setText } from './dom.ts';

/** What stands above the form: the choice of a report, notices, help, and the buttons. */
export interface Bar {
  readonly root: HTMLElement;
  /** Why nothing can be changed, or what is missing; empty where all is well. */
  readonly notice: string;
  update(view: PageView, compares: boolean): void;
  /** Says that the text is not open any more, and offers to open it where it was shown before. */
  close(message: string, mayOpen: boolean): void;
}

export interface BarActions {
  /** Another report of the document was chosen. */
  choose(report: number): void;
  openText(): void;
  print(): void;
  /** Last year's figures are to be shown, or no longer. */
  compare(): void;
}

export function createBar(actions: BarActions): Bar {
  const chooser = element('select', { class: 'chooser' });
  const printButton = element('button', { type: 'button', class: 'quiet' });
  const compareButton = element('button', { type: 'button', class: 'quiet compare' });
  const legend = element('p', { class: 'legend' });
  const notice = element('p', { class: 'notice', role: 'status' });
  const openButton = element('button', { type: 'button' });
  const help = element('p', { class: 'help' });
  const root = element('header', { class: 'bar' }, chooser, notice, openButton, help, legend, compareButton, printButton);
  chooser.hidden = true;
  compareButton.hidden = true;
  legend.hidden = true;
  openButton.hidden = true;
  chooser.addEventListener('change', () => actions.choose(chooser.selectedIndex));
  openButton.addEventListener('click', () => actions.openText());
  compareButton.addEventListener('click', () => actions.compare());
  printButton.addEventListener('click', () => actions.print());
  const showNotice = (text: string | undefined): void => {
    setText(notice, text ?? '');
    notice.hidden = text === undefined;
  };
  return {
    root,
    get notice() {
      return notice.textContent ?? '';
    },
    update(view, compares) {
      const { words, readOnly } = view;
      updateComparing(compareButton, legend, view, compares);
      setText(printButton, words.print);
      setAttribute(printButton, 'title', words.printHint);
      setText(openButton, words.openText);
      setText(help, readOnly === undefined ? words.help : words.helpReadOnly);
      showNotice(missingIn(view) ?? readOnly);
      openButton.hidden = true;
      updateChooser(chooser, view);
    },
    close(message, mayOpen) {
      showNotice(message);
      openButton.hidden = !mayOpen;
    },
  };
}

/** Offered where last year's report is known. */
function updateComparing(button: HTMLElement, legend: HTMLElement, { words, reports, report }: PageView, compares: boolean): void {
  const lastYear = reports[report]?.lastYear;
  button.hidden = lastYear === undefined;
  legend.hidden = lastYear === undefined || !compares;
  setText(button, format(words.compare, lastYear?.year ?? ''));
  setText(legend, words.legend);
  setAttribute(button, 'title', words.compareHint);
  setAttribute(button, 'aria-pressed', String(compares));
}

/** Why there is no form to show. */
function missingIn({ words, reports, report }: PageView): string | undefined {
  if (reports.length === 0) {
    return words.noReport;
  }
  return reports[report]?.tables.length === 0 ? words.noForm : undefined;
}

function updateChooser(chooser: HTMLSelectElement, { words, reports, report }: PageView): void {
  chooser.hidden = reports.length < 2;
  setAttribute(chooser, 'aria-label', words.reports);
  const names = reports.map((one) => one.title || words.untitled);
  if (names.length !== chooser.length || names.some((name, at) => chooser.options[at]?.text !== name)) {
    chooser.replaceChildren(...names.map((name) => element('option', {}, name)));
  }
  chooser.selectedIndex = report;
}
