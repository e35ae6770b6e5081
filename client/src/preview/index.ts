import { commands, Disposable, EventEmitter, l10n, Uri, ViewColumn, window, workspace, type ExtensionContext, type WebviewPanel } from 'vscode';
import type { FormInFront } from '../active-report.ts';
import type { ServerConnection } from '../connection.ts';
import type { PageState } from './messages.ts';
import { createPreview, type Preview } from './panel.ts';

const viewType = 'disclosureReport.preview';

/** The previews, and which of them is in front. */
export interface Previews extends Disposable {
  readonly front: FormInFront;
}

/** The previews of reports as their official form, one a document, and the command that opens them. */
export function createPreviews({ extensionUri }: ExtensionContext, server: ServerConnection): Previews {
  const previews = new Map<string, Preview>();
  const changed = new EventEmitter<void>();
  const adopt = (panel: WebviewPanel, uri: Uri, state?: PageState): void => {
    const key = uri.toString();
    const preview = createPreview(panel, uri, extensionUri, server, state);
    previews.set(key, preview);
    panel.onDidChangeViewState(() => changed.fire());
    panel.onDidDispose(() => {
      if (previews.get(key) === preview) {
        previews.delete(key);
        changed.fire();
      }
    });
  };
  const all = Disposable.from(
    changed,
    commands.registerCommand('disclosureReport.showPreview', () => {
      const uri = window.activeTextEditor?.document.uri;
      if (!uri || !server.documents.has(uri.toString())) {
        void window.showInformationMessage(l10n.t('There is no disclosure report in the active editor.'));
        return;
      }
      const known = previews.get(uri.toString());
      if (known) {
        known.panel.reveal(undefined, true);
      } else {
        adopt(window.createWebviewPanel(viewType, '', { viewColumn: ViewColumn.Beside, preserveFocus: true },
          { enableFindWidget: true }), uri);
      }
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state: PageState | undefined) {
        if (!state) {
          panel.dispose();
          return;
        }
        const uri = Uri.parse(state.uri);
        adopt(panel, uri, state);
        try {
          await workspace.openTextDocument(uri);
        } catch {
          // The file is gone, and there is nothing to show.
          panel.dispose();
        }
      },
    }),
    new Disposable(() => [...previews.values()].forEach(({ panel }) => panel.dispose())),
  );
  return {
    front: {
      get uri() {
        return [...previews.values()].find(({ panel }) => panel.active)?.uri;
      },
      onDidChange: changed.event,
    },
    dispose: () => all.dispose(),
  };
}
