import assert from 'node:assert/strict';
import {
  commands, languages, Range, Uri, window, workspace, WorkspaceEdit, type Diagnostic, type TextDocument, type TextEditor,
} from 'vscode';

export const clean = '青禾县2024年政府信息公开工作年度报告.md';
export const mistaken = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';
export const word = '青禾县水务局2020年政府信息公开工作年度报告.txt';

/** The file of a sample in the folder that is open. */
export function sample(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'the folder of samples is open');
  return Uri.joinPath(folder, name);
}

export async function show(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(sample(name)));
}

/** The findings of this extension, in the order of the text. */
export function findings({ uri }: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(uri)
    .filter(({ source }) => source === 'disclosure-report')
    .sort((one, other) => one.range.start.compareTo(other.range.start));
}

export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function codes(document: TextDocument): string[] {
  return findings(document).map(codeOf);
}

/** Resolves once something holds; each change of diagnostics makes it look again. */
export function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const listener = languages.onDidChangeDiagnostics(look);
    look();
    function look(): void {
      if (holds()) {
        listener.dispose();
        resolve();
      }
    }
  });
}

/** Resolves with the first answer that holds; asked for anew until then. */
export async function eventually<Answer>(ask: () => Thenable<Answer>, holds: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (holds(answer)) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The range of the only place where a text stands. */
export function find(document: TextDocument, text: string, within = text): Range {
  const whole = document.getText();
  const at = whole.indexOf(text);
  assert.ok(at >= 0 && whole.indexOf(text, at + 1) < 0, `${text} stands once`);
  const start = at + text.indexOf(within);
  return new Range(document.positionAt(start), document.positionAt(start + within.length));
}

export async function replace(document: TextDocument, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await workspace.applyEdit(edit));
}

/** Closes all editors of all groups, and forgets what was not saved. */
export async function closeAll(): Promise<void> {
  while (window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await commands.executeCommand(window.tabGroups.activeTabGroup.activeTab
      ? 'workbench.action.revertAndCloseActiveEditor' : 'workbench.action.focusNextGroup');
  }
}
