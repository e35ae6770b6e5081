import { lastYearFiles as filesFor, namesOf } from '../../../collection/index.ts';
import { own } from '../../handler.ts';
import { knowFileMethod, lastYearFilesMethod, type LastYearFilesResult } from '../../protocol.ts';

const none: LastYearFilesResult = { wanted: [], likely: [], possible: [] };

export const lastYearFiles = own(lastYearFilesMethod, {
  empty: () => none,
  async answer({ uri, files }, { service, settings, together, reportAt }) {
    const document = reportAt(uri);
    if (!document) {
      return null;
    }
    const neighbours = together.collection.neighboursOf(uri);
    const wanted = service.digests(document).filter((_, at) => neighbours[at]?.lastYear === undefined)
      .flatMap(({ organ, year }) => (organ === undefined || year === undefined ? [] : [{ organ, year: year - 1 }]));
    return { wanted, ...filesFor(uri, wanted, files, namesOf(await settings.settingsOf(uri))) };
  },
});

/** A report that is only begun is none yet; one of another organ or year stays unknown, so that it says nothing of others. */
export const knowFile = own(knowFileMethod, {
  empty: () => false,
  async answer({ uri, languageId, text, for: open }, { service, settings, together, reportAt }) {
    const asking = reportAt(open);
    const document = service.open(uri, languageId, 0, text);
    const names = namesOf(await settings.settingsOf(open));
    const keys = asking ? service.digests(asking).map((digest) => keyOf(digest, names.organ)) : [];
    const own = await settings.settingsOf(uri);
    service.configure(document, own);
    const isWanted = !service.isBegun(document)
      && service.digests(document).some((digest) => digest.year !== undefined && keys.includes(keyOf({ ...digest, year: digest.year + 1 }, names.organ)));
    if (isWanted) {
      together.know(document, own);
    }
    return isWanted;
  },
});

/** What has to be the same for two reports to be an organ's of one year; undefined where that is not certain. */
function keyOf({ organ, kind, year }: ReportDigestKey, known: (name: string) => string): string | undefined {
  return organ === undefined || year === undefined ? undefined : JSON.stringify([known(organ), kind, year]);
}

interface ReportDigestKey {
  readonly organ?: string;
  readonly kind?: string;
  readonly year?: number;
}
