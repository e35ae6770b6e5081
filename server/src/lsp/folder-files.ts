import { namesOf } from '../collection/index.ts';
import { folderContent, withDecisions, type FolderContent, type FolderFile } from '../folder/index.ts';
import type { ReportDocument, ReportService, Settings } from '../service-types.ts';
import { positionsIn } from '../syntax/positions.ts';
import type { ListedFile } from './folder-protocol.ts';
import type { Session } from './session.ts';

interface FolderFiles {
  readonly known: readonly (FolderFile & ListedFile)[];
  /** By URI. */
  readonly unknown: readonly string[];
}

/** What a page shows of files: what was kept of those that were checked, so that none is read again, and open reports as they stand. */
export async function folderFiles(files: readonly ListedFile[], session: Session): Promise<FolderFiles> {
  const known: (FolderFile & ListedFile)[] = [];
  const unknown: string[] = [];
  for (const { uri, path } of files) {
    await session.settings.pending(uri);
    const own = await session.settings.settingsOf(uri);
    const open = session.reportAt(uri);
    const content = open ? contentOf(open, own, session.service) : session.together.contentOf(uri);
    if (content) {
      known.push({ uri, path, ...withDecisions(content, own.review ?? []) });
    } else if (!open) {
      unknown.push(uri);
    }
  }
  return { known, unknown };
}

/** What is shown of a document with these settings; nothing of one that is no report, or is only begun. */
export function contentOf(document: ReportDocument, settings: Settings, service: ReportService): FolderContent | undefined {
  return !service.isReport(document) || service.isBegun(document) ? undefined : folderContent({
    states: service.states(document), keyFigures: service.keyFigures(document), findings: service.diagnostics(document),
    organKey: namesOf(settings).organ, textAt: positionsIn(document.text).textAt,
  });
}
