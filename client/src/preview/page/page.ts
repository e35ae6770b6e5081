import type { PageState, PageView, ToHost, ToPage } from '../messages.ts';
import type { Ending } from './cell-input.ts';
import { createClipboard, type Clipboard } from './clipboard.ts';
import { isNowhere } from './dom.ts';
import { createForm, type Form } from './form.ts';
import { createInspector, type Inspector } from './inspector.ts';
import { go, watchKeyboard } from './keyboard.ts';
import { watchPointer } from './pointer.ts';
import { createSelection, type Selection } from './selection.ts';
import type { FigureCell } from './sheet.ts';
import { createTyping, type Typing } from './typing.ts';
import { createWriter, type Writer } from './writer.ts';

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

/** What the page is put together from. */
interface Parts {
  readonly host: PageHost;
  readonly form: Form;
  readonly inspector: Inspector;
  readonly selection: Selection;
  readonly writer: Writer;
  readonly typing: Typing;
  readonly clipboard: Clipboard;
}

/** Builds the page into the document that is there. */
export function createPage(host: PageHost): Page {
  const before = host.getState();
  const post = (message: ToHost): void => host.postMessage(message);
  const form = createForm({
    choose: (report) => post({ type: 'report', report }),
    openText: () => post({ type: 'openText' }),
    print: (html) => post({ type: 'print', html }),
    replacing: () => typing.cancel(),
    compared: (view) => show(view, parts),
  }, before?.compares === true);
  const { sheet } = form;
  const isReadOnly = (): boolean => form.isReadOnly;
  const inspector = createInspector();
  const selection = createSelection({
    sheet,
    inspector,
    first: before?.figure,
    words: () => form.view?.words,
    changed: () => remember(parts),
    visited: (figure, open) => post({ type: 'select', figure, open }),
  });
  const writer = createWriter({
    sheet,
    isReadOnly,
    refuse: () => inspector.tell(form.bar.notice, true),
    send: (edit) => post({ type: 'edit', edit: { report: form.view?.report ?? 0, ...edit } }),
  });
  const typing = createTyping({
    send: (value, at, was) => writer.write([[value]], at.id, was),
    leave: (at, ending) => goOn(at, ending, parts),
    goBack(figure) {
      selection.select(figure, { scroll: true });
      return sheet.find(figure);
    },
  });
  document.body.append(form.bar.root, form.main, inspector.root);
  const clipboard = createClipboard({
    sheet, selection, isTyping: () => typing.isOpen, readClipboard: () => post({ type: 'readClipboard' }), write: writer.write,
  });
  const parts: Parts = { host, form, inspector, selection, writer, typing, clipboard };

  watchPointer({
    sheet, inspector, selection, typedIn: () => typing.cell,
    beginTyping: () => beginTyping(parts),
    reveal: (range) => post({ type: 'reveal', range }),
    showLastYear: (figure) => post({ type: 'lastYear', figure }),
  });
  watchKeyboard({
    sheet, selection, isReadOnly,
    askForPaste: clipboard.askForPaste,
    beginTyping: (start) => beginTyping(parts, start),
    clear: (figure) => writer.write([['']], figure),
    inText: (type) => post({ type }),
  });
  window.addEventListener('focus', () => takeFocus(parts));
  post({ type: 'ready' });
  return { receive: (message) => receive(message, parts) };
}

function receive(message: ToPage, parts: Parts): void {
  const { form, inspector, selection, writer, typing, clipboard } = parts;
  switch (message.type) {
    case 'view': show(message.view, parts); break;
    case 'closed':
      typing.cancel();
      form.close(message.message);
      break;
    case 'caret':
      // While a person works in the page, the page leads and the text follows.
      if (!document.hasFocus()) {
        selection.select(message.figure, { scroll: true });
      }
      break;
    case 'focus': takeFocus(parts); break;
    case 'told':
      writer.answered(message.version);
      typing.answered(message.figure, message.isRefusal);
      inspector.tell(message.message, message.isRefusal);
      break;
    case 'clipboard': clipboard.paste(message.text); break;
  }
}

function show(next: PageView, parts: Parts): void {
  const { form, selection, writer } = parts;
  const isFirst = form.view === undefined;
  const isOther = form.view?.report !== next.report;
  const hadFocus = form.sheet.root.contains(document.activeElement);
  writer.shown(next.version);
  form.show(next);
  if (isOther && !isFirst) {
    selection.clear();
    scrollTo(0, 0);
  }
  if (isFirst && selection.id !== undefined) {
    selection.select(selection.id, { scroll: true });
  } else {
    selection.refresh();
  }
  if (hadFocus) {
    takeFocus(parts);
  }
  remember(parts);
}

function remember({ host, form: { view, compares }, selection: { id: figure } }: Parts): void {
  if (view) {
    host.setState({ uri: view.uri, report: view.report, ...(figure === undefined ? {} : { figure }), ...(compares ? { compares } : {}) });
  }
}

/** The selected cell has the focus whenever the page has it and nothing else in the page does: no key is ever lost. */
function takeFocus({ typing, selection }: Parts): void {
  if (isNowhere(document.activeElement)) {
    if (typing.isOpen) {
      typing.focus();
    } else {
      selection.cellForKeys?.cell.focus({ preventScroll: true });
    }
  }
}

function beginTyping({ form, inspector, selection, typing }: Parts, start?: string): void {
  const at = selection.cell;
  if (!at || !form.view) {
    return;
  }
  if (form.isReadOnly) {
    inspector.tell(form.bar.notice, true);
    return;
  }
  inspector.tell('', false);
  typing.begin(at, form.view.words, start);
}

/** Where the selection goes when the typing in a cell has ended. */
function goOn(at: FigureCell, ending: Ending, { form: { sheet }, selection }: Parts): void {
  switch (ending) {
    case 'enter': go(at, 'down', selection); break;
    case 'tab': selection.visit(sheet.neighbour(at, 1)?.id ?? at.id); break;
    case 'shiftTab': selection.visit(sheet.neighbour(at, -1)?.id ?? at.id); break;
    case 'escape': selection.select(at.id, { focus: true }); break;
    case 'left': break;
  }
}
