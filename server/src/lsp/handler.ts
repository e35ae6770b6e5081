import type { CancellationToken, ProtocolRequestType, ServerCapabilities } from 'vscode-languageserver';
import type { ReportDocument } from '../service-types.ts';
import type { ClientSupport } from './client-support.ts';
import type { Requests } from './protocol.ts';
import type { Session } from './session.ts';

/** How one kind of request is answered. */
interface Answering<Params, Answer> {
  /** What the server says of it when the client introduces itself; nothing where it need not be announced. */
  readonly capabilities?: (client: ClientSupport) => ServerCapabilities;
  /** The answer where there is nothing to say, and where the handler fails. */
  readonly empty: (params: Params) => Answer;
  readonly answer: (params: Params, session: Session, token: CancellationToken) => Answer | Promise<Answer>;
}

/** A request with its method; the server registers each as it is. */
export interface RequestHandler extends Answering<never, unknown> {
  readonly method: string;
}

/** Answers a request of the protocol. */
export function standard<Params, Answer, Partial, Failure, Registration>(
  type: ProtocolRequestType<Params, Answer, Partial, Failure, Registration>, answering: Answering<Params, Answer>,
): RequestHandler {
  return { method: type.method, ...answering };
}

/** Answers a request of our own. */
export function own<Method extends keyof Requests>(
  method: Method, answering: Answering<Requests[Method]['params'], Requests[Method]['answer']>,
): RequestHandler {
  return { method, ...answering };
}

/** Answers a request about a document with what is made of the report there, and with nothing where there is none. */
export function ofReport<Params extends { readonly textDocument: { readonly uri: string } }, Answer>(
  { answer, ...rest }: Omit<Answering<Params, Answer>, 'answer'> & {
    readonly answer: (document: ReportDocument, params: Params, session: Session) => Answer;
  },
): Answering<Params, Answer> {
  return {
    ...rest,
    answer(params, session) {
      const document = session.reportAt(params.textDocument.uri);
      return document ? answer(document, params, session) : rest.empty(params);
    },
  };
}
