import { l10n, window, workspace, type QuickPickItem } from 'vscode';
import { reviewMethod, settingsFileName, type FindingRow, type ReviewDecision, type ShownFile } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';

interface DecisionItem extends QuickPickItem {
  readonly status?: ReviewDecision['status'];
}

/** Asks what is decided on a finding, and writes it into the settings file. */
export async function decide(server: ServerConnection, { uri, path }: ShownFile, row: FindingRow): Promise<void> {
  const items: DecisionItem[] = [
    { label: l10n.t('Checked'), status: 'checked' }, { label: l10n.t('Kept as it is'), status: 'kept' }, { label: l10n.t('Not decided') },
  ];
  const chosen = await window.showQuickPick(items, { title: `${path} · ${row.place}`, placeHolder: row.message });
  const note = chosen?.status && await window.showInputBox({ title: chosen.label, prompt: l10n.t('Note (may stay empty)'), value: row.note ?? '' });
  if (!chosen || (chosen.status && note === undefined)) {
    return;
  }
  const decision = chosen.status && { status: chosen.status, ...(note ? { note } : {}) };
  const { code, figure, text } = row;
  const params = { uri, code, text, ...(figure === undefined ? {} : { figure }), ...(decision && { decision }) };
  const edit = await server.request(reviewMethod, params);
  const changes = edit && await server.client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (changes && await workspace.applyEdit(changes)) {
    const files = changes.entries().map(([file]) => file).filter(({ path }) => path.endsWith(`/${settingsFileName}`));
    await Promise.all(files.map(async (file) => (await workspace.openTextDocument(file)).save()));
  }
}
