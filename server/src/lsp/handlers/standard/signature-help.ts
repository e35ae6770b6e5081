import { SignatureHelpRequest } from 'vscode-languageserver';
import { ofReport, standard } from '../../handler.ts';

/** The columns of the row at the caret. */
export const signatureHelp = standard(SignatureHelpRequest.type, ofReport({
  capabilities: () => ({ signatureHelpProvider: { triggerCharacters: ['|'] } }),
  empty: () => null,
  answer(document, { position }, { service }) {
    const signature = service.signature(document, position);
    return signature && {
      signatures: [{ label: signature.label, parameters: signature.columns.map(({ start, end, path }) => ({ label: [start, end], documentation: path })) }],
      activeSignature: 0,
      activeParameter: signature.active,
    };
  },
}));
