import assert from 'node:assert/strict';
import { createReportService } from '../../server/src/service.ts';
import { allPairs, nested, rotatedPairs, type HostilePair } from '../support/hostile/pairs.ts';
import { highestExponent, measureScaling, type Scaling } from '../support/hostile/scaling.ts';
import { seeded } from '../support/random.ts';

/** So much of a shape that it, and not the report around it, is what costs; a little of each in turn, and more with `SCALING_LENGTH`. */
const length = Number(process.env['SCALING_LENGTH'] ?? 16_000);
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
  it('whatever is repeated, at a place and in a layout that have their turn (all of them with SCALING=all)', () => {
    assert.deepEqual(superlinear(process.env['SCALING'] === 'all' ? allPairs() : rotatedPairs(seeded(seed), Number(process.env['SCALING_EVERY'] ?? 6)), length), []);
  }).timeout(0);

  it('a hundred thousand elements in each other, inside a table of the report, in HTML and in Markdown', () => {
    assert.deepEqual(superlinear(nested((depth) => depth), deepest / 8), []);
  }).timeout(0);

  it('and a measurement tells what grows faster', () => {
    const [pair] = nested((depth) => depth) as [HostilePair];
    const quadratic = { ...service, diagnostics: (document: Parameters<typeof service.diagnostics>[0]) => {
      let found = 0;
      for (let at = 0; at < document.text.length; at += 64) {
        found += document.text.slice(0, at).split('<').length;
      }
      assert.ok(found > 0);
      return [];
    } };
    assert.ok(measureScaling(quadratic, pair.laidOut, pair.shape, 4_000).exponent > highestExponent);
  }).timeout(0);
});
