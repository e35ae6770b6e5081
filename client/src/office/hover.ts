import { Hover, languages, type Disposable } from 'vscode';
import { officeScheme } from '../../../server/src/lsp/protocol.ts';
import type { OfficeFileSystem } from './file-system.ts';

/** Says where in its file a stretch of the text stands; not of a text that was changed, whose places are other ones. */
export function hoverPlaces(files: OfficeFileSystem): Disposable {
  return languages.registerHoverProvider({ scheme: officeScheme }, {
    async provideHover(document, position) {
      const reading = document.isDirty ? undefined : await files.read(document.uri);
      const places = reading && 'text' in reading ? reading.places ?? [] : [];
      const offset = document.offsetAt(position);
      const place = places.find(({ start, end }) => start <= offset && offset < end);
      return place && new Hover(place.where);
    },
  });
}
