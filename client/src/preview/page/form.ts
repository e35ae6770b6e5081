import type { PageView } from '../messages.ts';
import { createBar, type Bar, type BarActions } from './bar.ts';
import { element, setText } from './dom.ts';
import { printable } from './printable.ts';
import { createSheet, type Sheet } from './sheet.ts';

/** The form as it is shown: its bar, its title and its tables. */
export interface Form {
  readonly bar: Bar;
  readonly main: HTMLElement;
  readonly sheet: Sheet;
  /** What is shown; undefined before there is anything. */
  readonly view: PageView | undefined;
  /** Whether last year's figures are wanted beside this year's. */
  readonly compares: boolean;
  readonly isReadOnly: boolean;
  show(view: PageView): void;
  /** The text is not open any more; what is shown stays. */
  close(message: string): void;
}

interface FormActions extends Pick<BarActions, 'choose' | 'openText'> {
  print(html: string): void;
  /** Other tables take the place of those that are shown. */
  replacing(): void;
  /** The same form is to be shown with last year's figures, or without. */
  compared(view: PageView): void;
}

export function createForm({ choose, openText, print, replacing, compared }: FormActions, comparesAtFirst: boolean): Form {
  let view: PageView | undefined;
  let compares = comparesAtFirst;
  let isClosed = false;
  const isReadOnly = (): boolean => isClosed || view?.readOnly !== undefined;
  const title = element('h1');
  const sheet = createSheet();
  const main = element('main', {}, title, sheet.root);
  const bar = createBar({
    choose,
    openText,
    print: () => print(printable(main)),
    compare() {
      compares = !compares;
      if (view) {
        compared(view);
      }
    },
  });
  return {
    bar,
    main,
    sheet,
    get view() {
      return view;
    },
    get compares() {
      return compares;
    },
    get isReadOnly() {
      return isReadOnly();
    },
    show(next) {
      view = next;
      isClosed = false;
      const { words, reports, report } = next;
      const current = reports[report];
      document.documentElement.lang = words.language;
      setText(title, current?.title || words.untitled);
      bar.update(next, compares);
      sheet.show(current?.tables ?? [], { words, isReadOnly: isReadOnly(), compares: compares && current?.lastYear !== undefined }, replacing);
    },
    close(message) {
      isClosed = true;
      bar.close(message, view !== undefined);
    },
  };
}
