import { env, l10n, UIKind, Uri, window, workspace } from 'vscode';
import { nameOf } from '../file-names.ts';
import { printedPage, resourcesOf } from './html.ts';

/** Saves the form as a web page of its own, and opens it in the browser, which prints; or says where it is. */
export async function printForm(report: Uri, extension: Uri, html: string): Promise<void> {
  const name = nameOf(report).replace(/\.[^.]*$/u, '');
  const target = await window.showSaveDialog({
    defaultUri: report.with({ path: `${report.path.slice(0, report.path.lastIndexOf('/') + 1)}${l10n.t('{0} (form)', name)}.html` }),
    filters: { [l10n.t('Web page')]: ['html'] },
    title: l10n.t('Save the Form for Printing'),
  });
  if (!target) {
    return;
  }
  const style = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(resourcesOf(extension), 'preview.css')));
  await workspace.fs.writeFile(target, new TextEncoder().encode(printedPage(name, style, html)));
  // A file of another machine is out of reach of the browser on this one.
  const isHere = target.scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
  if (!isHere || !await env.openExternal(target)) {
    void window.showInformationMessage(l10n.t('The form was saved as {0}. Open it in a browser to print it.', workspace.asRelativePath(target)));
  }
}
