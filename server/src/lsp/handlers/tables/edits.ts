import { isWronglyDecoded } from '../../encoding.ts';
import { own } from '../../handler.ts';
import { editsMethod } from '../../protocol.ts';

export const edits = own(editsMethod, {
  empty: () => null,
  answer({ uri, kind }, { service, reportAt }) {
    const document = reportAt(uri);
    if (!document) {
      return null;
    }
    const { version } = document;
    return isWronglyDecoded(document) ? { version, changes: [], wrongEncoding: true } : { version, changes: service.cellChanges(document, kind) };
  },
});
