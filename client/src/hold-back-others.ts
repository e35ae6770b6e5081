import type { TextDocument } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { ReportFilter } from './reports.ts';

/**
 * Keeps from the server what is no report. The editor's client tells and asks of every document of the languages in which reports
 * come; only those that are in `documents` are the server's business, and this alone puts them there when they are opened.
 */
export function holdBackOthers(documents: Map<string, TextDocument>, filter: ReportFilter, changed: () => void): Middleware {
  const opening = new Map<string, Promise<void>>();
  return {
    async didOpen(document, next) {
      const key = document.uri.toString();
      if (!documents.has(key) && (filter.isSettingsFile(document) || filter.isReport(document))) {
        documents.set(key, document);
        const sent = next(document);
        opening.set(key, sent);
        await sent.finally(() => opening.delete(key));
        changed();
      }
    },
    async didChange(event, next) {
      if (documents.has(event.document.uri.toString())) {
        await next(event);
      }
    },
    async didSave(document, next) {
      if (documents.has(document.uri.toString())) {
        await next(document);
      }
    },
    async didClose(document, next) {
      if (documents.delete(document.uri.toString())) {
        await next(document);
        changed();
      }
    },
    async sendRequest(type, params, token, next) {
      const uri = documentOf(params);
      if (uri !== undefined && !documents.has(uri)) {
        return null as never;
      }
      // Sending a document takes longer than asking about it: the question must not overtake it.
      const sent = uri === undefined ? undefined : opening.get(uri);
      if (sent) {
        await sent;
      }
      return next(type, params, token);
    },
  };
}

/** Which document a question of the editor is about; undefined where it is about none. */
function documentOf(params: unknown): string | undefined {
  const { textDocument } = (params ?? {}) as { textDocument?: { uri?: string } };
  return textDocument?.uri;
}
