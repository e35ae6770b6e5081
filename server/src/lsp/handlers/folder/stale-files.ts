import { own } from '../../handler.ts';
import { staleFilesMethod } from '../../protocol.ts';

export const staleFiles = own(staleFilesMethod, {
  empty: () => [],
  answer: (_, { together }) => together.stale(),
});
