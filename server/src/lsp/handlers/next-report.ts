import { isWronglyDecoded, wrongEncodingRefusal } from '../encoding.ts';
import { own } from '../handler.ts';
import { nextReportMethod } from '../protocol.ts';

export const nextReport = own(nextReportMethod, {
  empty: () => null,
  answer({ uri, position }, { service, reportAt }) {
    const document = reportAt(uri);
    if (!document) {
      return null;
    }
    return isWronglyDecoded(document) ? { refusal: wrongEncodingRefusal() } : service.nextReport(document, position);
  },
});
