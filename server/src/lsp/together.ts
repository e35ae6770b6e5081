import {
  areSameNeighbours, createCollection, isConspicuous, namesOf, type Collection, type Names, type Neighbours, type ReportDigest,
} from '../collection/index.ts';
import type { FolderContent } from '../folder/index.ts';
import type { ReportDocument, ReportService, Settings } from '../service-types.ts';

/** The reports that know each other: those that are open, and the files that the client had checked without opening them. */
export interface Together {
  readonly collection: Collection;
  /** A document was opened or edited. */
  changed(document: ReportDocument): void;
  /** The settings of an open document are known. */
  configured(document: ReportDocument, settings: Settings): void;
  closed(uri: string): void;
  /** Brings all open documents to date; to be called before anything is said of one. */
  settle(): void;
  /** Takes in a file that is not open, and lets its document know the others. */
  feed(document: ReportDocument, settings: Settings): void;
  /** Keeps what is shown of a file that was taken in, for as long as that is known. */
  describe(uri: string, content: FolderContent): void;
  /** What is shown of a file that was checked without being opened. */
  contentOf(uri: string): FolderContent | undefined;
  /** Takes in a file for the sake of others: nothing is said of it itself. */
  know(document: ReportDocument, settings: Settings): void;
  /** Forgets files that are not open; all that were checked where none is named. */
  forget(uris?: readonly string[]): void;
  /** The files, not open, of which something else would be said now than when they were checked. */
  stale(): readonly string[];
}

interface TogetherContext {
  readonly service: ReportService;
  readonly documentAt: (uri: string) => ReportDocument | undefined;
  /** Called with open documents in which something else is found because others have changed. */
  readonly concerned: (documents: readonly ReportDocument[]) => void;
  /** Called when files that are not open may have to be checked again. */
  readonly filesConcerned: () => void;
}

/** A file that is not open and that others are compared with. */
interface KnownFile {
  readonly digests: readonly ReportDigest[];
  readonly names: Names;
}

/** A file that was checked without being opened. */
interface FedFile extends KnownFile {
  /** What it was compared with then. */
  readonly neighbours: readonly Neighbours[];
  /** What is shown of it, once that is told; as JSON, since its texts are pieces of the document, which would be kept with them. */
  content?: string;
}

export function createTogether({ service, documentAt, concerned, filesConcerned }: TogetherContext): Together {
  const collection = createCollection();
  const open = new Map<string, Names>();
  const edited = new Set<string>();
  const files = new Map<string, FedFile>();
  const known = new Map<string, KnownFile>();

  /** Enters a document or file, or takes it out where it holds no report; gives the others that this concerns. */
  const enter = (uri: string, { digests, names }: KnownFile): ReadonlySet<string> =>
    (digests.length > 0 ? collection.set(uri, digests, names) : collection.delete(uri));

  function settle(): void {
    const ready = [...edited].flatMap((uri) => {
      const [document, names] = [documentAt(uri), open.get(uri)];
      return document && names ? [{ document, names }] : [];
    });
    // Of one whose settings are still being read it is not known by which names it goes.
    ready.forEach(({ document: { uri } }) => edited.delete(uri));
    announce(ready.map(({ document, names }) => enter(document.uri, { digests: service.digests(document), names })), ready.map(({ document }) => document));
  }

  /** Lets open documents know their neighbours; those that did not change themselves are told of. */
  function announce(touched: readonly ReadonlySet<string>[], own: readonly ReportDocument[]): void {
    const uris = new Set([...own.map(({ uri }) => uri), ...touched.flatMap((some) => [...some])]);
    const others: ReportDocument[] = [];
    let isFileTouched = false;
    for (const uri of uris) {
      const document = open.has(uri) ? documentAt(uri) : undefined;
      if (document && service.surround(document, collection.neighboursOf(uri)) && !own.includes(document)) {
        others.push(document);
      }
      isFileTouched ||= document === undefined && files.has(uri);
    }
    if (others.length > 0) {
      concerned(others);
    }
    if (isFileTouched) {
      filesConcerned();
    }
  }

  function leave(uri: string): void {
    const file = files.get(uri) ?? known.get(uri);
    announce([file ? enter(uri, file) : collection.delete(uri)], []);
  }

  return {
    collection,
    settle,
    changed: ({ uri }) => void edited.add(uri),
    configured(document, settings) {
      open.set(document.uri, namesOf(settings));
      edited.add(document.uri);
    },
    closed(uri) {
      open.delete(uri);
      edited.delete(uri);
      leave(uri);
    },
    feed(document, settings) {
      const { uri } = document;
      const file: KnownFile = { digests: service.digests(document), names: namesOf(settings) };
      const touched = open.has(uri) ? new Set<string>() : enter(uri, file);
      const neighbours = collection.neighboursOf(uri);
      files.set(uri, { ...file, neighbours });
      service.surround(document, neighbours);
      announce([touched], []);
    },
    describe: (uri, content) => setContent(files.get(uri), content),
    contentOf: (uri) => contentOf(files.get(uri)),
    know(document, settings) {
      const file: KnownFile = { digests: service.digests(document), names: namesOf(settings) };
      known.set(document.uri, file);
      if (!open.has(document.uri) && !files.has(document.uri)) {
        announce([enter(document.uri, file)], []);
      }
    },
    forget(uris) {
      for (const uri of uris ?? files.keys()) {
        const wasKnown = uris !== undefined && known.delete(uri);
        if ((files.delete(uri) || wasKnown) && !open.has(uri)) {
          leave(uri);
        }
      }
    },
    stale: () => [...files].filter(([uri, file]) => !open.has(uri) && isStale(file, collection.neighboursOf(uri))).map(([uri]) => uri),
  };
}

function setContent(file: FedFile | undefined, content: FolderContent): void {
  if (file) {
    file.content = JSON.stringify(content);
  }
}

function contentOf(file: FedFile | undefined): FolderContent | undefined {
  return file?.content === undefined ? undefined : JSON.parse(file.content) as FolderContent;
}

/** A file that shows nothing beside its neighbours, and showed nothing beside those of before, need not be checked again. */
function isStale({ digests, neighbours: before }: FedFile, now: readonly Neighbours[]): boolean {
  return !areSameNeighbours(before, now) && [before, now].some((neighbours) => isConspicuous(digests, neighbours));
}
