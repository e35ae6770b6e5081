import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCollection, namesOf } from '../../server/src/collection/index.ts';
import { createReportService } from '../../server/src/service.ts';

/** What the index of reports (索引) keeps, in bytes. */
interface IndexSize {
  readonly reports: number;
  readonly bytes: number;
}

/** Reads all files into an index as a host does, and weighs what stays. */
export function measureIndex(files: readonly string[]): IndexSize {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const service = createReportService();
  const collection = createCollection();
  const names = namesOf({});
  const weigh = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const enter = (file: string): void => {
    const document = service.open(`file://${file}`, 'markdown', 1, readFileSync(file, 'utf8'));
    collection.set(document.uri, service.digests(document), names);
  };
  // What is made once for all reports, as the forms' shapes, is no part of a report.
  files.slice(0, 1).forEach(enter);
  const before = weigh();
  files.slice(1).forEach(enter);
  return { reports: collection.reports().length, bytes: weigh() - before };
}
