import type { Parameters } from 'fast-check';

/**
 * How often a property is tried. The seed is fixed, so that a run of the tests says something of the change at hand;
 * `PROPERTY_SEED` sets another and `PROPERTY_RUNS` multiplies the runs, to look for more.
 */
export function runs<T>(numRuns: number): Parameters<T> {
  return { numRuns: numRuns * Number(process.env['PROPERTY_RUNS'] ?? 1), seed: Number(process.env['PROPERTY_SEED'] ?? 20_260) };
}
