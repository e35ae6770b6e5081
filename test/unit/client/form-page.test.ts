import assert from 'node:assert/strict';
import { Window } from 'happy-dom';
import type { PageState, PageView, ToHost } from '../../../client/src/preview/messages.ts';
import { createPage, type Page } from '../../../client/src/preview/page/page.ts';
import type { Words } from '../../../client/src/preview/words.ts';
import { createReportService } from '../../../server/src/service.ts';
import { fixture } from '../../support/fixtures.ts';

/** What a page finds in its browser. */
const browser = ['window', 'document', 'Element', 'getSelection', 'scrollTo', 'DOMParser'] as const;

/** Each word of the page is its own name. */
const words = new Proxy({}, { get: (_, name) => String(name) }) as Words & { language: string };

const text = fixture('base-2021.md');
const received = 'requests.received.naturalPerson';

/** The page with a report in it, as an editor would show it, and what it has told the editor. */
interface Shown {
  readonly page: Page;
  readonly told: ToHost[];
  readonly window: Window;
  readonly state: () => PageState | undefined;
  /** The name of the figure that has the focus. */
  focused(): string | undefined;
  cell(figure: string): HTMLElement;
  press(key: string, held?: { readonly ctrlKey?: boolean }): void;
}

function viewOf(report: string, version = 1): PageView {
  const service = createReportService();
  const document = service.open('file:///r.md', 'markdown', 1, report);
  return { uri: 'file:///r.md', version, words, reports: service.formViews(document, 0), report: 0 };
}

describe('the page of the form', () => {
  const before = new Map<string, PropertyDescriptor | undefined>();
  let shown: Shown;

  beforeEach(() => {
    const window = new Window();
    browser.forEach((name) => {
      before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      const value: unknown = name === 'window' ? window : window[name];
      Object.defineProperty(globalThis, name, { configurable: true, value });
    });
    shown = open(window);
  });

  afterEach(async () => {
    await shown.window.happyDOM.close();
    before.forEach((descriptor, name) => {
      if (descriptor) {
        Object.defineProperty(globalThis, name, descriptor);
      } else {
        Reflect.deleteProperty(globalThis, name);
      }
    });
  });

  function open(window: Window): Shown {
    const told: ToHost[] = [];
    let state: PageState | undefined;
    const made: Shown = {
      page: createPage({
        postMessage: (message) => told.push(message),
        getState: () => state,
        setState(next) {
          state = next;
        },
      }),
      told,
      window,
      state: () => state,
      focused: () => Object.keys(figures).find((id) => made.cell(id) === document.activeElement),
      cell: (figure) => [...document.querySelectorAll<HTMLElement>('td[data-figure]')][figures[figure] as number] as HTMLElement,
      press(key, held = {}) {
        (document.activeElement ?? document.body).dispatchEvent(
          new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }) as unknown as Event);
      },
    };
    made.page.receive({ type: 'view', view: viewOf(text) });
    return made;
  }

  /** The place of each figure among all cells of the page. */
  const figures = Object.fromEntries(viewOf(text).reports[0]?.tables.flatMap((table) => {
    const inGrid = table.rows.flatMap((row) => row.flatMap(({ figure }) => (figure === undefined ? [] : [figure])));
    return inGrid.map((figure) => table.figures[figure]?.id ?? '');
  }).map((id, at) => [id, at]) ?? []);

  it('shows every figure of the form once', () => {
    assert.equal(document.querySelectorAll('td[data-figure]').length, Object.keys(figures).length);
    assert.equal(Object.keys(figures).length, 10 + 25 * 7 + 15);
    assert.deepEqual(shown.told, [{ type: 'ready' }]);
  });

  it('takes keys from the first moment, before any cell was clicked', () => {
    assert.equal(shown.focused(), undefined);
    shown.press('ArrowDown');
    assert.equal(shown.focused(), 'proactive.normativeDocuments.issued');
  });

  it('gives the focus back to the selected cell when it gets it again', () => {
    shown.cell(received).focus();
    (document.activeElement as HTMLElement).blur();
    assert.equal(shown.focused(), undefined);
    window.dispatchEvent(new shown.window.Event('focus') as unknown as Event);
    assert.equal(shown.focused(), received);
  });

  it('goes on after ten undos and ten redos in a row, whatever the text became', () => {
    shown.cell(received).focus();
    for (const [key, does] of [['z', 'undo'], ['y', 'redo']] as const) {
      for (let count = 0; count < 10; count += 1) {
        shown.told.length = 0;
        shown.press(key, { ctrlKey: true });
        assert.deepEqual(shown.told, [{ type: does }]);
        (document.activeElement as HTMLElement).blur();
        shown.page.receive({ type: 'view', view: viewOf(text) });
        shown.page.receive({ type: 'focus' });
        assert.equal(shown.focused(), received);
      }
    }
  });

  it('keeps the focus on the same figure when another form is shown', () => {
    shown.cell(received).focus();
    shown.page.receive({ type: 'view', view: viewOf(fixture('base-pipe-2020.md')) });
    assert.match(document.activeElement?.getAttribute('aria-label') ?? '', /^一、本年新收/u);
  });

  it('never takes the focus from a button of its own', () => {
    const button = document.querySelector('button') as HTMLElement;
    button.focus();
    window.dispatchEvent(new shown.window.Event('focus') as unknown as Event);
    assert.equal(document.activeElement, button);
  });

  it('writes what is typed into the cell, and goes on below', () => {
    shown.cell(received).focus();
    const present = viewOf(text).reports[0]?.tables.flatMap((table) => table.figures).find(({ id }) => id === received)?.text;
    shown.press('7');
    const input = document.querySelector('input') as HTMLInputElement;
    assert.equal(input.value, '7');
    shown.told.length = 0;
    shown.press('Enter');
    assert.deepEqual(shown.told[0], { type: 'edit', edit: { report: 0, figure: received, expected: present, rows: [['7']] } });
    assert.equal(shown.focused(), 'requests.carriedIn.naturalPerson');
  });

  it('writes a number that is typed over itself: the cell may not show yet what was typed into it before', () => {
    const figure = 'requests.carriedIn.naturalPerson';
    shown.cell(figure).focus();
    for (const entry of ['7', '1']) {
      shown.told.length = 0;
      shown.press(entry);
      shown.press('Enter');
      assert.deepEqual(shown.told.filter(({ type: kind }) => kind === 'edit').map((one) => (one.type === 'edit' ? one.edit.rows : [])), [[[entry]]]);
      shown.cell(figure).focus();
    }
    shown.told.length = 0;
    shown.press('F2');
    shown.press('Enter');
    assert.deepEqual(shown.told.filter(({ type: kind }) => kind === 'edit'), []);
  });

  /** Types an entry into a cell and ends it by a key. */
  function type(figure: string, entry: string, key = 'Enter'): HTMLInputElement {
    shown.cell(figure).focus();
    shown.press('F2');
    const input = document.querySelector('input') as HTMLInputElement;
    input.value = entry;
    shown.press(key);
    return input;
  }

  it('keeps an entry that is refused in its cell, with the message, until it is mended or given up', () => {
    const input = type(received, '若干');
    shown.page.receive({ type: 'told', figure: received, message: '“若干” is no number.', isRefusal: true, version: 1 });
    assert.equal(document.activeElement, input);
    assert.equal(input.value, '若干');
    assert.equal(input.getAttribute('aria-invalid'), 'true');
    assert.equal(document.querySelector('.inspector [role=alert]')?.textContent, '“若干” is no number.');
    assert.equal(shown.state()?.figure, received);
    // Another cell cannot be typed in meanwhile, and a click elsewhere comes back.
    shown.cell('requests.carriedIn.naturalPerson').focus();
    shown.press('8');
    assert.equal(document.querySelectorAll('input').length, 1);
    shown.page.receive({ type: 'told', figure: received, message: '“若干” is no number.', isRefusal: true, version: 1 });
    assert.equal(document.activeElement, input);
    assert.equal(shown.state()?.figure, received);
    shown.told.length = 0;
    input.value = '9';
    shown.press('Enter');
    assert.deepEqual(shown.told.filter(({ type: kind }) => kind === 'edit').map((one) => (one.type === 'edit' ? one.edit.rows : [])), [[['9']]]);
    assert.equal(document.querySelector('input'), null);
    assert.equal(shown.focused(), 'requests.carriedIn.naturalPerson');
  });

  it('leaves the keys of the editor to it while a cell is typed in, and takes what was typed first', () => {
    const passed: string[] = [];
    window.addEventListener('keydown', ({ key }) => passed.push(key));
    shown.cell(received).focus();
    for (const [key, held] of [['s', { ctrlKey: true }], ['F1', {}]] as const) {
      shown.press('7');
      shown.told.length = 0;
      passed.length = 0;
      shown.press(key, held);
      assert.deepEqual(passed, [key]);
      assert.deepEqual(shown.told.map(({ type: kind }) => kind), ['edit']);
      assert.equal(document.querySelector('input'), null);
      shown.cell(received).focus();
    }
    shown.press('7');
    passed.length = 0;
    for (const [key, held] of [['z', { ctrlKey: true }], ['Control', { ctrlKey: true }], ['ArrowLeft', { ctrlKey: true }], ['8', {}]] as const) {
      shown.press(key, held);
    }
    assert.deepEqual(passed, []);
    assert.notEqual(document.querySelector('input'), null);
  });

  it('gives a refused entry up on Escape', () => {
    type(received, '若干');
    shown.page.receive({ type: 'told', figure: received, message: 'No number.', isRefusal: true, version: 1 });
    shown.press('Escape');
    assert.equal(document.querySelector('input'), null);
    assert.equal(shown.focused(), received);
  });

  it('goes on once an entry is taken of which it did not know that it would be', () => {
    type(received, '12件', 'Tab');
    assert.notEqual(document.querySelector('input'), null);
    shown.page.receive({ type: 'told', figure: received, message: '', isRefusal: false, version: 1 });
    assert.equal(document.querySelector('input'), null);
    assert.equal(shown.focused(), 'requests.received.business');
  });

  it('comes back to a number that was refused after all, unless the next one is being typed', () => {
    type(received, '7');
    shown.page.receive({ type: 'told', figure: received, message: 'The figure has changed in the meantime.', isRefusal: true, version: 1 });
    assert.equal((document.querySelector('input') as HTMLInputElement).value, '7');
    assert.equal(shown.state()?.figure, received);
    shown.press('Escape');
    type(received, '8');
    shown.press('5');
    shown.page.receive({ type: 'told', figure: received, message: 'The figure has changed in the meantime.', isRefusal: true, version: 1 });
    assert.equal((document.querySelector('input') as HTMLInputElement).value, '5');
    assert.equal(shown.state()?.figure, 'requests.carriedIn.naturalPerson');
  });

  it('holds a cell that is typed in again at once against nothing that it does not show yet', () => {
    const expected = (): (string | undefined)[] => shown.told.flatMap((one) => (one.type === 'edit' ? [one.edit.expected] : []));
    const present = shown.cell(received).querySelector('.value')?.textContent ?? '';
    type(received, '7');
    type(received, '8');
    shown.page.receive({ type: 'told', figure: received, message: '', isRefusal: false, version: 2 });
    shown.page.receive({ type: 'told', figure: received, message: '', isRefusal: false, version: 3 });
    shown.page.receive({ type: 'view', view: viewOf(text, 2) });
    type(received, '9');
    assert.deepEqual(expected(), [present, undefined, undefined]);
    shown.page.receive({ type: 'told', figure: received, message: '', isRefusal: false, version: 4 });
    shown.page.receive({ type: 'view', view: viewOf(text, 4) });
    type(received, '10');
    assert.deepEqual(expected(), [present, undefined, undefined, present]);
  });

  it('lets nothing be typed where the text cannot be changed, and says why', () => {
    shown.page.receive({ type: 'view', view: { ...viewOf(text), readOnly: 'It is read-only.' } });
    shown.cell(received).focus();
    shown.told.length = 0;
    shown.press('7');
    shown.press('Delete');
    assert.equal(document.querySelector('input'), null);
    assert.deepEqual(shown.told, []);
    assert.equal(document.querySelector('.inspector [role=alert]')?.textContent, 'It is read-only.');
  });

  it('writes what is pasted from the selected cell on, whether the browser has it or the editor is asked for it', async () => {
    const edits = (): unknown[] => shown.told.flatMap((one) => (one.type === 'edit' ? [one.edit.rows] : []));
    const paste = (): void => {
      const event = new shown.window.Event('paste', { bubbles: true, cancelable: true });
      Object.assign(event, { clipboardData: { getData: (kind: string) => (kind === 'text/plain' ? '3\t4\n5\t6' : '') } });
      document.activeElement?.dispatchEvent(event as unknown as Event);
    };
    shown.cell(received).focus();
    shown.press('v', { ctrlKey: true });
    paste();
    assert.deepEqual(edits(), [[['3', '4'], ['5', '6']]]);
    shown.told.length = 0;
    shown.press('v', { ctrlKey: true });
    assert.deepEqual(shown.told, []);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.deepEqual(shown.told, [{ type: 'readClipboard' }]);
    shown.page.receive({ type: 'clipboard', text: '7 8' });
    assert.deepEqual(edits(), [[['7', '8']]]);
  });

  it('goes from cell to cell with Tab, and leaves the key to the browser at the end of a table', () => {
    const leaves = (key: string): boolean => {
      const event = new shown.window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event as unknown as Event);
      return !event.defaultPrevented;
    };
    shown.cell(received).focus();
    assert.equal(leaves('Tab'), false);
    assert.equal(shown.focused(), 'requests.received.business');
    const last = Object.keys(figures).filter((id) => id.startsWith('requests.')).at(-1) ?? '';
    shown.cell(last).focus();
    assert.equal(leaves('Tab'), true);
    assert.equal(shown.focused(), last);
  });

  it('leads from a finding to its cell, or to its place in the text where it is about no cell', () => {
    const table = viewOf(text).reports[0]?.tables.findIndex(({ id }) => id === 'requests') ?? 0;
    const view = viewOf(text);
    const range = { start: { line: 9, character: 4 }, end: { line: 9, character: 5 } };
    const finding = { code: 'row-sum', severity: 'error', message: 'It is wrong.', range } as const;
    const at = view.reports[0]?.tables[table]?.figures.findIndex(({ id }) => id === received) ?? 0;
    const reports = view.reports.map((report) => ({
      ...report,
      tables: report.tables.map((one, index) => (index === table ? { ...one, findings: [{ ...finding, figures: [at] }, { ...finding, figures: [] }] } : one)),
    }));
    shown.page.receive({ type: 'view', view: { ...view, reports } });
    shown.told.length = 0;
    const [first, second] = [...document.querySelectorAll<HTMLElement>('button[data-finding]')];
    first?.click();
    assert.deepEqual(shown.told, [{ type: 'select', figure: received, open: true }]);
    assert.equal(shown.focused(), received);
    shown.told.length = 0;
    second?.click();
    assert.deepEqual(shown.told, [{ type: 'reveal', range }]);
  });

  it('keeps what it shows when the text is closed, and offers to open it', () => {
    shown.page.receive({ type: 'closed', message: 'The text is not open.' });
    assert.equal(document.querySelector('.notice')?.textContent, 'The text is not open.');
    assert.equal(document.querySelectorAll('td[data-figure]').length, Object.keys(figures).length);
    const [button] = [...document.querySelectorAll<HTMLElement>('.bar button')].filter(({ hidden, textContent }) => !hidden && textContent === 'openText');
    button?.click();
    assert.deepEqual(shown.told.at(-1), { type: 'openText' });
  });

  it('remembers the selected figure', () => {
    shown.cell(received).focus();
    assert.deepEqual(shown.state(), { uri: 'file:///r.md', report: 0, figure: received });
  });

  it('tells by how much an identity is off once, of a line that is marked as a whole at its total', () => {
    const line = '| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |';
    const shifted = text.replace(line, '| 0 | 210 | 45 | 80 | 30 | 365 | 22 | 2 | 15 | 11 | 50 | 60 | 1 | 20 | 19 |');
    shown.page.receive({ type: 'view', view: viewOf(shifted, 2) });
    const told = [...shown.window.document.querySelectorAll('table.grid-review td')].map((cell) => cell.querySelector('.difference')?.textContent ?? '');
    assert.deepEqual(told.map((words, at) => (words === '' ? undefined : at)).filter((at) => at !== undefined), [4, 9, 14]);
    assert.equal([...shown.window.document.querySelectorAll('table.grid-review td.error')].length, 15);
  });

  describe('beside last year', () => {
    const lastYear = { value: 5, range: { start: { line: 9, character: 4 }, end: { line: 9, character: 5 } } };
    const button = (): HTMLElement => document.querySelector('button.compare') as HTMLElement;

    /** The same report with a figure of last year's at one of its cells. */
    function withLastYear(change: number | undefined): PageView {
      const view = viewOf(text);
      return {
        ...view,
        reports: view.reports.map((report) => ({
          ...report, lastYear: { uri: 'file:///2020.md', year: 2020 },
          tables: report.tables.map((table) => ({
            ...table,
            figures: table.figures.map((figure) => (figure.id === received
              ? { ...figure, lastYear: { ...lastYear, ...(change === undefined ? {} : { change }) } } : figure)),
          })),
        })),
      };
    }

    it('is offered only where last year\'s report is known', () => {
      assert.equal(button().hidden, true);
      shown.page.receive({ type: 'view', view: withLastYear(-2) });
      assert.deepEqual([button().hidden, button().getAttribute('aria-pressed')], [false, 'false']);
    });

    it('shows this year, last year and the difference in a cell, to eye and ear, and remembers that', () => {
      shown.page.receive({ type: 'view', view: withLastYear(-2) });
      assert.doesNotMatch(shown.cell(received).getAttribute('aria-label') ?? '', /lastYear/u);
      button().click();
      const cell = shown.cell(received);
      assert.equal(cell.closest('.compares') !== null, true);
      assert.deepEqual([...cell.querySelectorAll('.beside span')].map(({ textContent }) => textContent), ['5', '−2']);
      assert.match(cell.getAttribute('aria-label') ?? '', /separatorlastYearseparatorfewer/u);
      assert.equal(button().getAttribute('aria-pressed'), 'true');
      assert.equal(shown.state()?.compares, true);
      button().click();
      assert.equal(document.querySelector('.compares'), null);
    });

    it('shows no difference where this year\'s figure is not known, and nothing where last year\'s is not', () => {
      shown.page.receive({ type: 'view', view: withLastYear(undefined) });
      button().click();
      const textsIn = (figure: string): (string | null)[] => [...shown.cell(figure).querySelectorAll('.beside span')].map(({ textContent }) => textContent);
      assert.deepEqual(textsIn(received), ['5', '']);
      assert.deepEqual(textsIn('requests.received.business'), ['', '']);
    });

    it('marks a figure that is the same, and does not show a nought for it', () => {
      shown.page.receive({ type: 'view', view: withLastYear(0) });
      button().click();
      assert.equal(shown.cell(received).querySelector('.change')?.textContent, '=');
    });

    it('leads to the same cell of last year\'s report', () => {
      shown.page.receive({ type: 'view', view: withLastYear(3) });
      shown.cell(received).focus();
      (document.querySelector('[data-last-year]') as HTMLElement).click();
      assert.deepEqual(shown.told.at(-1), { type: 'lastYear', figure: received });
    });
  });
});
