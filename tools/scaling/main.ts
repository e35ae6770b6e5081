/**
 * Measures how the time to read a text grows with its length, for each hostile shape in each layout (`npm run scaling -- LENGTH STEP FIRST`), and
 * prints what is not linear. STEP takes every so many pairs only.
 */
import { createReportService } from '../../server/src/service.ts';
import { noDamage } from '../../test/support/damage.ts';
import { highestExponent, measureScaling } from '../../test/support/hostile/scaling.ts';
import { hostileShapes } from '../../test/support/hostile/shapes.ts';
import { convertedLayouts, layouts, strangeLayouts } from '../../test/support/layouts/index.ts';
import { seeded } from '../../test/support/random.ts';
import { randomReport } from '../../test/support/source.ts';

const [length = 8000, step = 1, first = 0] = process.argv.slice(2).map(Number);
const service = createReportService();
const all = [...layouts, ...strangeLayouts, ...convertedLayouts].map((layout) => layout.lay(randomReport('2021', seeded(7)), noDamage));
const pairs = all.flatMap((laidOut) => hostileShapes.map((shape) => ({ laidOut, shape }))).filter((_, at) => at % step === first);
const exponents: number[] = [];
for (const { laidOut, shape } of pairs) {
  const { exponent, times } = measureScaling(service, laidOut, shape, length);
  exponents.push(exponent);
  if (exponent > highestExponent) {
    console.log(`${laidOut.layout}: ${shape.name}: exponent ${exponent.toFixed(2)}, ${times.map((time) => time.toFixed(0)).join(' ')} ms`);
  }
}
exponents.sort((one, other) => one - other);
const share = (part: number): string => (exponents[Math.floor((exponents.length - 1) * part)] ?? 0).toFixed(2);
const over = exponents.filter((exponent) => exponent > highestExponent).length;
console.log(`${pairs.length} pairs of layout and shape at ${length} to ${8 * length} characters: exponent ${share(0.5)} in the middle, ${share(0.99)} at 99 %, `
  + `${share(1)} at most; ${over} above ${highestExponent}`);
process.exitCode = over === 0 ? 0 : 1;
