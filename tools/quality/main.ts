/**
 * Prints how well generated reports are read and checked. It fails where a figure was read wrong, one of a whole text was not read,
 * a row was passed over in silence, a finding was false, or a mistake was missed in figures that were read;
 * it does not where a damaged table was refused and this was said.
 * An argument gives the number of reports for each layout; a tenth of it for each damage to tables in each layout.
 */
import { measureActs } from './acts.ts';
import { measureConverted } from './converted.ts';
import { measureDamages } from './damages.ts';
import { measureDefects } from './defects.ts';
import { measureLostCells } from './lost-cells.ts';
import { measureMistakes } from './mistakes.ts';
import { measureReading } from './reading.ts';
import { measureSentences } from './sentences.ts';

const reports = Number(process.argv[2] ?? 100);
const official = ['2019', '2021'] as const;
/** An invented form from a file, which is read and checked as the official ones are. */
const added = ['2031'] as const;
const parts = [
  () => measureReading(reports, official), () => measureConverted(Math.ceil(reports / 4)), () => measureMistakes(Math.ceil(reports / 2), official),
  () => measureReading(Math.ceil(reports / 4), added), () => measureMistakes(Math.ceil(reports / 4), added), () => measureActs(reports), measureSentences,
  () => measureDefects(Math.ceil(reports / 50)), () => measureLostCells(Math.ceil(reports / 100)), () => measureDamages(Math.ceil(reports / 10)),
];
console.log(`Reports for each layout: ${reports} clean, ${reports} damaged.`);
const passed = parts.map((measure) => {
  const part = measure();
  console.log(`\n${part.text}`);
  return part.passed;
});
process.exitCode = passed.every(Boolean) ? 0 : 1;
