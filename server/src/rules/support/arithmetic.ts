import * as l10n from '@vscode/l10n';
import { lineOf, slipOf, type Act, type ArithmeticFinding, type ArithmeticFix } from '../../model/arithmetic/index.ts';
import type { Identity } from '../../forms/table.ts';
import type { BoundTable } from '../../model/report.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import type { Code } from '../codes.ts';
import { actMessage } from './act-messages.ts';
import { titleOf } from './arithmetic-titles.ts';
import { fillBlank } from '../../model/writing/blanks.ts';
import { replaceText } from '../../model/writing/edits.ts';
import { reportedAs } from '../../model/arithmetic/reporting.ts';
import { differenceOf, identityMessage, partsMessage, partsSum } from './identity-messages.ts';
import { memoised } from '../../model/memo.ts';
import { cellName, sentence } from '../../model/naming.ts';
import { placeOfFigure, placeOfLine } from '../../model/places.ts';
import { relatedIdentities, relatedTerms } from './related.ts';

/** A rule that shows the findings of one code among those that the analysis of a table gives. */
export function arithmeticRule(code: Code): Rule {
  return {
    code,
    check({ tables }) {
      let all: readonly Finding[] = [];
      for (const table of tables.values()) {
        const own = findingsIn(table).get(code);
        all = own === undefined ? all : [...all, ...own];
      }
      return all;
    },
  };
}

const none: ReadonlyMap<string, readonly Finding[]> = new Map();

/** The findings of a table's analysis by code. */
const findingsIn = memoised((table: BoundTable): ReadonlyMap<string, readonly Finding[]> => {
  if (table.analysis.findings.length === 0) {
    return none;
  }
  const byCode = new Map<string, Finding[]>();
  for (const finding of table.analysis.findings) {
    byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), findingOf(table, finding)]);
  }
  return byCode;
});

function findingOf(table: BoundTable, finding: ArithmeticFinding): Finding {
  const line = lineOf(finding);
  const definition = line === undefined ? table.form.figures[finding.figure] : undefined;
  return {
    code: finding.code,
    place: line === undefined ? placeOfFigure(table, finding.figure) : placeOfLine(table, line),
    message: sentence(actMessage(table, finding) ?? `${messageFor(table, finding)}${slipMessage(table, finding)}`),
    ...(definition === undefined ? {} : { figure: definition.id }),
    ...(finding.act === undefined ? {} : { subject: subjectOf(table, finding.act) }),
    related: () => (line === undefined && finding.elsewhere === undefined
      ? relatedTerms(table, finding.broken, finding.figure)
      : relatedIdentities(table, finding.broken, finding.figure, line?.figures)),
    fixes: () => finding.fixes.flatMap((fix) => fixOf(table, fix)),
  };
}

/** What was done to which rows and columns; which identities of theirs are broken depends on what else is wrong. */
function subjectOf({ form }: BoundTable, { kind, lines, cells }: Act): string {
  const touched = lines.length > 0 ? lines.map(({ each, at }) => `${each} ${at}`) : cells.map(({ figure }) => String(figure));
  return [form.id, kind, ...touched].join(' ');
}

/** How the number may have come about, where its digits show it. */
function slipMessage({ values }: BoundTable, { figure, expected }: ArithmeticFinding): string {
  const written = values[figure] ?? null;
  switch (written === null || expected === undefined ? undefined : slipOf(written, expected)) {
    case 'dropped':
      return l10n.t(' A digit was probably left out.');
    case 'doubled':
      return l10n.t(' A digit was probably typed twice.');
    case 'transposed':
      return l10n.t(' Two digits were probably exchanged.');
    default:
      return '';
  }
}

function messageFor(table: BoundTable, finding: ArithmeticFinding): string {
  const { figure, open, broken, elsewhere, expected } = finding;
  const { system, figures } = table.form;
  const identities = broken.flatMap((index) => system.identities[index] ?? []);
  if (open) {
    const proofs = `${proofsOf(table, identities, figure)}${elsewhere === undefined ? '' : elsewhereMessage(table, elsewhere)}`;
    return l10n.t('{0}. Which figure is wrong cannot be told; please check.', proofs);
  }
  const definition = figures[figure];
  const name = definition === undefined ? '' : cellName(definition, table.form);
  const value = table.values[figure] ?? '';
  if (expected === undefined) {
    return l10n.t('{0} is {1}, which cannot be: {2}.', name, value, proofsOf(table, identities, figure));
  }
  const sum = identities.find(({ defines }) => defines === figure);
  if (sum === undefined) {
    if (system.isTotal[figure] === true) {
      return l10n.t('{0} is {1} and should be {2}: {3}.', name, value, expected, proofsOf(table, identities, figure));
    }
    return table.analysis.findings.length === 1
      ? l10n.t('{0} is {1}, which is probably wrong: with {2} all identities of the table hold.', name, value, expected)
      : l10n.t('{0} is {1}, which is probably wrong: it should be {2} once what else is found in the table is corrected.', name, value, expected);
  }
  const parts = partsMessage(table, sum, figure);
  if ((partsSum(table, sum, figure) ?? expected) !== expected) {
    return l10n.t('{0} is {1}, {2}; once what else is found in the table is corrected it should be {3}.', name, value, parts, expected);
  }
  return system.memberships[figure]?.length === 1
    ? l10n.t('{0} is {1}, {2}; the total or one of its parts is wrong.', name, value, parts)
    : l10n.t('{0} is {1}, {2}.', name, value, parts);
}

/** The identities that the figure breaks; all of them where it takes part in none. */
function proofsOf(table: BoundTable, identities: readonly Identity[], figure: number): string {
  const own = identities.filter(({ left, right }) => left.includes(figure) || right.includes(figure));
  return (own.length > 0 ? own : identities).map((identity) => identityMessage(table, identity)).join(l10n.t('; '));
}

/** So many differences of identities at other figures are told. */
const mostDifferences = 6;

/** How many identities of the same kind do not hold either, and by how much. */
function elsewhereMessage(table: BoundTable, elsewhere: readonly number[]): string {
  const differences = elsewhere.slice(0, mostDifferences).flatMap((index) => table.form.system.identities[index] ?? []);
  const list = differences.map((identity) => differenceOf(table, identity)).join(l10n.t(', '));
  return l10n.t('; {0} more do not hold either, by {1}', elsewhere.length, elsewhere.length > mostDifferences ? l10n.t('{0} and so on', list) : list);
}

function fixOf(table: BoundTable, fix: ArithmeticFix): Fix[] {
  const edits = fix.changes.flatMap(({ figure, value }) => {
    const found = table.figures[figure];
    if (found === undefined) {
      return [];
    }
    return [found.state === 'blank' ? fillBlank(table, found, String(value)) : replaceText(found.place, String(value))];
  });
  if (edits.length < fix.changes.length) {
    return [];
  }
  const sets = Object.fromEntries(fix.changes.flatMap(({ figure, value }) => {
    const id = table.form.figures[figure]?.id;
    return id === undefined ? [] : [[id, value]];
  }));
  const breaks = fix.breaks.flatMap((index) => reportedAs(table.form, index) ?? []);
  return [{ title: titleOf(table, fix), isPreferred: fix.preferred, isSafe: fix.preferred, edits: edits.flat(), sets, breaks }];
}
