import { relativePath, setReview } from '../../../settings/index.ts';
import { reviewMethod } from '../../folder-protocol.ts';
import { own } from '../../handler.ts';
import { settingsEdit } from '../../suppression.ts';

/** Nothing is written here: the client applies the edit. */
export const review = own(reviewMethod, {
  empty: () => null,
  async answer({ uri, code, figure, text, decision }, { connection, settings }) {
    const settingsFile = await settings.fileFor(uri);
    const file = settingsFile && relativePath(settingsFile.uri, uri);
    if (settingsFile === undefined || file === undefined) {
      return null;
    }
    const changed = setReview(settingsFile.text, { file, code, ...(figure === undefined ? {} : { figure }), text }, decision);
    return settingsEdit(settingsFile, changed, connection) ?? null;
  },
});
