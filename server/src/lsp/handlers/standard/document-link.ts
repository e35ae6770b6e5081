import * as l10n from '@vscode/l10n';
import { DocumentLinkRequest } from 'vscode-languageserver';
import { ofReport, standard } from '../../handler.ts';

/** From the number of a notice to the page of the form that it fixes. */
export const documentLink = standard(DocumentLinkRequest.type, ofReport({
  capabilities: ({ options }) => (options.formPages === undefined ? {} : { documentLinkProvider: { resolveProvider: false } }),
  empty: () => [],
  answer(document, _, { client, service }) {
    const { formPages } = client.options;
    return formPages === undefined ? [] : service.documentLinks(document).map(({ range, form }) =>
      ({ range, target: `${formPages}${form}.md`, tooltip: l10n.t('Show the official form') }));
  },
}));
