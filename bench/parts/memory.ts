import { createReportService } from '../../server/src/service.ts';
import { createText } from '../documents.ts';
import { found, ours, type Part, type Target } from '../part.ts';
import { amountOf } from '../statistics.ts';

const documents = 60;
const documentsQuick = 10;
const reports = 150;
const mebibyte = 1 << 20;
/** As many megabytes may stay. */
const limit = 5;

/** What stays when documents of about a megabyte were opened, checked and let go one after the other. */
export const memory: Part = {
  name: 'memory',
  title: 'Memory that stays when sixty documents of 150 reports each were opened, checked and let go',
  quantity: 'Megabytes of the heap after it was collected.',
  unit: 'reports',
  measure({ isQuick }) {
    const service = createReportService();
    const check = (number: number): void => {
      const text = Array.from({ length: reports }, (_, at) => createText('Markdown', 'flawed', number * reports + at)).join('\n\n');
      service.diagnostics(service.open(`file:///${number}`, 'markdown', 1, text));
    };
    check(0);
    const before = heapUsed();
    for (let number = 1; number <= (isQuick ? documentsQuick : documents); number += 1) {
      check(number);
    }
    const kept = (heapUsed() - before) / mebibyte;
    return Promise.resolve([found('memory', { layout: 'Markdown', state: 'flawed', size: reports }, new Map([[ours, amountOf(kept)]]))]);
  },
  targets: (measured): Target[] => [{
    name: 'Memory that stays, against five megabytes',
    reached: measured.map(({ timings }) => ({ what: 'documents let go', ratio: Math.max(0, timings[ours]?.median ?? Number.NaN) / limit, limit: 1 })),
  }],
};

function heapUsed(): number {
  for (let times = 0; times < 3; times += 1) {
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}
