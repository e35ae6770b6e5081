import { own } from '../../handler.ts';
import { identitiesMethod } from '../../protocol.ts';

export const identities = own(identitiesMethod, {
  empty: () => [],
  answer({ uri }, { service, reportAt }) {
    const document = reportAt(uri);
    return document ? service.identityLists(document) : [];
  },
});
