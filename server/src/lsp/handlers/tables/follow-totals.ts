import { versioned } from '../../encoding.ts';
import { own } from '../../handler.ts';
import { followTotalsMethod } from '../../protocol.ts';

export const followTotals = own(followTotalsMethod, {
  empty: () => null,
  answer({ uri, range }, { service, reportAt }) {
    const document = reportAt(uri);
    return document ? versioned(document, () => ({ edits: service.followTotals(document, range) })) : null;
  },
});
