/** `node --import tsx --expose-gc let-go.ts`: prints how many bytes of each closed document are left until all memory is collected. */
import { createReportService } from '../../server/src/service.ts';
import { noDamage } from './damage.ts';
import { pipe } from './layouts/pipe.ts';
import { seeded } from './random.ts';
import { randomReport } from './source.ts';

const documents = 60;

const collect = globalThis.gc as unknown as (what?: { readonly type: 'minor' }) => void;
const texts = Array.from({ length: documents }, (_, seed) => pipe.lay(randomReport('2021', seeded(seed)), noDamage).text);
const service = createReportService();
const check = (text: string, version: number): void => {
  const document = service.open('file:///a.md', 'markdown', version, text);
  service.isReport(document);
  service.diagnostics(document);
  service.summaries(document);
  service.digests(document);
};
for (let round = 0; round < 4; round += 1) {
  // Code that is not used any more is gone then, which is no document.
  texts.forEach(check);
  collect();
}
texts.forEach((text, at) => {
  check(`${text}\n`, at);
  if (at % 4 === 3) {
    collect({ type: 'minor' });
  }
});
collect({ type: 'minor' });
collect({ type: 'minor' });
const before = process.memoryUsage().heapUsed;
collect();
console.log(Math.round((before - process.memoryUsage().heapUsed) / documents));
