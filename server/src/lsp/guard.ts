import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { RequestHandler } from './handler.ts';
import { faultIn } from './params.ts';
import type { Session } from './session.ts';

/** Guards what messages start: what fails is logged and answers empty, and the server lives on. */
export interface Guard {
  /**
   * Waits for the settings of the document that a request is about, and for no others; before there is a session and after
   * its end requests are refused, as are those whose parameters are not what the protocol asks for; a cancelled one is not worked on.
   */
  request(handler: RequestHandler, session: () => Session | undefined): (params: unknown, token: CancellationToken) => unknown;
  notification<Params>(name: string, handler: (params: Params) => void): (params: Params) => void;
}

export function createGuard(log: (message: string) => void): Guard {
  const report = (name: string, error: unknown): void =>
    log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return {
    request: ({ method, empty, answer }, session) => async (params, token) => {
      const present = session();
      if (present === undefined || present.isOver()) {
        return present ? new ResponseError<never>(ErrorCodes.InvalidRequest, method) : new ResponseError<never>(ErrorCodes.ServerNotInitialized, method);
      }
      const fault = faultIn(method, params);
      if (fault !== undefined) {
        return new ResponseError<never>(ErrorCodes.InvalidParams, fault);
      }
      try {
        await present.settings.pending(documentOf(params));
        present.together.settle();
        return token.isCancellationRequested ? new ResponseError<never>(LSPErrorCodes.RequestCancelled, method) : await answer(params as never, present, token);
      } catch (error) {
        report(method, error);
        return empty(params as never);
      }
    },
    notification: (name, handler) => (params) => {
      try {
        handler(params);
      } catch (error) {
        report(name, error);
      }
    },
  };
}

/** The document that a request is about, in the protocol's way or ours. */
function documentOf(params: unknown): string {
  const { uri, textDocument } = (params ?? {}) as { readonly uri?: string; readonly textDocument?: { readonly uri?: string } };
  return textDocument?.uri ?? uri ?? '';
}
