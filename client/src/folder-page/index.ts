import { commands, Disposable, env, l10n, Uri, ViewColumn, window, type ExtensionContext, type WebviewPanel } from 'vscode';
import { folderPageMethod, type FolderPage, type FolderView, type ListedFile, type ShownFile } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import type { FolderCheck } from '../folder/index.ts';
import { pathOf } from '../office/address.ts';
import { pageOf, resourcesOf } from '../preview/html.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { toRange } from '../ranges.ts';
import { exportView, titleOf } from './export.ts';
import type { ToHost, ToPage } from './messages.ts';
import { decide } from './review.ts';

/** Changes that come together are shown together, after this many milliseconds. */
const pause = 400;

interface Shown {
  readonly panel: WebviewPanel;
  /** What it shows, by whose indexes it names rows. */
  files: readonly ShownFile[];
}

/** The list of findings (问题清单) and the page of the folder, one panel each, which follow the folder. */
export function createFolderPages({ extensionUri }: ExtensionContext, server: ServerConnection, folder: FolderCheck): Disposable {
  const panels = new Map<FolderView, Shown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let counted = 0;
  const showNow = oneAtATime(show);

  const listed = (): readonly ListedFile[] =>
    [...new Set([...folder.reports.keys(), ...server.documents.keys()])].sort().map((uri) => ({ uri, path: pathOf(Uri.parse(uri)) }));

  async function show(): Promise<void> {
    for (const [view, shown] of panels) {
      const page = await pageOn(view);
      if (page) {
        shown.files = page.files;
        post(shown, { type: 'show', body: page.body, language: env.language, exportLabel: l10n.t('Export…') });
      }
    }
  }

  /** A server that was started anew knows nothing of the files until they are checked again. */
  async function pageOn(view: FolderView): Promise<FolderPage | undefined> {
    const ask = async (): Promise<FolderPage | undefined> => await server.request(folderPageMethod, { files: listed(), view }) ?? undefined;
    const page = await ask();
    if (!page || page.unknown.length === 0) {
      return page;
    }
    await folder.checkAgain(page.unknown, count);
    return ask();
  }

  function post({ panel }: Shown, message: ToPage): void {
    void panel.webview.postMessage(message);
  }

  /** Whoever waits for a large folder sees that it goes on. */
  function count(done: number, all: number): void {
    if (Date.now() - counted >= pause) {
      counted = Date.now();
      const text = `${l10n.t('Collecting what the reports of the folder say…')} ${l10n.t('{0} of {1} files', done, all)}`;
      panels.forEach((shown) => post(shown, { type: 'wait', text }));
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
      known.panel.reveal();
      return;
    }
    const panel = window.createWebviewPanel(`disclosureReport.${view}`, titleOf(view), ViewColumn.Active, {
      enableScripts: true, enableFindWidget: true, retainContextWhenHidden: true, localResourceRoots: [resourcesOf(extensionUri)],
    });
    const shown: Shown = { panel, files: [] };
    panels.set(view, shown);
    panel.onDidDispose(() => panels.delete(view));
    panel.webview.onDidReceiveMessage((message: ToHost) => void receive(message, view, shown));
    panel.webview.html = pageOf(panel.webview, extensionUri, 'folder-page', l10n.t('Collecting what the reports of the folder say…'));
  }

  async function receive(message: ToHost, view: FolderView, { files }: Shown): Promise<void> {
    switch (message.type) {
      case 'ready': await showNow(); break;
      case 'export': await exportView(view, listed(), server); break;
      case 'reveal': case 'review': {
        const file = files[message.file];
        const row = file?.rows[message.row];
        if (file && row) {
          await (message.type === 'review' ? decide(server, file, row) : window.showTextDocument(Uri.parse(file.uri), { selection: toRange(row.range) }));
        }
      }
    }
  }

  return Disposable.from(
    commands.registerCommand('disclosureReport.showList', () => open('list')),
    commands.registerCommand('disclosureReport.showFolderPage', () => open('page')),
    folder.onDidChange(refresh), server.onDidChangeStates(refresh), server.onDidDecide(refresh),
    new Disposable(() => {
      clearTimeout(timer);
      panels.forEach(({ panel }) => panel.dispose());
    }),
  );
}
