import * as l10n from '@vscode/l10n';
import type { FormTable } from '../forms/table.ts';
import type { BoundTable, Figure, Report } from '../model/report.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { blanksOf, figuresOf, mayBeZero, runsOf, type Run } from '../model/tables/blanks.ts';
import { fillings } from './support/filling.ts';
import { briefRow, cellName, inQuotes, sentence, shortLabel } from '../model/naming.ts';
import { visible } from '../model/places.ts';
import { ofTable } from './support/tables.ts';

/** A placeholder or words stand where a number belongs; adjoining rows with the same ones are told of together. */
export const notANumber: Rule = {
  code: 'not-a-number',
  ignoresFigures: true,
  check(report) {
    let all: readonly Finding[] = [];
    for (const table of report.tables.values()) {
      const own = runsIn(table).map(({ words, run }) => ({ ...findingOf(table.form, words, run), fixes: () => fixesFor(report, table, run) }));
      all = own.length === 0 ? all : [...all, ...own];
    }
    return all;
  },
};

const runsIn = ofTable((table) => [...wordsIn(table)].flatMap((words) =>
  runsOf(table, ({ figures }) => columnsOf(figures, words)).map((run) => ({ words, run }))));

type Figures = BoundTable['figures'];

/** What stands in place of numbers. */
function wordsIn({ figures }: BoundTable): Set<string> {
  const words = new Set<string>();
  for (const figure of figures) {
    if (figure && isWords(figure)) {
      words.add(figure.text.trim());
    }
  }
  return words;
}

function columnsOf(figures: Figures, words: string): number[] {
  return figures.flatMap((figure, at) => (isWords(figure) && figure?.text.trim() === words ? [at] : []));
}

function isWords(figure: Figures[number]): boolean {
  return figure?.state === 'placeholder' || figure?.state === 'text';
}

function findingOf(form: FormTable, words: string, run: Run): Finding {
  const figures = figuresOf(run);
  const [only, ...others] = figures;
  const said = inQuotes(words.replace(/\s+/gu, ' '));
  return only && others.length === 0
    ? {
      code: notANumber.code,
      place: visible(only),
      message: sentence(l10n.t('{0} is "{1}", which is no number; write the figure, and 0 where there was nothing.', cellName(only.definition, form), said)),
      figure: only.definition.id,
    }
    : { code: notANumber.code, place: run.place, message: messageFor(said, run) };
}

function messageFor(words: string, { rows, columns }: Run): string {
  const first = rows[0]?.definition;
  const last = rows.at(-1)?.definition;
  if (!first || !last) {
    return '';
  }
  const names = columns.length === first.figures.length
    ? l10n.t('all columns')
    : columns.flatMap((at) => first.figures[at]?.column ?? []).map(shortLabel).join(l10n.t(', '));
  return first === last
    ? l10n.t('Row "{0}" has "{1}" under {2}, which is no number; write the figures, and 0 where there was nothing.', briefRow(first), words, names)
    : l10n.t('{0} rows from "{1}" to "{2}" have "{3}" under {4}, which is no number; write the figures, and 0 where there was nothing.', rows.length, briefRow(first), briefRow(last), words, names);
}

/** Signs that are no placeholder and are taken for a nought. */
const nought = /^[oOｏＯ〇○◯零]$/u;

function standsForNone(figure: Figure): boolean {
  return figure.state === 'placeholder' || (figure.state === 'text' && nought.test(figure.text.trim()));
}

function noneIn({ figures }: BoundTable): Figure[] {
  return figures.flatMap((figure) => (figure && standsForNone(figure) ? [figure] : []));
}

/** What stands for none is written as 0, where that is wanted; words may say anything. */
function fixesFor(report: Report, table: BoundTable, run: Run): Fix[] {
  const figures = figuresOf(run);
  return figures.every(standsForNone) ? fillings(report, table, figures, {
    lackingIn: noneIn,
    isSafe: mayBeZero(table, [...noneIn(table), ...blanksOf(table)]),
    titles: {
      own: (count) => (count === 1 ? l10n.t('Write 0 in its place') : l10n.t('Write 0 in these {0} places', count)),
      inTable: (count) => l10n.t('Write 0 for all {0} such signs of this table', count),
      inReport: (count) => l10n.t('Write 0 for all {0} such signs of this report', count),
    },
  }) : [];
}
