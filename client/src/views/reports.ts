import {
  commands, Disposable, env, EventEmitter, l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window,
  type TreeDataProvider,
} from 'vscode';
import {
  statesMethod, type Range, type ReportState, type SectionState, type SeverityCounts, type TableState,
} from '../../../server/src/lsp/protocol.ts';
import { revealCommand } from '../commands.ts';
import type { ServerConnection } from '../connection.ts';
import { pathOf } from '../office/address.ts';
import type { FolderCheck } from '../folder/index.ts';
import { describeCounts } from '../severity.ts';
import { overviewOf } from './overview.ts';
import { toUnreadItem, unreadEntries, type UnreadEntry } from './unread.ts';

/** A line of the view: a report, one of its sections, or a table of a section. */
type Entry = {
  readonly uri: string;
  /** Its place among the entries, which stays the same while the report is edited: what is folded stays folded. */
  readonly id: string;
} & (
  | { readonly kind: 'report'; readonly state: ReportState; readonly isOpen: boolean }
  | { readonly kind: 'section'; readonly state: SectionState }
  | { readonly kind: 'table'; readonly state: TableState }
);

type ReportEntry = Entry & { readonly kind: 'report' };

/** Changes that come together are shown together, after this many milliseconds. */
const pause = 150;

/** The view of all reports that are open or were checked with their folder: their sections and tables, each with its state; a click goes to the text. */
export function createReportsView(server: ServerConnection, folder: FolderCheck): Disposable {
  const changed = new EventEmitter<void>();
  const states = new Map<string, Promise<readonly ReportState[]>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      changed.fire();
    }, pause);
  };
  const provider: TreeDataProvider<Entry | UnreadEntry> = {
    onDidChangeTreeData: changed.event,
    async getChildren(entry) {
      return entry ? childrenOf(entry) : [...await allReports(), ...unreadEntries(folder.unread)];
    },
    getTreeItem: (entry) => (isUnread(entry) ? toUnreadItem(entry) : toTreeItem(entry)),
  };
  const view = window.createTreeView('disclosureReport.reports', { treeDataProvider: provider, showCollapseAll: true });
  return Disposable.from(
    view,
    commands.registerCommand('disclosureReport.copyOverview', copyOverview),
    changed,
    server.onDidChangeStates((uri) => {
      states.delete(uri);
      refresh();
    }),
    server.onDidChangeDocuments(() => {
      [...states.keys()].filter((uri) => !server.documents.has(uri)).forEach((uri) => states.delete(uri));
      refresh();
    }),
    folder.onDidChange(refresh),
    new Disposable(() => clearTimeout(timer)),
  );

  async function allReports(): Promise<ReportEntry[]> {
    return [...(await Promise.all([...server.documents.keys()].map(openReports))).flat(), ...closedReports()];
  }

  async function copyOverview(): Promise<void> {
    const reports = await allReports();
    await env.clipboard.writeText(overviewOf(reports, folder.unread));
    window.setStatusBarMessage(l10n.t('Overview of {0} reports copied', reports.length), 5000);
  }

  async function openReports(uri: string): Promise<ReportEntry[]> {
    let known = states.get(uri);
    if (!known) {
      known = server.request(statesMethod, { uri }).then((found) => found ?? [], () => []);
      states.set(uri, known);
    }
    return toEntries(uri, await known, true);
  }

  function closedReports(): ReportEntry[] {
    return [...folder.reports].filter(([uri]) => !server.documents.has(uri))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([uri, known]) => toEntries(uri, known, false));
  }
}

function toEntries(uri: string, states: readonly ReportState[], isOpen: boolean): ReportEntry[] {
  return states.map((state, index): ReportEntry => ({ uri, id: `${uri}#${index}`, kind: 'report', state, isOpen }));
}

function isUnread(entry: Entry | UnreadEntry): entry is UnreadEntry {
  return entry.kind === 'unread' || entry.kind === 'file';
}

function childrenOf(entry: Entry | UnreadEntry): (Entry | UnreadEntry)[] {
  if (isUnread(entry)) {
    return entry.kind === 'unread' ? [...entry.files] : [];
  }
  const { uri } = entry;
  const idOf = (index: number): string => `${entry.id}.${index}`;
  switch (entry.kind) {
    case 'report': return entry.state.sections.map((state, index) => ({ uri, id: idOf(index), kind: 'section', state }));
    case 'section': return entry.state.tables.map((state, index) => ({ uri, id: idOf(index), kind: 'table', state }));
    case 'table': return [];
  }
}

function toTreeItem(entry: Entry): TreeItem {
  const { uri, kind, state } = entry;
  const hasChildren = childrenOf(entry).length > 0;
  const item = new TreeItem(labelOf(entry), hasChildren ? foldOf(entry) : TreeItemCollapsibleState.None);
  const isMissing = state.range === undefined;
  const counts = isMissing ? l10n.t('missing') : describeCounts(state.counts);
  const file = kind === 'report' ? pathOf(Uri.parse(uri)) : '';
  const condition = counts || l10n.t('no findings');
  item.id = entry.id;
  item.description = [counts, file].filter(Boolean).join(' · ');
  item.iconPath = iconOf(state.counts, isMissing);
  item.contextValue = kind;
  item.tooltip = [state.title, condition, kind === 'table' ? describeIdentities(entry.state) : '', file].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: [state.title, condition, file].filter(Boolean).join(l10n.t(', ')) };
  if (state.range) {
    item.command = { command: revealCommand, title: l10n.t('Go to the Text'), arguments: [uri, state.range satisfies Range] };
  }
  return item;
}

/** A report's title is long and ends as all others do: organ and year leave room for what is wrong with it. */
function labelOf({ kind, state }: Entry): string {
  return kind === 'report' && state.organ !== null && state.year !== null ? l10n.t('{0}, year {1}', state.organ, String(state.year)) : state.title;
}

/** Of sixty reports that were checked together one sees the titles. */
function foldOf(entry: Entry): TreeItemCollapsibleState {
  return entry.kind === 'report' && !entry.isOpen ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
}

function describeIdentities({ identities: { holds, broken, unknown } }: TableState): string {
  return holds + broken + unknown === 0 ? '' : l10n.t(
    '{0} identities: {1} hold, {2} do not hold, {3} cannot be judged', holds + broken + unknown, holds, broken, unknown);
}

function iconOf({ error, warning, information, hint }: SeverityCounts, isMissing: boolean): ThemeIcon {
  if (error > 0) {
    return new ThemeIcon(isMissing ? 'circle-slash' : 'error', new ThemeColor('list.errorForeground'));
  }
  if (warning > 0) {
    return new ThemeIcon(isMissing ? 'circle-slash' : 'warning', new ThemeColor('list.warningForeground'));
  }
  if (isMissing) {
    return new ThemeIcon('circle-slash');
  }
  return information + hint > 0
    ? new ThemeIcon('info', new ThemeColor('editorInfo.foreground'))
    : new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
}
