import { commands, l10n, QuickPickItemKind, Uri, window, type Disposable, type QuickPickItem, type TextEditor } from 'vscode';
import {
  identitiesMethod, showIdentitiesCommand, type IdentityList, type ListedIdentity,
} from '../../../server/src/lsp/protocol.ts';
import type { ActiveReport } from '../active-report.ts';
import type { ServerConnection } from '../connection.ts';
import { revealActive } from '../reveal.ts';
import { toRange } from '../ranges.ts';

interface Entry extends QuickPickItem {
  readonly identity?: ListedIdentity;
}

const states: readonly ListedIdentity['state'][] = ['broken', 'unknown', 'holds'];
const icons = { broken: '$(error)', unknown: '$(question)', holds: '$(pass)' } as const;

/** The command behind the lens above a table: a list of its identities; without a table, of all in the report at the caret. */
export function registerIdentities(server: ServerConnection, active: ActiveReport): Disposable {
  return commands.registerCommand(showIdentitiesCommand, async (uri?: string, report?: number, table?: string) => {
    const list = (editor: TextEditor): Promise<void> => listIdentities(editor, report, table);
    await (uri === undefined ? active.command(list)() : list(await window.showTextDocument(Uri.parse(uri))));
  });

  async function listIdentities(editor: TextEditor, report?: number, table?: string): Promise<void> {
    const all = await server.request(identitiesMethod, { uri: editor.document.uri.toString() }) ?? [];
    const wanted = report ?? reportAt(all, editor.selection.active.line);
    const lists = all.filter((list) => list.report === wanted && (table === undefined || list.table === table));
    if (lists.length === 0) {
      void window.showInformationMessage(l10n.t('There is no table with identities in this report.'));
    } else {
      pick(editor, lists);
    }
  }
}

/** Of several reports in one document that in whose tables, or between whose tables, a line is; else the first. */
function reportAt(lists: readonly IdentityList[], line: number): number {
  return (lists.findLast(({ range }) => range.start.line <= line) ?? lists[0])?.report ?? 0;
}

/** The one that is looked at is selected in the text; the selection comes back where the user steps back. */
function pick(editor: TextEditor, lists: readonly IdentityList[]): void {
  const list = window.createQuickPick<Entry>();
  list.title = l10n.t('Identities between the Figures');
  list.placeholder = l10n.t('Enter goes to the figure, Escape back to where you were');
  list.matchOnDescription = true;
  list.items = states.flatMap((state) => entriesOf(lists, state));
  let isAccepted = false;
  const stepBack = revealActive(editor, list, ({ identity }) => identity && toRange(identity.range));
  list.onDidAccept(() => {
    isAccepted = true;
    list.hide();
  });
  list.onDidHide(() => {
    list.dispose();
    if (!isAccepted) {
      stepBack();
    }
  });
  list.show();
}

function entriesOf(lists: readonly IdentityList[], state: ListedIdentity['state']): Entry[] {
  const entries = lists.flatMap(({ identities }) => identities.filter((identity) => identity.state === state)).map((identity): Entry => ({
    label: `${icons[state]} ${identity.name}`,
    description: identity.formula,
    identity,
  }));
  return entries.length === 0 ? [] : [{ label: nameOf(state, entries.length), kind: QuickPickItemKind.Separator }, ...entries];
}

function nameOf(state: ListedIdentity['state'], count: number): string {
  switch (state) {
    case 'broken': return l10n.t('{0} do not hold', count);
    case 'unknown': return l10n.t('{0} cannot be judged: a figure is blank or unreadable', count);
    case 'holds': return l10n.t('{0} hold', count);
  }
}
