import { isWronglyDecoded } from '../../encoding.ts';
import { own } from '../../handler.ts';
import { pasteFiguresMethod } from '../../protocol.ts';

export const pasteFigures = own(pasteFiguresMethod, {
  empty: () => null,
  answer({ uri, range, pasted }, { service, reportAt }) {
    const document = reportAt(uri);
    const result = document && !isWronglyDecoded(document) ? service.pasteFigures(document, range, pasted) : null;
    return document && result ? { version: document.version, ...result } : null;
  },
});
