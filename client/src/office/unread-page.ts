import { l10n, type Uri } from 'vscode';
import { nameOf } from '../file-names.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The page in the place of a text that cannot be read: it runs nothing and loads nothing. */
export function unreadPage(file: Uri, reason: string): string {
  const name = nameOf(file);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>${escape(name)}</title></head><body><h2>${escape(l10n.t('{0} cannot be opened as a report', name))}</h2><p>${escape(reason)}</p></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => entities[character] ?? character);
}
