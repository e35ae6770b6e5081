import {
  Disposable, l10n, StatusBarAlignment, ThemeColor, window, type StatusBarItem, type TextEditor,
} from 'vscode';
import { statesMethod, type ReportState, type SeverityCounts } from '../../../server/src/lsp/protocol.ts';
import type { ActiveReport } from '../active-report.ts';
import type { ServerConnection } from '../connection.ts';
import { toRange } from '../ranges.ts';
import { describeCounts } from '../severity.ts';
import type { ReadFigures } from './figures.ts';

/** A report that is judged within so many milliseconds shows no sign of waiting. */
const patience = 150;

/** In the status bar: the state of the report that the user is at, and the sum of the figures that are selected. */
export function createStatus(server: ServerConnection, active: ActiveReport, readFigures: ReadFigures): Disposable {
  const state = window.createStatusBarItem('disclosureReport.state', StatusBarAlignment.Left, 10);
  state.name = l10n.t('State of the Disclosure Report');
  const sum = window.createStatusBarItem('disclosureReport.sum', StatusBarAlignment.Right, 101);
  sum.name = l10n.t('Sum of the Selected Figures');
  const told: Told = {};
  const refreshState = (): void => void showState(server, active, state, told);
  const refreshSum = (editor: TextEditor | undefined): void => void showSum(editor, sum, readFigures);
  refreshState();
  return Disposable.from(
    state,
    sum,
    active.onDidChange(refreshState),
    server.onDidChangeDocuments(() => {
      if (active.uri === undefined) {
        refreshState();
      }
    }),
    server.onDidChangeStates((uri) => {
      if (uri === active.uri) {
        refreshState();
      }
    }),
    window.onDidChangeActiveTextEditor(refreshSum),
    server.onDidChangeDocuments(() => refreshSum(window.activeTextEditor)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) {
        refreshSum(textEditor);
      }
    }),
  );
}

/** The report whose state is shown, by its URI. */
interface Told {
  uri?: string | undefined;
}

/** Shows the state of the active report, or that it is not known yet: at no time that there is nothing to find. */
async function showState(server: ServerConnection, active: ActiveReport, item: StatusBarItem, told: Told): Promise<void> {
  const { uri } = active;
  const document = window.activeTextEditor?.document;
  if (uri === undefined && document && server.isAwaited(document)) {
    showChecking(item);
    told.uri = undefined;
    return;
  }
  const waiting = uri === undefined || uri === told.uri ? undefined : setTimeout(() => {
    if (uri === active.uri) {
      showChecking(item);
    }
  }, patience);
  const states = uri !== undefined
    ? await server.request(statesMethod, { uri }).catch(() => null) : null;
  clearTimeout(waiting);
  if (uri !== active.uri) {
    return;
  }
  told.uri = uri;
  if (!states || states.length === 0) {
    item.hide();
    return;
  }
  showStates(server, states, item);
}

function showChecking(item: StatusBarItem): void {
  item.command = 'disclosureReport.reports.focus';
  item.text = `$(sync~spin) ${l10n.t('Report: being checked…')}`;
  item.tooltip = undefined;
  item.backgroundColor = undefined;
  item.accessibilityInformation = { label: l10n.t('Report: being checked…') };
  item.show();
}

function showStates(server: ServerConnection, states: readonly ReportState[], item: StatusBarItem): void {
  item.command = server.isPaused ? 'disclosureReport.resumeChecking' : 'disclosureReport.reports.focus';
  if (server.isPaused) {
    item.text = `$(debug-pause) ${l10n.t('Report: checking is paused')}`;
    item.tooltip = l10n.t('Click to go on checking');
    item.backgroundColor = undefined;
    item.accessibilityInformation = { label: l10n.t('Report: checking is paused') };
    item.show();
    return;
  }
  const counts = total(states.map((one) => one.counts));
  const words = describeCounts(counts) || l10n.t('no findings');
  item.text = `${iconOf(counts)} ${l10n.t('Report: {0}', words)}`;
  item.tooltip = states.length === 1 ? states[0]?.title : l10n.t('{0} reports', states.length);
  item.backgroundColor = counts.error > 0 ? new ThemeColor('statusBarItem.errorBackground') : undefined;
  item.accessibilityInformation = { label: l10n.t('Report: {0}', words) };
  item.show();
}

function total(all: readonly SeverityCounts[]): SeverityCounts {
  const sum = (severity: keyof SeverityCounts): number => all.reduce((count, counts) => count + counts[severity], 0);
  return { error: sum('error'), warning: sum('warning'), information: sum('information'), hint: sum('hint') };
}

function iconOf({ error, warning }: SeverityCounts): string {
  return error > 0 ? '$(error)' : warning > 0 ? '$(warning)' : '$(pass)';
}

async function showSum(editor: TextEditor | undefined, item: StatusBarItem, readFigures: ReadFigures): Promise<void> {
  const all = editor?.selections;
  const selections = all?.filter(({ isEmpty }) => !isEmpty) ?? [];
  const { version } = editor?.document ?? {};
  const figures = editor && selections.length > 0 ? (await readFigures(editor.document)).flat() : [];
  if (editor !== window.activeTextEditor || version !== editor?.document.version || all !== editor?.selections) {
    return;
  }
  const values = figures.flatMap(({ range, value }) =>
    (value !== null && selections.some((selection) => selection.contains(toRange(range))) ? [value] : []));
  if (values.length < 2) {
    item.hide();
    return;
  }
  // Amounts have decimals, whose sum in binary shows digits that nobody wrote.
  const sum = Number(values.reduce((one, other) => one + other, 0).toFixed(6));
  item.text = l10n.t('Sum {0} ({1} figures)', sum, values.length);
  item.show();
}
