/**
 * Measures how the time to read a text grows with its length for hostile shapes in the layouts (`npm run scaling -- SEED ROUNDS LENGTH`):
 * in each round everything that is repeated, once, at other places and in other layouts. With `all` for a seed, every pair there is;
 * with `nested`, elements in each other, LENGTH to eight times as many.
 */
import { createReportService } from '../../server/src/service.ts';
import { allPairs, nested, rotatedPairs, type HostilePair } from '../../test/support/hostile/pairs.ts';
import { highestExponent, measureScaling, sizes } from '../../test/support/hostile/scaling.ts';
import { seeded } from '../../test/support/random.ts';

const [seed = '1', rounds = '1', length = '16000'] = process.argv.slice(2);
const service = createReportService();
const random = seeded(Number(seed));
const pairs = chosenPairs();
const exponents: number[] = [];
for (const { laidOut, shape } of pairs) {
  const { exponent, times } = measureScaling(service, laidOut, shape, Number(length));
  exponents.push(exponent);
  if (exponent > highestExponent) {
    console.log(`${laidOut.layout}: ${shape.name}: exponent ${exponent.toFixed(2)}, ${times.map((time) => time.toFixed(0)).join(' ')} ms`);
  }
}
exponents.sort((one, other) => one - other);
const share = (part: number): string => (exponents[Math.floor((exponents.length - 1) * part)] ?? 0).toFixed(2);
const over = exponents.filter((exponent) => exponent > highestExponent).length;
console.log(`${pairs.length} pairs of layout and shape at ${sizes.map((size) => size * Number(length)).join(', ')} characters: `
  + `exponent ${share(0.5)} in the middle, ${share(0.99)} at 99 %, ${share(1)} at most; ${over} above ${highestExponent}`);
process.exitCode = over === 0 ? 0 : 1;

function chosenPairs(): readonly HostilePair[] {
  switch (seed) {
    case 'all': return allPairs();
    case 'nested': return nested((depth) => depth);
    default: return Array.from({ length: Number(rounds) }, () => rotatedPairs(random)).flat();
  }
}
