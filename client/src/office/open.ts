import {
  commands, Disposable, l10n, languages, TabInputCustom, TabInputText, Uri, ViewColumn, window, workspace, type TextDocument, type WebviewPanel,
} from 'vscode';
import { isOfficeFile, officeScheme, reportLanguage } from '../../../server/src/lsp/protocol.ts';
import { nameOf } from '../file-names.ts';
import { documentOf, pathOf } from './address.ts';
import type { OfficeFileSystem } from './file-system.ts';
import { unreadPage } from './unread-page.ts';

const openOfficeCommand = 'disclosureReport.openOffice';

/** The ways to the text of an office file: a command in the menus, "open with", and an offer where the file itself is opened. */
export function registerOpening(files: OfficeFileSystem): Disposable {
  const offered = new Set<string>();
  return Disposable.from(
    commands.registerCommand(openOfficeCommand, async (file?: unknown) => {
      const wanted = file instanceof Uri ? file : activeFile();
      if (wanted) {
        await open(wanted, files);
      } else {
        void window.showInformationMessage(l10n.t('Choose a Word, spreadsheet or PDF file in the explorer first.'));
      }
    }),
    window.registerCustomEditorProvider('disclosureReport.office', {
      openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
      resolveCustomEditor: ({ uri }, panel) => putInPlace(uri, panel, files),
    }, { supportsMultipleEditorsPerDocument: true }),
    window.tabGroups.onDidChangeTabs(({ opened }) => opened.forEach(({ input }) => {
      if (input instanceof TabInputText) {
        void offer(input.uri);
      }
    })),
    workspace.onDidOpenTextDocument((document) => void markAsReport(document)),
  );

  /** An office file that is dropped into the editor shows no more than that it is no text. */
  async function offer(uri: Uri): Promise<void> {
    const key = uri.toString();
    if (uri.scheme === officeScheme || !isOfficeFile(uri.path) || offered.has(key)) {
      return;
    }
    offered.add(key);
    const yes = l10n.t('Open as Report Text');
    const name = nameOf(uri);
    if (await window.showInformationMessage(l10n.t('{0} can be opened as the text of a report and checked.', name), yes) === yes) {
      await open(uri, files);
    }
  }
}

/** The text in a tab beside the others; where there is none, why and what to do. */
async function open(file: Uri, files: OfficeFileSystem): Promise<void> {
  const text = documentOf(file);
  const reading = await files.read(text);
  if ('unread' in reading) {
    void window.showWarningMessage(l10n.t('{0}: {1}', pathOf(file), reading.unread));
  } else {
    await show(text);
    await closeBinary(file);
  }
}

/** The tab in which the editor says that the file is no text. */
async function closeBinary(file: Uri): Promise<void> {
  const key = file.toString();
  await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputText && input.uri.toString() === key));
}

/** "Open with" opens a page, which the text takes the place of. */
async function putInPlace(file: Uri, panel: WebviewPanel, files: OfficeFileSystem): Promise<void> {
  const text = documentOf(file);
  const reading = await files.read(text);
  if ('unread' in reading) {
    panel.webview.html = unreadPage(file, reading.unread);
  } else {
    await show(text, panel.viewColumn);
    panel.dispose();
  }
}

async function show(text: Uri, column = ViewColumn.Active): Promise<void> {
  await window.showTextDocument(await markAsReport(await workspace.openTextDocument(text)), { viewColumn: column, preview: false });
}

/** By its name the text is no report; who opens an office file as one says that it is. */
function markAsReport(document: TextDocument): Thenable<TextDocument> {
  return document.uri.scheme !== officeScheme || document.languageId === reportLanguage
    ? Promise.resolve(document) : languages.setTextDocumentLanguage(document, reportLanguage);
}

function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
  return uri && isOfficeFile(uri.path) ? uri : undefined;
}
