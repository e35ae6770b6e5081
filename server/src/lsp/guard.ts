import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

type Answer<Result> = Result | ResponseError<never>;

/** Guards handlers: a failing one is logged and answers empty, and the server lives on. */
export interface Guard {
  /** A cancelled request is not worked on. */
  request<Params, Result>(
    name: string, empty: NoInfer<Result>, handler: (params: Params) => Result | Promise<Result>,
  ): (params: Params, token: CancellationToken) => Answer<Result> | Promise<Answer<Result>>;
  notification<Params>(name: string, handler: (params: Params) => void): (params: Params) => void;
}

export function createGuard(log: (message: string) => void): Guard {
  const report = (name: string, error: unknown): void =>
    log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return {
    request: (name, empty, handler) => (params, token) => {
      if (token.isCancellationRequested) {
        return new ResponseError<never>(LSPErrorCodes.RequestCancelled, name);
      }
      const failed = (error: unknown): typeof empty => {
        report(name, error);
        return empty;
      };
      try {
        const result = handler(params);
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
