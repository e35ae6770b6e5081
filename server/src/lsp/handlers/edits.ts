import { versioned } from '../encoding.ts';
import { own } from '../handler.ts';
import { editsMethod } from '../protocol.ts';

export const edits = own(editsMethod, {
  empty: () => null,
  answer({ uri, kind }, { service, reportAt }) {
    const document = reportAt(uri);
    return document ? versioned(document, () => ({
      edits: kind === 'recomputeTotals' ? service.recomputeTotals(document) : service.fillBlanks(document),
    })) : null;
  },
});
