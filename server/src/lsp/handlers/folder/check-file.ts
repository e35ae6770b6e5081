import { toDiagnostic } from '../../convert.ts';
import { contentOf } from '../../folder-files.ts';
import { own } from '../../handler.ts';
import { checkFileMethod } from '../../protocol.ts';

/** The file is not open, and nothing of it is kept but what other files have to know of it and what pages show. A report that is only begun is none yet. */
export const checkFile = own(checkFileMethod, {
  empty: () => null,
  async answer({ uri, languageId, text }, { client, service, settings, together }) {
    const document = service.open(uri, languageId, 0, text);
    if (service.isBegun(document)) {
      together.forget([uri]);
      return { states: [], diagnostics: [] };
    }
    const own = await settings.settingsOf(uri);
    service.configure(document, own);
    together.feed(document, own);
    const content = contentOf(document, own, service);
    if (content) {
      together.describe(uri, content);
    }
    return {
      states: service.states(document),
      diagnostics: service.diagnostics(document).map((finding) => toDiagnostic(finding, document, client)),
    };
  },
});
