import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createReportService } from '../../server/src/service.ts';
import { seeded } from '../support/random.ts';
import { randomReport } from '../support/source.ts';
import { noDamage } from '../support/damage.ts';
import { pipe } from '../support/layouts/pipe.ts';

const documents = 60;
/** Bytes of a document of which some 200,000 are kept where anything old holds it. */
const most = 100_000;

describe('a document that was let go', () => {
  it('is gone once what is young is collected: else it is dragged along until all is', () => {
    setFlagsFromString('--expose_gc');
    const collect = runInNewContext('gc') as (what?: { readonly type: 'minor' }) => void;
    const texts = Array.from({ length: documents }, (_, seed) => pipe.lay(randomReport('2021', seeded(seed)), noDamage).text);
    const service = createReportService();
    const check = (text: string, version: number): void => {
      const document = service.open('file:///a.md', 'markdown', version, text);
      assert.ok(service.isReport(document));
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
    const each = (before - process.memoryUsage().heapUsed) / documents;
    assert.ok(each < most, `${each.toFixed(0)} bytes a document`);
  });
});
