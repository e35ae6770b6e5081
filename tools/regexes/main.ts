/**
 * Judges the regular expressions of engine and client that are new (`npm run regexes`), and writes the list of those that take no more than linear
 * time. Those that take more are printed, with a text for which they do.
 */
import { collectRegexes } from './collect.ts';
import { hashOf, isBounded, readProven, slownessOf, writeProven } from './judge.ts';

const all = collectRegexes();
const before = readProven();
const proven = new Set([...all.keys()].map(hashOf).filter((hash) => before.has(hash)));
const others = [...all].filter(([literal]) => !proven.has(hashOf(literal)));
const slow = others.filter(([literal, places]) => {
  const slowness = slownessOf(literal);
  if (slowness === undefined) {
    writeProven(proven.add(hashOf(literal)));
  } else {
    console.log(`${places.join(', ')}: ${literal}\n  ${slowness}${isBounded(places) ? ' (the texts have a bound)' : ''}`);
  }
  return slowness !== undefined && !isBounded(places);
});
writeProven(proven);
console.log(`${all.size} regular expressions, ${proven.size} of them linear, ${all.size - proven.size - slow.length} asked about texts with a bound, ${slow.length} slow`);
process.exitCode = slow.length === 0 ? 0 : 1;
