import { noDamage } from './damage.ts';
import { judge, type Verdict } from './judge.ts';
import { layouts, type LaidOut, type Layout } from './layouts/index.ts';
import { sideBySide } from './layouts/running.ts';
import { seeded } from './random.ts';
import { read } from './reading.ts';
import { randomReport } from './source.ts';
import type { DamageKind, TableDamage } from './table-damage/index.ts';

/** A report with damaged tables, laid out. */
export interface Damaged {
  readonly laidOut: LaidOut;
  readonly harm: TableDamage;
}

/**
 * The report of a seed in a layout with damage of one kind; undefined where the text cannot suffer it. Where the layout
 * need not be read, any row or table may be refused; beside last year's table each row does stand twice.
 */
export function damaged(layout: Layout, kind: DamageKind, seed: number): Damaged | undefined {
  const random = seeded(seed * 7919 + kind.name.length * 31);
  const report = randomReport(random.pick(['2019', '2021']), random);
  const damage = { ...noDamage, seed, headings: random.pick(['hash', 'plain', 'bold', 'indented'] as const) };
  const aimed = kind.aim(report, random);
  if (aimed === undefined) {
    return undefined;
  }
  const required = aimed.required && [...aimed.required, 'unreadable-table', 'cell-count'];
  const harm = layouts.includes(layout) ? aimed
    : { ...aimed, touches: () => true, ...(required && { required }), ...(layout === sideBySide && { allowed: [...(aimed.allowed ?? []), 'duplicate-row'] }) };
  const laidOut = layout.lay(harm.report?.(report) ?? report, damage, harm);
  return laidOut.text === layout.lay(report, damage).text ? undefined : { laidOut, harm };
}

/** What is read of the report of a seed with damage of one kind. */
export function verdictOn(layout: Layout, kind: DamageKind, seed: number): Verdict | undefined {
  const found = damaged(layout, kind, seed);
  return found && judge(found.laidOut, found.harm, read(found.laidOut.text, found.laidOut.language));
}
