import assert from 'node:assert/strict';
import type { ReportService } from '../../server/src/service-types.ts';
import { createReportService } from '../../server/src/service.ts';
import { nested, rotatedPairs, type HostilePair } from '../support/hostile/pairs.ts';
import { highestExponent, measureScaling, type Scaling } from '../support/hostile/scaling.ts';
import { seeded } from '../support/random.ts';

/** So much of a shape, and eight times as much, that it, and not the report around it, is what costs. */
const length = 6_000;
/** How many elements in each other are measured at the most. */
const deepest = 100_000;
const seed = Number(process.env['PROPERTY_SEED'] ?? 20_260);

const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

function told({ laidOut, shape }: HostilePair, { exponent, times }: Scaling): string {
  return `${laidOut.layout}: ${shape.name}: exponent ${exponent.toFixed(2)}, ${times.map((time) => time.toFixed(0)).join(' ')} ms`;
}

/** What grows faster than its text, of some pairs. */
function superlinear(pairs: readonly HostilePair[], shortest: number): string[] {
  return pairs.flatMap((pair) => {
    const scaling = measureScaling(service, pair.laidOut, pair.shape, shortest);
    return scaling.exponent > highestExponent ? [told(pair, scaling)] : [];
  });
}

describe('the time to read a hostile text grows as its length', () => {
  it('whatever is repeated, at a place and in a layout that have their turn', () => {
    assert.deepEqual(superlinear(rotatedPairs(seeded(seed)), length), []);
  }).timeout(0);

  it('a hundred thousand elements in each other, inside a table of the report, in HTML and in Markdown', () => {
    assert.deepEqual(superlinear(nested((depth) => depth), deepest / 8), []);
  }).timeout(0);

  it('and a measurement tells what grows faster', () => {
    const [pair] = rotatedPairs(seeded(seed)) as [HostilePair];
    const open = (_uri: string, _language: string, _version: number, text: string): { text: string } => ({ text });
    const diagnostics = ({ text: { length } }: { text: string }): [] => {
      let pairs = 0;
      for (let at = 0; at < length; at += 16) {
        for (let other = 0; other < at; other += 16) {
          pairs += 1;
        }
      }
      assert.ok(pairs > 0);
      return [];
    };
    const quadratic = { open, diagnostics } as unknown as ReportService;
    assert.ok(measureScaling(quadratic, pair.laidOut, pair.shape, 32_000).exponent > highestExponent);
  }).timeout(0);
});
