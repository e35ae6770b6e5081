import { isWronglyDecoded } from '../../encoding.ts';
import { own } from '../../handler.ts';
import { formViewMethod } from '../../protocol.ts';

export const formView = own(formViewMethod, {
  empty: () => null,
  answer({ uri, report }, { service, reportAt }) {
    const document = reportAt(uri);
    if (!document) {
      return null;
    }
    const shown = Math.max(0, Math.min(report, service.summaries(document).length - 1));
    const view = { version: document.version, report: shown, reports: service.formViews(document, shown) };
    return isWronglyDecoded(document) ? { ...view, wrongEncoding: true } : view;
  },
});
