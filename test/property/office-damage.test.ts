import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { officeHost } from '../../server/src/cli/reading/office-host.ts';
import { isUnread } from '../../server/src/office/office-text.ts';
import { readOffice } from '../../server/src/office/read-office.ts';
import { runs } from '../support/runs.ts';

const folder = new URL('../fixtures/office/', import.meta.url);
const names = readdirSync(folder).filter((name) => !name.endsWith('.json') && !name.endsWith('.html'));

describe('an office file that is damaged', () => {
  for (const name of names) {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    it(`${name} gives a text or a reason, whatever bytes are others and wherever it ends`, async () => {
      const flips = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { maxLength: 30 });
      await fc.assert(fc.asyncProperty(flips, fc.option(fc.nat({ max: bytes.length })), async (changes, length) => {
        const damaged = bytes.slice(0, length ?? bytes.length);
        changes.filter(([at]) => at < damaged.length).forEach(([at, byte]) => {
          damaged[at] = byte;
        });
        const reading = await readOffice(damaged, officeHost);
        assert.ok(isUnread(reading) || reading.text.length > 0);
      }), runs(name.endsWith('.pdf') ? 4 : 12));
    });
  }
});
