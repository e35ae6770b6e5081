import { isWronglyDecoded, wrongEncodingRefusal } from '../../encoding.ts';
import { own } from '../../handler.ts';
import { nextReportMethod } from '../../protocol.ts';

export const nextReport = own(nextReportMethod, {
  empty: () => null,
  async answer({ uri, position, text }, { service, reportAt, settings }) {
    const document = text === undefined ? reportAt(uri) : service.open(uri, 'markdown', 0, text);
    if (!document) {
      return null;
    }
    if (text !== undefined) {
      service.configure(document, await settings.settingsOf(uri));
    }
    return isWronglyDecoded(document) ? { refusal: wrongEncodingRefusal() } : service.nextReport(document, position);
  },
});
