import { isWronglyDecoded } from '../../encoding.ts';
import { own } from '../../handler.ts';
import { pasteTableMethod } from '../../protocol.ts';

export const pasteTable = own(pasteTableMethod, {
  empty: () => null,
  answer({ uri, range, pasted }, { service, reportAt }) {
    const document = reportAt(uri);
    return document && service.isReport(document) && !isWronglyDecoded(document) ? service.pasteTable(document, range, pasted) : null;
  },
});
