import { Disposable, Uri, window, workspace, type Diagnostic, type TextDocument } from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import { settingsSection } from '../../../server/src/lsp/protocol.ts';
import { holdBack } from './hold-back.ts';
import { refresh } from './refresh.ts';
import { rowAround, type RowLines } from './row.ts';

/**
 * Holds back findings about the row that is being typed, until the caret leaves it. Off unless the user wants it: the status bar,
 * the side bar and the form follow each letter, and the problems would count otherwise than they as long as the caret rests.
 */
interface QuietTyping extends Disposable {
  readonly provideDiagnostics: NonNullable<Middleware['provideDiagnostics']>;
  /** Begins to watch the caret; the client is asked for findings again when the row is left. */
  watch(client: BaseLanguageClient): void;
}

/** The row that is being typed. */
interface Typing {
  readonly uri: string;
  readonly row: RowLines;
  /** The messages that stood in the document when the row was touched. */
  readonly shownBefore: ReadonlySet<string>;
}

export function createQuietTyping(): QuietTyping {
  const messages = new Map<string, ReadonlySet<string>>();
  const holding = new Set<string>();
  let typing: Typing | undefined;
  let watching = Disposable.from();

  return {
    async provideDiagnostics(document, previousResultId, token, next) {
      const uri = (document instanceof Uri ? document : document.uri).toString();
      // What was held back is no part of what the editor has, so that "unchanged" would leave it out for good.
      const report = await next(document, holding.has(uri) ? undefined : previousResultId, token);
      if (report?.kind !== 'full') {
        return report;
      }
      const findings = report.items as Diagnostic[];
      const { shown, held } = typing?.uri === uri
        ? holdBack(findings, typing.row, typing.shownBefore)
        : { shown: findings, held: [] };
      messages.set(uri, new Set(shown.map(({ message }) => message)));
      if (held.length > 0) {
        holding.add(uri);
      } else {
        holding.delete(uri);
      }
      return held.length === 0 ? report : { ...report, items: [...shown] };
    },
    watch(client) {
      const leave = (): void => {
        const left = typing;
        typing = undefined;
        if (left && holding.has(left.uri)) {
          const document = workspace.textDocuments.find((one) => one.uri.toString() === left.uri);
          if (document) {
            refresh(client, document);
          }
        }
      };
      watching = Disposable.from(
        workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
          const editor = window.activeTextEditor;
          const [change] = contentChanges;
          if (!change || editor?.document !== document || !isWanted(document)) {
            return;
          }
          const uri = document.uri.toString();
          const row = rowAround(document, Math.min(change.range.start.line, document.lineCount - 1));
          const { line } = editor.selection.active;
          // A correction, or anything else that is done away from the caret, is no typing.
          if (contentChanges.length > 1 || /[\r\n]/u.test(change.text) || line < row.first || line > row.last) {
            leave();
          } else {
            const shownBefore = typing?.uri === uri && typing.row.first === row.first
              ? typing.shownBefore : (messages.get(uri) ?? new Set<string>());
            typing = { uri, row, shownBefore };
          }
        }),
        window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
          const { line } = selection.active;
          if (typing && document === window.activeTextEditor?.document
            && (document.uri.toString() !== typing.uri || line < typing.row.first || line > typing.row.last)) {
            leave();
          }
        }),
        window.onDidChangeActiveTextEditor(leave),
        workspace.onDidSaveTextDocument(leave),
        workspace.onDidCloseTextDocument(({ uri }) => {
          messages.delete(uri.toString());
          holding.delete(uri.toString());
        }),
        workspace.onDidChangeConfiguration((event) => {
          if (event.affectsConfiguration(`${settingsSection}.quietTyping`)) {
            leave();
          }
        }),
      );
    },
    dispose: () => watching.dispose(),
  };
}

function isWanted(document: TextDocument): boolean {
  return workspace.getConfiguration(settingsSection, document).get('quietTyping') === true;
}
