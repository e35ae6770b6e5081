import { HoverRequest } from 'vscode-languageserver';
import { ofReport, standard } from '../../handler.ts';
import { plainText } from '../../plain-text.ts';

/** What a figure, a label or a title means. */
export const hover = standard(HoverRequest.type, ofReport({
  capabilities: () => ({ hoverProvider: true }),
  empty: () => null,
  answer(document, { position }, { client, service }) {
    const found = service.hover(document, position);
    return found && {
      range: found.range,
      contents: client.markdownHover ? { kind: 'markdown', value: found.markdown } : { kind: 'plaintext', value: plainText(found.markdown) },
    };
  },
}));
