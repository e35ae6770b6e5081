import assert from 'node:assert/strict';
import { createReportService } from '../../server/src/service.ts';
import { seeded } from '../support/random.ts';
import { soak, type SoakCounts } from '../support/soak/soak.ts';
import { soakKinds } from '../support/soak/texts.ts';

const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

describe('batches of edits, undone and done again, equal a fresh start', () => {
  for (const [at, kind] of soakKinds.entries()) {
    it(kind.name, async () => {
      const random = seeded(Number(process.env['PROPERTY_SEED'] ?? 20_260) + at);
      const counts: SoakCounts = { edits: 0, batches: 0, compared: 0, comparedWholly: 0 };
      soak(service, await kind.make(random), 12 * Number(process.env['PROPERTY_RUNS'] ?? 1), random, counts);
      assert.ok(counts.batches > 0);
    });
  }
});
