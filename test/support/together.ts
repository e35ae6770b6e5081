import { createCollection, namesOf, type Neighbours, type NameSettings } from '../../server/src/collection/index.ts';
import { createReportService } from '../../server/src/service.ts';
import { defaultSettings, type Diagnostic, type ReportDocument, type ReportService } from '../../server/src/service-types.ts';

/** A text that is checked with others. */
export interface Together {
  readonly uri: string;
  readonly language: string;
  readonly text: string;
}

/** Texts that know each other, in the service that opened them. */
interface Opened {
  readonly service: ReportService;
  readonly documents: ReadonlyMap<string, ReportDocument>;
  readonly diagnostics: (uri: string) => readonly Diagnostic[];
  /** Tells the others what a document says now. */
  readonly feed: (document: ReportDocument) => void;
  readonly neighboursOf: (uri: string) => readonly Neighbours[];
}

/** Opens texts as a host does that checks them together: first what each says of itself, then each beside its neighbours. */
export function openTogether(texts: readonly Together[], settings: NameSettings = {}): Opened {
  const service = createReportService({
    log: (message) => {
      throw new Error(message);
    },
  });
  const collection = createCollection();
  const feed = (document: ReportDocument): void => {
    collection.set(document.uri, service.digests(document), namesOf(settings));
  };
  const documents = new Map(texts.map(({ uri, language, text }) => {
    const document = service.open(uri, language, 1, text);
    service.configure(document, { ...defaultSettings, ...settings });
    feed(document);
    return [uri, document] as const;
  }));
  documents.forEach((document, uri) => service.surround(document, collection.neighboursOf(uri)));
  return {
    service, documents, feed,
    neighboursOf: (uri) => collection.neighboursOf(uri),
    diagnostics(uri) {
      const document = documents.get(uri);
      return document ? service.diagnostics(document) : [];
    },
  };
}
