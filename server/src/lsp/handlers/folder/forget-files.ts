import { own } from '../../handler.ts';
import { forgetFilesMethod } from '../../protocol.ts';

export const forgetFiles = own(forgetFilesMethod, {
  empty: () => null,
  answer({ uris }, { together }) {
    together.forget(uris);
    return null;
  },
});
