import { versioned } from '../../encoding.ts';
import { own } from '../../handler.ts';
import { convertTableMethod } from '../../protocol.ts';

export const convertTable = own(convertTableMethod, {
  empty: () => null,
  answer({ uri, position, layout }, { service, reportAt }) {
    const document = reportAt(uri);
    return document ? versioned(document, () => (position ? service.convertTable(document, position, layout) : service.convertTables(document, layout))) : null;
  },
});
