import * as l10n from '@vscode/l10n';
import type { BoundTable, Figure, Report, FigureValues } from '../../model/report.ts';
import type { Fix } from '../rule.ts';
import { determinedEdits, zeroEdits } from '../../model/writing/blanks.ts';

/** Cells of one kind that lack a number. */
interface Lacking {
  /** All of them in a table. */
  readonly lackingIn: (table: BoundTable) => readonly Figure[];
  /** Whether 0 may be put into those of a finding without looking at each. */
  readonly isSafe: boolean;
  /** How to say that 0 is put into so many. */
  readonly titles: Readonly<Record<'own' | 'inTable' | 'inReport', (count: number) => string>>;
}

/** 0 where no identity forbids it, or what the identities say; never both for one cell. Nothing of it is preferred. */
export function fillings(report: Report, table: BoundTable, figures: readonly Figure[], { lackingIn, isSafe, titles }: Lacking): Fix[] {
  const fixes: Fix[] = [];
  const all = lackingIn(table);
  const inTable = zeroEdits(table, all);
  const own = zeroEdits(table, figures);
  if (own.length > 0) {
    fixes.push({ title: titles.own(figures.length), isPreferred: false, isSafe, edits: own, sets: zeros(figures) });
  }
  const determined = determinedEdits(table, figures);
  if (determined.edits.length > 0) {
    const values = Object.values(determined.sets).join(l10n.t(', '));
    fixes.push({ title: l10n.t('Fill in what the other figures say: {0}', values), isPreferred: false, isSafe: false, ...determined });
  }
  if (own.length > 0 && inTable.length > 0 && all.length > figures.length) {
    fixes.push({ title: titles.inTable(all.length), isPreferred: false, isSafe: false, edits: inTable, sets: zeros(all) });
  }
  const others = inTable.length === 0 ? [] : [...report.tables.values()].filter((other) => other !== table)
    .map((other) => ({ figures: lackingIn(other), edits: zeroEdits(other, lackingIn(other)) }))
    .filter(({ edits }) => edits.length > 0);
  if (others.length > 0) {
    const filled = [...all, ...others.flatMap((other) => other.figures)];
    fixes.push({
      title: titles.inReport(filled.length), isPreferred: false, isSafe: false,
      edits: [...inTable, ...others.flatMap(({ edits }) => edits)], sets: zeros(filled),
    });
  }
  return fixes;
}

function zeros(figures: readonly Figure[]): FigureValues {
  return Object.fromEntries(figures.map(({ definition }) => [definition.id, 0]));
}
