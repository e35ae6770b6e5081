import { namesOf } from '../../../collection/index.ts';
import { folderFile } from '../../../folder/index.ts';
import { positionsIn } from '../../../syntax/positions.ts';
import { folderFileMethod } from '../../folder-protocol.ts';
import { own } from '../../handler.ts';

/** A report that is open is taken as it stands there; of another nothing is kept but what other files have to know of it. */
export const folderEntry = own(folderFileMethod, {
  empty: () => null,
  async answer({ uri, languageId, text, path }, { reportAt, service, settings, together }) {
    const own = await settings.settingsOf(uri);
    const open = reportAt(uri);
    const document = open ?? service.open(uri, languageId, 0, text);
    if (!open) {
      // Whether it is a report may depend on the forms that the settings name.
      service.configure(document, own);
    }
    if (!service.isReport(document) || service.isBegun(document)) {
      return null;
    }
    if (!open) {
      together.feed(document, own);
    }
    return folderFile({
      path, states: service.states(document), keyFigures: service.keyFigures(document), findings: service.diagnostics(document),
      review: own.review ?? [], organKey: namesOf(own).organ, textAt: positionsIn(document.text).textAt,
    });
  },
});
