import * as l10n from '@vscode/l10n';
import { relativePath, setReview } from '../../settings/index.ts';
import { reviewMethod } from '../folder-protocol.ts';
import { own } from '../handler.ts';
import { editOfSettings } from '../suppression.ts';

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
    if (changed === undefined) {
      connection.window.showWarningMessage(l10n.t('{0} is no valid JSON. Please correct it before a finding is added to it.', decodeURI(settingsFile.uri)));
      return null;
    }
    return editOfSettings(settingsFile, changed);
  },
});
