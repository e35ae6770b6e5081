import { toDiagnostic } from '../convert.ts';
import { own } from '../handler.ts';
import { checkFileMethod } from '../protocol.ts';

/** The file is not open, and nothing of it is kept. A report that is only begun is none yet. */
export const checkFile = own(checkFileMethod, {
  empty: () => null,
  async answer({ uri, languageId, text }, { client, service, settings }) {
    const document = service.open(uri, languageId, 0, text);
    if (service.isBegun(document)) {
      return { states: [], diagnostics: [] };
    }
    service.configure(document, await settings.settingsOf(uri));
    return {
      states: service.states(document),
      diagnostics: service.diagnostics(document).map((finding) => toDiagnostic(finding, document, client)),
    };
  },
});
