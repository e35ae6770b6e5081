import * as l10n from '@vscode/l10n';
import type { BoundTable, Place, Report } from '../model/report.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { blankRuns, blanksOf, contentOf, figuresOf, mayBeZero, type Run } from '../model/tables/blanks.ts';
import { fillings } from './support/filling.ts';
import { briefRow, shortLabel } from '../model/naming.ts';
import { ofTable } from './support/tables.ts';

/**
 * Cells that the form wants filled are blank; adjoining rows with the same blank columns are told of together. What a row left
 * blank that was typed to the side is told with that.
 */
export const blankCell: Rule = {
  code: 'blank-cell',
  ignoresFigures: ({ tables }) => [...tables.values()].every((table) => runsIn(table).length === 0),
  check(report) {
    let all: readonly Finding[] = [];
    for (const table of report.tables.values()) {
      const runs = runsIn(table).filter((run) => !isShifted(table, run));
      if (runs.length > 0) {
        all = [...all, ...runs.map((run) => findingOf(report, table, run))];
      }
    }
    return all;
  },
};

const runsIn = ofTable(blankRuns);

const toTheSide: ReadonlySet<string> = new Set(['shifted', 'moved']);

/** Whether each blank is one that a row or the table left which was typed to the side, and so is told already. */
function isShifted({ form, analysis }: BoundTable, { rows, columns }: Run): boolean {
  const shifted = new Set(analysis.findings.flatMap(({ act }) => (act && toTheSide.has(act.kind) ? act.cells.map(({ figure }) => form.figures[figure]) : [])));
  return shifted.size > 0 && rows.every(({ definition }) => columns.every((at) => shifted.has(definition.figures[at])));
}

function findingOf(report: Report, table: BoundTable, run: Run): Finding {
  const [row, ...others] = run.rows;
  const [column, ...more] = run.columns;
  const only = others.length + more.length === 0 && column !== undefined ? row?.definition.figures[column] : undefined;
  return new BlankFinding(run.place, only?.id, () => messageFor(table, run), () => fixesFor(report, table, run));
}

/** Its message is worked out where it is read, for it takes much reckoning. A class, as is all with a getter that documents are made of. */
class BlankFinding implements Finding {
  readonly code = blankCell.code;
  readonly place: Place;
  readonly figure?: string;
  readonly fixes: () => readonly Fix[];
  readonly #message: () => string;

  constructor(place: Place, figure: string | undefined, message: () => string, fixes: () => readonly Fix[]) {
    this.place = place;
    this.fixes = fixes;
    this.#message = message;
    if (figure !== undefined) {
      this.figure = figure;
    }
  }

  get message(): string {
    return this.#message();
  }
}

function messageFor(table: BoundTable, run: Run): string {
  const content = contentOf(table, run);
  const blanks = blanksSaid(run);
  if (content === 'zero') {
    return l10n.t('{0}; write 0 where there was nothing.', blanks);
  }
  if (content === 'unknown') {
    return l10n.t('{0}; fill in the figures, which cannot all be 0 beside the others.', blanks);
  }
  return content.length === 1
    ? l10n.t('{0}; by the other figures it must be {1}.', blanks, content[0] ?? 0)
    : l10n.t('{0}; fill in what the other figures make them.', blanks);
}

function blanksSaid({ rows, columns }: Run): string {
  const first = rows[0]?.definition;
  const last = rows.at(-1)?.definition;
  if (!first || !last) {
    return '';
  }
  const names = columns.map((at) => first.figures[at]?.column).flatMap((column) => (column ? [shortLabel(column)] : []));
  const isWhole = columns.length === first.figures.length;
  if (first === last) {
    return isWhole
      ? l10n.t('Row "{0}" has no figures', briefRow(first))
      : l10n.t('Row "{0}" is blank under {1}', briefRow(first), names.join(l10n.t(', ')));
  }
  return isWhole
    ? l10n.t('{0} rows from "{1}" to "{2}" have no figures', rows.length, briefRow(first), briefRow(last))
    : l10n.t('{0} rows from "{1}" to "{2}" are blank under {3}', rows.length, briefRow(first), briefRow(last), names.join(l10n.t(', ')));
}

function fixesFor(report: Report, table: BoundTable, run: Run): Fix[] {
  return fillings(report, table, figuresOf(run), {
    lackingIn: blanksOf,
    isSafe: mayBeZero(table, blanksOf(table)),
    titles: {
      own: (count) => (count === 1 ? l10n.t('Fill the blank with 0') : l10n.t('Fill these {0} blanks with 0', count)),
      inTable: (count) => l10n.t('Fill all {0} blanks of this table with 0', count),
      inReport: (count) => l10n.t('Fill all {0} blanks of this report with 0', count),
    },
  });
}
