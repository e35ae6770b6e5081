import { commands, Disposable, env, l10n, ViewColumn, window, type ExtensionContext, type WebviewPanel } from 'vscode';
import { folderPageMethod, type FolderView } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import type { FolderCheck } from '../folder/index.ts';
import { pageOf, resourcesOf } from '../preview/html.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { toRange } from '../ranges.ts';
import { exportView, titleOf } from './export.ts';
import { createGathering, type GatheredFile } from './gather.ts';
import type { ToHost, ToPage } from './messages.ts';
import { decide } from './review.ts';

/** Changes that come together are shown together, after this many milliseconds. */
const pause = 400;

/** The list of findings (问题清单) and the page of the folder, one panel each, which follow the folder. */
export function createFolderPages({ extensionUri }: ExtensionContext, server: ServerConnection, folder: FolderCheck): Disposable {
  const panels = new Map<FolderView, WebviewPanel>();
  const gather = createGathering(server, folder);
  let files: readonly GatheredFile[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let counted = 0;
  const showNow = oneAtATime(show);

  /** All panels show the same files, so that a row of any of them is one of these. */
  async function show(): Promise<void> {
    const gathered = await gather(count);
    const shown = gathered.map(({ entry }) => entry);
    const bodies = await Promise.all([...panels].map(async ([view, panel]) =>
      ({ panel, body: await server.request(folderPageMethod, { files: shown, view }) })));
    files = gathered;
    for (const { panel, body } of bodies) {
      if (body !== null) {
        void panel.webview.postMessage({ type: 'show', body, language: env.language, exportLabel: l10n.t('Export…') } satisfies ToPage);
      }
    }
  }

  /** Whoever waits for a large folder sees that it goes on. */
  function count(done: number, all: number): void {
    if (Date.now() - counted >= pause) {
      counted = Date.now();
      const text = `${l10n.t('Collecting what the reports of the folder say…')} ${l10n.t('{0} of {1} files', done, all)}`;
      panels.forEach((panel) => void panel.webview.postMessage({ type: 'wait', text } satisfies ToPage));
    }
  }

  function refresh(): void {
    clearTimeout(timer);
    timer = panels.size === 0 ? undefined : setTimeout(() => void showNow(), pause);
  }

  async function open(view: FolderView): Promise<void> {
    if (folder.reports.size === 0) {
      await commands.executeCommand('disclosureReport.checkFolder');
    }
    const known = panels.get(view);
    if (known) {
      known.reveal();
      return;
    }
    const panel = window.createWebviewPanel(`disclosureReport.${view}`, titleOf(view), ViewColumn.Active, {
      enableScripts: true, enableFindWidget: true, retainContextWhenHidden: true, localResourceRoots: [resourcesOf(extensionUri)],
    });
    panels.set(view, panel);
    panel.onDidDispose(() => panels.delete(view));
    panel.webview.onDidReceiveMessage((message: ToHost) => void receive(message, view));
    panel.webview.html = pageOf(panel.webview, extensionUri, 'folder-page', l10n.t('Collecting what the reports of the folder say…'));
  }

  async function receive(message: ToHost, view: FolderView): Promise<void> {
    switch (message.type) {
      case 'ready': await showNow(); break;
      case 'export': await exportView(view, files, server); break;
      case 'reveal': case 'review': {
        const file = files[message.file];
        const row = file?.entry.rows[message.row];
        if (file && row) {
          await (message.type === 'review' ? decide(server, file, row) : window.showTextDocument(file.uri, { selection: toRange(row.range) }));
        }
      }
    }
  }

  return Disposable.from(
    commands.registerCommand('disclosureReport.showList', () => open('list')),
    commands.registerCommand('disclosureReport.showFolderPage', () => open('page')),
    folder.onDidChange(refresh), server.onDidChangeStates(refresh),
    new Disposable(() => {
      clearTimeout(timer);
      panels.forEach((panel) => panel.dispose());
    }),
  );
}
