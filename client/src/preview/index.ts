import { Disposable, EventEmitter, Uri, ViewColumn, window, workspace, type ExtensionContext, type WebviewPanel } from 'vscode';
import type { FormInFront } from '../active-report.ts';
import type { ServerConnection } from '../connection.ts';
import type { PageState } from './messages.ts';
import { createPreview, type Preview } from './panel.ts';
import { followDocuments } from './follow.ts';

const viewType = 'disclosureReport.preview';

/** The previews, and which of them is in front. */
interface Previews extends Disposable {
  readonly front: FormInFront;
  /** Shows the form of a report beside its text. */
  open(uri: Uri): void;
}

/** The previews of reports as their official form, one a document; they stay with it when its file gets a name or another one. */
export function createPreviews({ extensionUri }: ExtensionContext, server: ServerConnection): Previews {
  const previews = new Map<string, Preview>();
  const changed = new EventEmitter<void>();
  const adopt = (panel: WebviewPanel, uri: Uri, state?: PageState): void => {
    const preview = createPreview(panel, uri, extensionUri, server, state);
    previews.set(uri.toString(), preview);
    panel.onDidChangeViewState(() => changed.fire());
    panel.onDidDispose(() => {
      if (previews.get(preview.uri.toString()) === preview) {
        previews.delete(preview.uri.toString());
        changed.fire();
      }
    });
  };
  const move = (from: Uri, to: Uri): void => {
    const preview = previews.get(from.toString());
    if (preview && !previews.has(to.toString())) {
      previews.delete(from.toString());
      previews.set(to.toString(), preview);
      preview.follow(to);
      changed.fire();
    }
  };
  const all = Disposable.from(
    changed,
    followDocuments(() => [...previews.values()].map(({ uri }) => uri), move),
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
      written: async (uri) => previews.get(uri)?.written(),
    },
    open(uri) {
      const known = previews.get(uri.toString());
      if (known) {
        known.panel.reveal(undefined, true);
      } else {
        adopt(window.createWebviewPanel(viewType, '', { viewColumn: ViewColumn.Beside, preserveFocus: true }, { enableFindWidget: true }), uri);
      }
    },
    dispose: () => all.dispose(),
  };
}
