/** What runs in the extension host: opens each document and types in it, and writes down when it began to (`begun.json`). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, languages, Position, Range, Uri, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import type { Begun, EditorTask } from './tasks.ts';

/** Between two steps, so that nothing of the one is still under way in the other. */
const rest = 300;
const longest = 30_000;

export async function run(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const tasks = JSON.parse(readFileSync(join(folder, 'tasks.json'), 'utf8')) as readonly EditorTask[];
  const begun: Begun[] = [];
  for (const task of tasks) {
    await runOne(folder, task, begun);
  }
  writeFileSync(join(folder, 'begun.json'), JSON.stringify(begun));
}

async function runOne(folder: string, { file, subject, layout, size, isFirst, line, character, right, wrong, edits }: EditorTask, begun: Begun[]): Promise<void> {
  const at = new Range(new Position(line, character), new Position(line, character + 1));
  begun.push({ subject, layout, size, step: isFirst ? 'first' : 'opening', time: Date.now() });
  const document = await workspace.openTextDocument(Uri.file(join(folder, file)));
  const editor = await window.showTextDocument(document, { selection: at, preview: false });
  await until(() => isMarked(document, line), `${file}: no findings when it was opened`);
  await pause();
  for (let edit = 0; edit < edits; edit += 1) {
    await type(editor, at, right);
    await until(() => !isMarked(document, line), `${file}: findings without a mistake`);
    await pause();
    begun.push({ subject, layout, size, step: 'typing', time: Date.now() });
    await type(editor, at, wrong);
    await until(() => isMarked(document, line), `${file}: no findings when a mistake was typed`);
    await pause();
  }
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await pause();
}

/** @throws where the editor refuses it */
async function type(editor: TextEditor, at: Range, text: string): Promise<void> {
  if (!await editor.edit((builder) => builder.replace(at, text))) {
    throw new Error(`${editor.document.fileName}: the edit was refused`);
  }
}

/** Others are no part of it: some reports of the generator are of one organ. */
function isMarked({ uri }: TextDocument, line: number): boolean {
  return languages.getDiagnostics(uri).some(({ range }) => range.start.line === line);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, rest));
}

/** Looks again and again: the editor tells of new findings only after a rest of its own. @throws where it never holds */
async function until(holds: () => boolean, what: string): Promise<void> {
  for (const limit = Date.now() + longest; !holds();) {
    if (Date.now() > limit) {
      throw new Error(what);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
