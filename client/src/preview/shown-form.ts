import { env, l10n, Uri, type Position, type TextDocument } from 'vscode';
import { formViewMethod, type FormFigure, type FormViewResult, type Range as PlainRange } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { toRange } from '../ranges.ts';
import { whyReadOnly, wrongEncoding } from './editing.ts';
import type { PageView, ToHost, ToPage } from './messages.ts';
import type { TextBeside } from './text-beside.ts';
import { words } from './words.ts';

/** The form that the page shows, and which figure is selected in the page and in the text. */
export interface ShownForm {
  /** Shows the document as it is now; what changes meanwhile is shown behind it. */
  refresh(): void;
  /** The page is there. */
  start(): void;
  choose(report: number): void;
  /** The caret of the text was moved by a person. */
  followCaret(caret: Position): void;
  /** A cell was selected in the page; its place is known once what was typed before is `written`. */
  followPage(selected: SelectedCell, written: Promise<void>): Promise<void>;
  showLastYear(figure: string): Promise<void>;
}

type SelectedCell = Pick<Extract<ToHost, { type: 'select' }>, 'figure' | 'open'>;

interface ShownFormOptions {
  readonly server: ServerConnection;
  readonly text: TextBeside;
  /** The report that is shown at first, by its place among those of the text. */
  readonly first: number;
  uri(): Uri;
  post(message: ToPage): void;
}

export function createShownForm({ server, text, first, uri, post }: ShownFormOptions): ShownForm {
  let isPageThere = false;
  let shown: FormViewResult | undefined;
  let report = first;
  /** A caret in a report that is shown only when the server has answered. */
  let awaitedCaret: Position | undefined;
  /** A cell that was selected in the page, until its place in the text is known. */
  let awaitedCell: SelectedCell | undefined;

  const showNow = oneAtATime(async () => {
    const document = server.documents.get(uri().toString());
    const view = document && await server.request(formViewMethod, { uri: uri().toString(), report });
    if (!document || !view) {
      post({ type: 'closed', message: l10n.t('The text is not open.') });
      return;
    }
    const isFirst = shown === undefined;
    shown = view;
    ({ report } = view);
    post({ type: 'view', view: await pageViewOf(view, document) });
    await revealAwaited();
    const caret = awaitedCaret ?? (isFirst ? text.caret : undefined);
    awaitedCaret = undefined;
    if (caret) {
      followCaret(caret);
    }
  });

  function refresh(): void {
    if (isPageThere) {
      void showNow().catch(() => undefined);
    }
  }

  /** Not before what was typed just now is shown: until then a figure may stand beside where it was read. */
  async function revealAwaited(): Promise<void> {
    if (awaitedCell && shown?.version === server.documents.get(uri().toString())?.version) {
      const { figure, open } = awaitedCell;
      awaitedCell = undefined;
      const range = figuresOf(shown).find(({ id }) => id === figure)?.range;
      if (range) {
        await text.reveal(range, open);
      }
    }
  }

  function followCaret(caret: Position): void {
    if (!shown) {
      return;
    }
    const other = shown.reports.findIndex(({ range }) => contains(range, caret));
    if (other >= 0 && other !== report) {
      report = other;
      awaitedCaret = caret;
      refresh();
      return;
    }
    const figure = figuresOf(shown).find(({ range }) => range && contains(range, caret));
    if (figure) {
      post({ type: 'caret', figure: figure.id });
    }
  }

  return {
    refresh,
    start() {
      isPageThere = true;
      refresh();
    },
    choose(chosen) {
      report = chosen;
      refresh();
    },
    followCaret,
    async followPage(selected, written) {
      awaitedCell = selected;
      await written;
      await revealAwaited();
    },
    async showLastYear(id) {
      const lastYear = shown?.reports[shown.report]?.lastYear;
      const range = figuresOf(shown).find((figure) => figure.id === id)?.lastYear?.range;
      if (lastYear && range) {
        await text.openAt(Uri.parse(lastYear.uri), range);
      }
    },
  };
}

/** What the page shows of an answer of the server. */
async function pageViewOf(view: FormViewResult, document: TextDocument): Promise<PageView> {
  const readOnly = view.wrongEncoding ? wrongEncoding() : await whyReadOnly(document);
  return {
    uri: document.uri.toString(), version: view.version, words: { ...words(), language: env.language }, reports: view.reports, report: view.report,
    ...(readOnly === undefined ? {} : { readOnly }),
  };
}

/** The figures of the report that has its tables in a view. */
function figuresOf(view: FormViewResult | undefined): readonly FormFigure[] {
  return view?.reports[view.report]?.tables.flatMap(({ figures }) => figures) ?? [];
}

function contains(range: PlainRange, at: Position): boolean {
  return toRange(range).contains(at);
}
