import { Disposable, EventEmitter, Uri, window, workspace, type Event, type TextDocument } from 'vscode';
import { vsdiag, type Middleware } from 'vscode-languageclient';
import { compositionAfter, type Composition } from './composition.ts';

/** Keeps what is shown of a document as it is while an input method composes words in it, so that nothing flickers. */
interface Composing extends Disposable {
  readonly provideDiagnostics: NonNullable<Middleware['provideDiagnostics']>;
  /** Whether news of a document have to wait; if so, it is told when they may be fetched. */
  withholds(uri: string): boolean;
  /** The words are chosen, and news of the document were withheld. */
  readonly onDidEnd: Event<TextDocument>;
}

/** How long letters may rest until they are taken for what was meant, in milliseconds: a list of words is read meanwhile. */
const patience = { certain: 5000, uncertain: 1000 };

export function watchComposing(): Composing {
  const ended = new EventEmitter<TextDocument>();
  let current: { readonly document: TextDocument; readonly composition: Composition } | undefined;
  let hasWithheld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function continueWith(document: TextDocument, composition: Composition): void {
    current = { document, composition };
    clearTimeout(timer);
    timer = setTimeout(end, composition.isCertain ? patience.certain : patience.uncertain);
  }

  function end(): void {
    clearTimeout(timer);
    const last = current;
    current = undefined;
    if (last && hasWithheld) {
      hasWithheld = false;
      ended.fire(last.document);
    }
  }

  function withholds(uri: string): boolean {
    const waits = current?.document.uri.toString() === uri;
    hasWithheld ||= waits;
    return waits;
  }

  const listeners = Disposable.from(
    ended,
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || (document !== window.activeTextEditor?.document && document !== current?.document)) {
        return;
      }
      const composition = compositionAfter(current?.document === document ? current.composition : undefined, contentChanges);
      if (composition) {
        continueWith(document, composition);
      } else {
        end();
      }
    }),
    window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
      if (current?.document === document) {
        const { start, text } = current.composition;
        const caret = document.offsetAt(selection.active);
        if (caret < start || caret > start + text.length) {
          end();
        }
      }
    }),
    window.onDidChangeActiveTextEditor(end),
    workspace.onDidSaveTextDocument(end),
  );
  return {
    onDidEnd: ended.event,
    withholds,
    provideDiagnostics(document, previousResultId, token, next) {
      const uri = (document instanceof Uri ? document : document.uri).toString();
      return previousResultId !== undefined && withholds(uri)
        ? { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId: previousResultId }
        : next(document, previousResultId, token);
    },
    dispose() {
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}
