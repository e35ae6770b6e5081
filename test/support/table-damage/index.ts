import { cellDamages } from './cells.ts';
import { columnDamages } from './columns.ts';
import { headerDamages } from './headers.ts';
import { lineDamages } from './lines.ts';
import { markupDamages } from './markup.ts';
import { numberDamages } from './numbers.ts';
import { rowDamages } from './rows.ts';
import { tableDamages } from './tables.ts';
import type { DamageKind } from './table-damage.ts';

export { lostCell } from './cells.ts';
export { unharmed, type DamageKind, type TableDamage } from './table-damage.ts';
export { targetOf } from './targets.ts';

/** Every kind of damage to rows, columns and cells. */
export const tableDamageKinds: readonly DamageKind[] = [
  ...cellDamages, ...rowDamages, ...columnDamages, ...headerDamages, ...numberDamages, ...lineDamages, ...markupDamages, ...tableDamages,
];
