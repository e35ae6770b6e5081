import { versioned } from '../../encoding.ts';
import { own } from '../../handler.ts';
import { formEditMethod } from '../../protocol.ts';

export const formEdit = own(formEditMethod, {
  empty: () => null,
  answer({ uri, edit }, { service, reportAt }) {
    const document = reportAt(uri);
    return document ? versioned(document, () => service.formEdits(document, edit)) : null;
  },
});
