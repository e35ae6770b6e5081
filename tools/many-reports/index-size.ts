import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCollection, namesOf } from '../../server/src/collection/index.ts';
import { emptySettings } from '../../server/src/settings/index.ts';
import { contentOf } from '../../server/src/lsp/folder-files.ts';
import { createReportService } from '../../server/src/service.ts';

/** What an editor keeps of reports that are not open, in bytes: their index (索引), and what the list of findings and the folder's page show. */
interface IndexSize {
  readonly reports: number;
  readonly bytes: number;
}

/** Reads all files as a host does, and weighs what stays. */
export function measureIndex(files: readonly string[]): IndexSize {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const service = createReportService();
  const collection = createCollection();
  const names = namesOf({});
  const shown = new Map<string, string>();
  const weigh = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const enter = (file: string): void => {
    const document = service.open(`file://${file}`, 'markdown', 1, readFileSync(file, 'utf8'));
    collection.set(document.uri, service.digests(document), names);
    shown.set(document.uri, JSON.stringify(contentOf(document, emptySettings, service)));
  };
  // What is made once for all reports, as the forms' shapes, is no part of a report.
  files.slice(0, 1).forEach(enter);
  const before = weigh();
  files.slice(1).forEach(enter);
  const bytes = weigh() - before;
  return { reports: Math.min(collection.reports().length, shown.size), bytes };
}
