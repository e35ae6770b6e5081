import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from 'vscode';
import { familyName } from '../folder/describe-files.ts';

/** The line of the view below which the files of a checked folder stand that were not read, and such a file. */
export type UnreadEntry =
  | { readonly kind: 'unread'; readonly files: readonly UnreadFile[] }
  | UnreadFile;

interface UnreadFile {
  readonly kind: 'file';
  readonly uri: string;
  readonly reason: string;
}

/** Nothing where every file was read. */
export function unreadEntries(unread: ReadonlyMap<string, string>): UnreadEntry[] {
  const files = [...unread].sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([uri, reason]): UnreadFile => ({ kind: 'file', uri, reason }));
  return files.length === 0 ? [] : [{ kind: 'unread', files }];
}

export function toUnreadItem(entry: UnreadEntry): TreeItem {
  return entry.kind === 'unread' ? toGroup(entry.files) : toFile(entry);
}

function toGroup(files: readonly UnreadFile[]): TreeItem {
  const item = new TreeItem(l10n.t('Not checked: {0} files', files.length), TreeItemCollapsibleState.Expanded);
  item.id = 'unread';
  item.iconPath = new ThemeIcon('question');
  item.tooltip = l10n.t('These files could not be read, and nothing is known of their reports.');
  return item;
}

function toFile({ uri, reason }: UnreadFile): TreeItem {
  const file = Uri.parse(uri);
  const path = workspace.asRelativePath(file);
  const item = new TreeItem(path, TreeItemCollapsibleState.None);
  item.id = `unread ${uri}`;
  item.iconPath = new ThemeIcon('file');
  item.description = familyName(file);
  item.tooltip = l10n.t('{0}: {1}', path, reason);
  item.contextValue = 'unread';
  item.accessibilityInformation = { label: l10n.t('{0}: {1}', path, reason) };
  item.command = { command: 'revealInExplorer', title: l10n.t('Show in the Explorer'), arguments: [file] };
  return item;
}
