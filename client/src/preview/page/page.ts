import type { PageState, PageView, ToHost, ToPage } from '../messages.ts';
import { createBar } from './bar.ts';
import type { Ending } from './cell-input.ts';
import { element, setText } from './dom.ts';
import { createInspector } from './inspector.ts';
import { commandOf } from './keys.ts';
import { moved, type Move } from './navigation.ts';
import { rowsOfHtml, rowsOfText } from './paste.ts';
import { printable } from './printable.ts';
import { createSheet, type FigureCell } from './sheet.ts';
import { createTyping } from './typing.ts';
import { createUnseen } from './unseen.ts';

/** The extension, as the page sees it. */
export interface PageHost {
  postMessage(message: ToHost): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

/** The page of the form; it takes messages and owns its focus. */
export interface Page {
  receive(message: ToPage): void;
}

/** How long the page waits for the browser's own paste before it asks the editor for the clipboard, in milliseconds. */
const pasteWait = 150;

/** Builds the page into the document that is there. */
export function createPage(host: PageHost): Page {
  let view: PageView | undefined;
  let selected = host.getState()?.figure;
  let compares = host.getState()?.compares === true;
  let isClosed = false;
  let pasteTimer: ReturnType<typeof setTimeout> | undefined;
  const unseen = createUnseen();

  const title = element('h1');
  const sheet = createSheet();
  const inspector = createInspector();
  const main = element('main', {}, title, sheet.root);
  const bar = createBar({
    choose: (report) => host.postMessage({ type: 'report', report }),
    openText: () => host.postMessage({ type: 'openText' }),
    print: () => host.postMessage({ type: 'print', html: printable(main) }),
    compare,
  });
  const typing = createTyping({
    send: (value, at, before) => send([[value]], at, before),
    leave,
    goBack(figure) {
      select(figure, { scroll: true });
      return sheet.find(figure);
    },
  });
  document.body.append(bar.root, main, inspector.root);

  sheet.root.addEventListener('mousedown', onMouseDown);
  sheet.root.addEventListener('dblclick', (event) => {
    if (sheet.cellAt(event.target)) {
      beginEdit();
    }
  });
  sheet.root.addEventListener('click', onClick);
  sheet.root.addEventListener('focusin', ({ target }) => {
    const at = sheet.cellAt(target);
    if (at && at.id !== selected) {
      select(at.id);
      host.postMessage({ type: 'select', figure: at.id, open: false });
    }
  });
  inspector.root.addEventListener('click', ({ target }) => {
    const figure = target instanceof Element ? target.closest<HTMLElement>('[data-last-year]')?.dataset['lastYear'] : undefined;
    if (figure !== undefined) {
      host.postMessage({ type: 'lastYear', figure });
    }
  });
  document.addEventListener('keydown', onKeyDown);
  document.addEventListener('paste', onPaste);
  document.addEventListener('copy', onCopy);
  window.addEventListener('focus', takeFocus);
  host.postMessage({ type: 'ready' });

  return { receive };

  function receive(message: ToPage): void {
    switch (message.type) {
      case 'view': show(message.view); break;
      case 'closed': close(message.message); break;
      case 'caret':
        // While a person works in the page, the page leads and the text follows.
        if (!document.hasFocus()) {
          select(message.figure, { scroll: true });
        }
        break;
      case 'focus': takeFocus(); break;
      case 'told':
        unseen.told(message.version);
        typing.answered(message.figure, message.isRefusal);
        inspector.tell(message.message, message.isRefusal);
        break;
      case 'clipboard': paste(rowsOfText(message.text)); break;
    }
  }

  function show(next: PageView): void {
    const isFirst = view === undefined;
    const isOther = view?.report !== next.report;
    const hadFocus = sheet.root.contains(document.activeElement);
    view = next;
    unseen.shown(next.version);
    isClosed = false;
    const { words, reports, report } = next;
    const current = reports[report];
    document.documentElement.lang = words.language;
    setText(title, current?.title || words.untitled);
    bar.update(next, compares);
    sheet.show(current?.tables ?? [], { words, isReadOnly: isReadOnly(), compares: compares && current?.lastYear !== undefined }, () => typing.cancel());
    if (isOther && !isFirst) {
      selected = undefined;
      scrollTo(0, 0);
    }
    if (isFirst && selected !== undefined) {
      select(selected, { scroll: true });
    } else {
      refreshSelection();
    }
    if (hadFocus) {
      takeFocus();
    }
    remember();
  }

  function compare(): void {
    compares = !compares;
    if (view) {
      show(view);
    }
  }

  function close(message: string): void {
    isClosed = true;
    typing.cancel();
    bar.close(message, view !== undefined);
  }

  function isReadOnly(): boolean {
    return isClosed || view?.readOnly !== undefined;
  }

  /** The selected cell has the focus whenever the page has it and nothing else in the page does: no key is ever lost. */
  function takeFocus(): void {
    if (isNowhere(document.activeElement)) {
      if (typing.isOpen) {
        typing.focus();
      } else {
        (sheet.find(selected) ?? sheet.first())?.cell.focus({ preventScroll: true });
      }
    }
  }

  function select(id: string, { scroll = false, focus = false } = {}): void {
    selected = id;
    refreshSelection();
    const at = sheet.find(id);
    if (focus) {
      at?.cell.focus({ preventScroll: true });
    }
    if (scroll || focus) {
      at?.table.reveal(at.figure);
    }
    remember();
  }

  function refreshSelection(): void {
    const found = sheet.find(selected);
    sheet.mark(selected);
    if (view) {
      inspector.show(found?.table.view(), found?.figure ?? -1, view.words);
    }
  }

  function remember(): void {
    if (view) {
      host.setState({ uri: view.uri, report: view.report, ...(selected === undefined ? {} : { figure: selected }), ...(compares ? { compares } : {}) });
    }
  }

  /** Selects a cell as a person does: it takes the focus, and the text follows. */
  function visit(id: string, open = false): void {
    inspector.tell('', false);
    select(id, { focus: true });
    host.postMessage({ type: 'select', figure: id, open });
  }

  function onMouseDown(event: MouseEvent): void {
    const at = sheet.cellAt(event.target);
    if (at && typing.cell !== at.cell && event.button === 0) {
      event.preventDefault();
      visit(at.id, true);
    }
  }

  function onClick({ target }: MouseEvent): void {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-finding]') : null;
    const id = button?.dataset['target'];
    if (id !== undefined) {
      visit(id, true);
    } else if (button) {
      const finding = sheet.tableAt(button)?.view().findings[Number(button.dataset['finding'])];
      if (finding) {
        host.postMessage({ type: 'reveal', range: finding.range });
      }
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const at = isNowhere(event.target) ? sheet.find(selected) ?? sheet.first() : sheet.cellAt(event.target);
    const command = at && commandOf(event, isReadOnly());
    if (!at || !command) {
      return;
    }
    switch (command.does) {
      case 'next': {
        // At the ends of a table the key leads on to its findings, or to what stands before it.
        const next = sheet.neighbour(at, command.step);
        if (next?.table !== at.table) {
          return;
        }
        visit(next.id);
        break;
      }
      case 'paste':
        // The browser's own paste comes first where there is one.
        clearTimeout(pasteTimer);
        pasteTimer = setTimeout(() => host.postMessage({ type: 'readClipboard' }), pasteWait);
        return;
      case 'move': go(at, command.move); break;
      case 'open': visit(at.id, true); break;
      case 'clear': send([['']], at); break;
      case 'undo': case 'redo': host.postMessage({ type: command.does }); break;
      case 'edit':
        select(at.id);
        beginEdit(command.start);
        // What an input method composes has to reach the cell that has just been opened.
        if (command.start === '') {
          return;
        }
        break;
    }
    event.preventDefault();
  }

  function go({ table, figure }: FigureCell, move: Move): void {
    const target = table.view().figures[moved(table.view(), figure, move)];
    if (target) {
      visit(target.id);
    }
  }

  function beginEdit(start?: string): void {
    const at = sheet.find(selected);
    if (!at || !view) {
      return;
    }
    if (isReadOnly()) {
      inspector.tell(bar.notice, true);
      return;
    }
    inspector.tell('', false);
    typing.begin(at, view.words, start);
  }

  /** Where the selection goes when the typing in a cell has ended. */
  function leave(at: FigureCell, ending: Ending): void {
    switch (ending) {
      case 'enter': go(at, 'down'); break;
      case 'tab': visit(sheet.neighbour(at, 1)?.id ?? at.id); break;
      case 'shiftTab': visit(sheet.neighbour(at, -1)?.id ?? at.id); break;
      case 'escape': select(at.id, { focus: true }); break;
      case 'left': break;
    }
  }

  /** Asks for numbers to be written from a cell on, where `expected` still stands: not known while the page's own edits are on their way. */
  function send(rows: readonly (readonly string[])[], { id }: Pick<FigureCell, 'id'>, expected?: string): void {
    const at = sheet.find(id);
    if (!at || isReadOnly()) {
      inspector.tell(bar.notice, true);
      return;
    }
    const present = at.table.view().figures[at.figure]?.text ?? '';
    const guard = unseen.isAny() ? {} : { expected: expected ?? present };
    unseen.sent();
    host.postMessage({ type: 'edit', edit: { report: view?.report ?? 0, figure: id, ...guard, rows } });
  }

  function onPaste(event: ClipboardEvent): void {
    clearTimeout(pasteTimer);
    if (typing.isOpen || !event.clipboardData || !(sheet.cellAt(event.target) || isNowhere(event.target))) {
      return;
    }
    event.preventDefault();
    const html = event.clipboardData.getData('text/html');
    paste((html === '' ? undefined : rowsOfHtml(html)) ?? rowsOfText(event.clipboardData.getData('text/plain')));
  }

  function paste(rows: readonly (readonly string[])[]): void {
    if (!typing.isOpen && rows.length > 0 && selected !== undefined) {
      send(rows, { id: selected });
    }
  }

  function onCopy(event: ClipboardEvent): void {
    const at = typing.isOpen ? undefined : sheet.cellAt(event.target);
    if (at && event.clipboardData && getSelection()?.isCollapsed !== false) {
      event.preventDefault();
      event.clipboardData.setData('text/plain', at.table.view().figures[at.figure]?.text ?? '');
    }
  }
}

/** Whether no part of the page is meant: the page has the focus, and nothing in it does. */
function isNowhere(target: EventTarget | null): boolean {
  return target === null || target === document.body || target === document.documentElement || target === document;
}
