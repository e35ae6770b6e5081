import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { RequestHandler } from './handler.ts';
import type { Session } from './session.ts';

/** Guards what messages start: what fails is logged and answers empty, and the server lives on. */
export interface Guard {
  /** Answers empty until there is a session; a cancelled request is not worked on. */
  request(handler: RequestHandler, session: () => Session | undefined): (params: unknown, token: CancellationToken) => unknown;
  notification<Params>(name: string, handler: (params: Params) => void): (params: Params) => void;
}

export function createGuard(log: (message: string) => void): Guard {
  const report = (name: string, error: unknown): void =>
    log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return {
    request: ({ method, empty, answer }, session) => (params, token) => {
      if (token.isCancellationRequested) {
        return new ResponseError<never>(LSPErrorCodes.RequestCancelled, method);
      }
      const failed = (error: unknown): unknown => {
        report(method, error);
        return empty(params as never);
      };
      try {
        const present = session();
        const result = present ? answer(params as never, present) : empty(params as never);
        return result instanceof Promise ? result.catch(failed) : result;
      } catch (error) {
        return failed(error);
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
