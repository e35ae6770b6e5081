import { own } from '../../handler.ts';
import { statesMethod } from '../../protocol.ts';

export const states = own(statesMethod, {
  empty: () => [],
  answer({ uri }, { service, reportAt }) {
    const document = reportAt(uri);
    return document ? service.states(document) : [];
  },
});
