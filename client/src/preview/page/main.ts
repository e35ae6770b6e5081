import type { FormTableView } from '../../../../server/src/lsp/protocol.ts';
import type { PageState, PageView, ToHost, ToPage } from '../messages.ts';
import { openInput, type CellInput, type Ending } from './cell-input.ts';
import { element, format, setAttribute, setText } from './dom.ts';
import { createInspector } from './inspector.ts';
import { moved, type Move } from './navigation.ts';
import { rowsOfHtml, rowsOfText } from './paste.ts';
import { createTable, type TableElement } from './table.ts';

/** What VS Code gives its pages. */
declare function acquireVsCodeApi(): {
  postMessage(message: ToHost): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

/** How long the page waits for the browser's own paste before it asks the editor for the clipboard, in milliseconds. */
const pasteWait = 150;

const host = acquireVsCodeApi();
const remembered = host.getState();
let view: PageView | undefined;
let tables: readonly TableElement[] = [];
let selected: string | undefined = remembered?.figure;
let input: CellInput | undefined;
let isClosed = false;
let pasteTimer: ReturnType<typeof setTimeout> | undefined;

const title = element('h1');
const chooser = element('select', { class: 'chooser' });
const printButton = element('button', { type: 'button', class: 'quiet' });
const notice = element('p', { class: 'notice', role: 'status' });
const openButton = element('button', { type: 'button' });
const help = element('p', { class: 'help' });
const sheet = element('div', { class: 'sheet' });
const inspector = createInspector();
const main = element('main', {}, title, sheet);
document.body.append(
  element('header', { class: 'bar' }, chooser, notice, openButton, help, printButton), main, inspector.root);
chooser.hidden = true;
openButton.hidden = true;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'view': show(data.view); break;
    case 'closed': close(data.message); break;
    case 'caret':
      // While a person works in the page, the page leads and the text follows.
      if (!document.hasFocus()) {
        select(data.figure, { scroll: true });
      }
      break;
    case 'told': inspector.tell(data.message, data.isRefusal); break;
    case 'clipboard': paste(rowsOfText(data.text)); break;
  }
});
chooser.addEventListener('change', () => host.postMessage({ type: 'report', report: chooser.selectedIndex }));
openButton.addEventListener('click', () => host.postMessage({ type: 'openText' }));
printButton.addEventListener('click', () => host.postMessage({ type: 'print', html: printable() }));
sheet.addEventListener('mousedown', onMouseDown);
sheet.addEventListener('dblclick', (event) => {
  if (cellAt(event.target)) {
    beginEdit();
  }
});
sheet.addEventListener('click', onClick);
sheet.addEventListener('focusin', ({ target }) => {
  const at = cellAt(target);
  if (at && at.id !== selected) {
    select(at.id);
    host.postMessage({ type: 'select', figure: at.id, open: false });
  }
});
sheet.addEventListener('keydown', onKeyDown);
document.addEventListener('paste', onPaste);
document.addEventListener('copy', onCopy);
host.postMessage({ type: 'ready' });

function show(next: PageView): void {
  const isFirst = view === undefined;
  const isOther = view?.report !== next.report;
  view = next;
  isClosed = false;
  const { words, reports, report, readOnly } = next;
  const current = reports[report];
  document.documentElement.lang = words.language;
  setText(title, current?.title || words.untitled);
  showChooser(next);
  setText(printButton, words.print);
  setAttribute(printButton, 'title', words.printHint);
  setText(openButton, words.openText);
  setText(help, readOnly === undefined ? words.help : words.helpReadOnly);
  const missing = reports.length === 0 ? words.noReport : current?.tables.length === 0 ? words.noForm : undefined;
  showNotice(missing ?? readOnly);
  openButton.hidden = true;
  showTables(current?.tables ?? []);
  if (isOther && !isFirst) {
    selected = undefined;
    scrollTo(0, 0);
  }
  if (isFirst && selected !== undefined) {
    select(selected, { scroll: true });
  } else {
    refreshSelection();
  }
  remember();
}

function showChooser({ words, reports, report }: PageView): void {
  chooser.hidden = reports.length < 2;
  setAttribute(chooser, 'aria-label', words.reports);
  const names = reports.map((one) => one.title || words.untitled);
  if (names.length !== chooser.length || names.some((name, at) => chooser.options[at]?.text !== name)) {
    chooser.replaceChildren(...names.map((name) => element('option', {}, name)));
  }
  chooser.selectedIndex = report;
}

function showNotice(text: string | undefined): void {
  setText(notice, text ?? '');
  notice.hidden = text === undefined;
}

/** Tables that show the same printed grid stay, and with them focus, scrolling and what is being typed. */
function showTables(views: readonly FormTableView[]): void {
  const words = view?.words;
  if (!words) {
    return;
  }
  const isSame = views.length === tables.length && views.every((one, at) => tables[at]?.fits(one));
  if (!isSame) {
    input?.cancel();
    tables = views.map((one) => tables.find((table) => table.fits(one)) ?? createTable(one));
    sheet.replaceChildren(...tables.map(({ root }) => root));
  }
  tables.forEach((table, at) => table.update(views[at] ?? table.view(), words, isReadOnly()));
}

function close(message: string): void {
  isClosed = true;
  input?.cancel();
  showNotice(message);
  openButton.hidden = view === undefined;
}

function isReadOnly(): boolean {
  return isClosed || view?.readOnly !== undefined;
}

interface Found {
  readonly table: TableElement;
  readonly figure: number;
  readonly id: string;
  readonly cell: HTMLTableCellElement;
}

function find(id: string | undefined): Found | undefined {
  for (const table of tables) {
    const figure = table.view().figures.findIndex((one) => one.id === id);
    const cell = table.cells[figure];
    if (cell && id !== undefined) {
      return { table, figure, id, cell };
    }
  }
  return undefined;
}

function cellAt(target: EventTarget | null): Found | undefined {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td[data-figure]') : null;
  const table = tables.find(({ root }) => cell && root.contains(cell));
  return find(table?.view().figures[Number(cell?.dataset['figure'])]?.id);
}

function select(id: string, { scroll = false, focus = false } = {}): void {
  selected = id;
  refreshSelection();
  const found = find(id);
  if (focus) {
    found?.cell.focus({ preventScroll: true });
  }
  if (scroll || focus) {
    found?.cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  remember();
}

/** One cell of each table can be reached by Tab from outside: the selected one, else the first. */
function refreshSelection(): void {
  const found = find(selected);
  for (const table of tables) {
    const at = found?.table === table ? found.figure : undefined;
    table.mark(at);
    table.cells.forEach((cell, index) => {
      cell.tabIndex = index === (at ?? 0) ? 0 : -1;
    });
  }
  if (view) {
    inspector.show(found?.table.view(), found?.figure ?? -1, view.words);
  }
}

function remember(): void {
  if (view) {
    host.setState({ uri: view.uri, report: view.report, ...(selected === undefined ? {} : { figure: selected }) });
  }
}

/** Selects a cell as a person does: it takes the focus, and the text follows. */
function visit(id: string, open = false): void {
  inspector.tell('', false);
  select(id, { focus: true });
  host.postMessage({ type: 'select', figure: id, open });
}

function onMouseDown(event: MouseEvent): void {
  const at = cellAt(event.target);
  if (at && input?.cell !== at.cell && event.button === 0) {
    event.preventDefault();
    visit(at.id, true);
  }
}

function onClick({ target }: MouseEvent): void {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-finding]') : null;
  if (!button) {
    return;
  }
  const id = button.dataset['target'];
  if (id !== undefined) {
    visit(id, true);
    return;
  }
  const table = tables.find(({ root }) => root.contains(button));
  const finding = table?.view().findings[Number(button.dataset['finding'])];
  if (finding) {
    host.postMessage({ type: 'reveal', range: finding.range });
  }
}

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', Home: 'lineStart', End: 'lineEnd',
};

function onKeyDown(event: KeyboardEvent): void {
  const at = cellAt(event.target);
  if (!at || event.altKey) {
    return;
  }
  if ((event.ctrlKey || event.metaKey)) {
    onCommandKey(event, at);
    return;
  }
  const move = moves[event.key];
  if (move) {
    event.preventDefault();
    go(at, move);
  } else if (event.key === 'Tab') {
    // At the ends of a table the key leads on to its findings, or to what stands before it.
    const next = find(neighbour(at, event.shiftKey ? -1 : 1));
    if (next?.table === at.table) {
      event.preventDefault();
      visit(next.id);
    }
  } else if (event.key === 'Enter' && isReadOnly()) {
    event.preventDefault();
    visit(at.id, true);
  } else if (event.key === 'Enter' || event.key === 'F2') {
    event.preventDefault();
    beginEdit();
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    send([['']]);
  } else if (event.key === 'Process' || event.keyCode === 229) {
    // An input method has begun: what it composes goes into the cell.
    beginEdit('');
  } else if (/^[\d０-９+\-−.增减]$/u.test(event.key)) {
    event.preventDefault();
    beginEdit(event.key);
  }
}

function onCommandKey(event: KeyboardEvent, at: Found): void {
  const key = event.key.toLowerCase();
  if (key === 'z' || key === 'y') {
    event.preventDefault();
    host.postMessage({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
  } else if (key === 'home' || key === 'end') {
    event.preventDefault();
    go(at, key === 'home' ? 'first' : 'last');
  } else if (key === 'v' && !event.shiftKey) {
    clearTimeout(pasteTimer);
    pasteTimer = setTimeout(() => host.postMessage({ type: 'readClipboard' }), pasteWait);
  }
}

function go({ table, figure }: Found, move: Move): void {
  const target = table.view().figures[moved(table.view(), figure, move)];
  if (target) {
    visit(target.id);
  }
}

/** The next figure in the order of reading, over all tables; undefined at the last. */
function neighbour({ id }: Found, step: 1 | -1): string | undefined {
  const ids = tables.flatMap((table) => table.view().figures.map((figure) => figure.id));
  return ids[ids.indexOf(id) + step];
}

function beginEdit(start?: string): void {
  const at = find(selected);
  if (!at || !view || input) {
    return;
  }
  if (isReadOnly()) {
    inspector.tell(notice.textContent ?? '', true);
    return;
  }
  const figure = at.table.view().figures[at.figure];
  const text = figure?.text ?? '';
  inspector.tell('', false);
  input = openInput(at.cell, text, format(view.words.edit, figure?.name.join(' ') ?? ''), start, (value, ending) => {
    input = undefined;
    if (value !== undefined) {
      send([[value]], { id: at.id, expected: text });
    }
    leave(at, ending);
  });
}

/** Where the selection goes when the typing in a cell has ended. */
function leave(at: Found, ending: Ending): void {
  switch (ending) {
    case 'enter': go(at, 'down'); break;
    case 'tab': visit(neighbour(at, 1) ?? at.id); break;
    case 'shiftTab': visit(neighbour(at, -1) ?? at.id); break;
    case 'escape': select(at.id, { focus: true }); break;
    case 'left': break;
  }
}

/** Asks for numbers to be written from a cell on. */
function send(rows: readonly (readonly string[])[], to?: { readonly id: string; readonly expected: string }): void {
  const at = find(to?.id ?? selected);
  if (!at || isReadOnly()) {
    inspector.tell(notice.textContent ?? '', true);
    return;
  }
  const expected = to?.expected ?? at.table.view().figures[at.figure]?.text ?? '';
  host.postMessage({ type: 'edit', edit: { report: view?.report ?? 0, figure: at.id, expected, rows } });
}

function onPaste(event: ClipboardEvent): void {
  clearTimeout(pasteTimer);
  if (input || !cellAt(event.target) || !event.clipboardData) {
    return;
  }
  event.preventDefault();
  const html = event.clipboardData.getData('text/html');
  paste((html === '' ? undefined : rowsOfHtml(html)) ?? rowsOfText(event.clipboardData.getData('text/plain')));
}

function paste(rows: readonly (readonly string[])[]): void {
  if (!input && rows.length > 0) {
    send(rows);
  }
}

function onCopy(event: ClipboardEvent): void {
  const at = input ? undefined : cellAt(event.target);
  if (at && event.clipboardData && getSelection()?.isCollapsed !== false) {
    event.preventDefault();
    event.clipboardData.setData('text/plain', at.table.view().figures[at.figure]?.text ?? '');
  }
}

/** The form without the marks of the moment. */
function printable(): string {
  const copy = main.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('input').forEach((one) => one.remove());
  copy.querySelectorAll('.selected, .operand, .editing').forEach((one) => one.classList.remove('selected', 'operand', 'operand-broken', 'editing'));
  return copy.outerHTML;
}
