import * as l10n from '@vscode/l10n';
import type { FormTable, Identity } from '../../forms/table.ts';
import type { ArithmeticFinding, ArithmeticFix } from '../../model/arithmetic/index.ts';
import type { BoundTable } from '../../model/report.ts';
import type { Finding, Fix, Related, Rule, ToldIdentity } from '../rule.ts';
import { replaceText } from './edits.ts';
import { memoised } from './memo.ts';
import { figureName, identityName } from './names.ts';
import { placeOfFigure } from './places.ts';

/** A rule that shows the findings of one code among those that the analysis of a table gives. */
export function arithmeticRule(code: string): Rule {
  return {
    code,
    severity: 'error',
    aboutForm: false,
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
  const definition = table.form.figures[finding.figure];
  return {
    code: finding.code,
    place: placeOfFigure(table, finding.figure),
    message: messageFor(table, finding),
    ...(definition === undefined ? {} : { figure: definition.id }),
    related: () => finding.broken.flatMap((index) => relatedTo(table, index, finding.figure)),
    fixes: () => finding.fixes.flatMap((fix) => fixOf(table, fix)),
  };
}

function messageFor(table: BoundTable, { figure, open, broken, expected }: ArithmeticFinding): string {
  const definition = table.form.figures[figure];
  const name = definition === undefined ? '' : figureName(definition);
  const value = String(table.values[figure] ?? '');
  const isTotal = table.form.system.isTotal[figure] === true;
  const identities = broken.flatMap((index) => table.form.system.identities[index] ?? []);
  const own = identities.filter(({ left, right, defines }) => (open ? [...left, ...right].includes(figure) : isTotal && defines === figure));
  const formulas = (own.length > 0 ? own : identities).map((identity) => formulaOf(table, identity)).join(l10n.t('; '));
  if (open) {
    return l10n.t('"{0}" is {1}, and the figures do not agree: {2}. Which of them is wrong cannot be told.', name, value, formulas);
  }
  if (expected === undefined) {
    return l10n.t('"{0}" cannot be {1}: {2}.', name, value, formulas);
  }
  return isTotal
    ? l10n.t('"{0}" is {1}, but its parts make {2}: {3}.', name, value, expected, formulas)
    : l10n.t('"{0}" is {1}; with {2} everything would agree: {3}.', name, value, expected, formulas);
}

const mostTerms = 2;

/** An identity in figures: `3 + 0 ≠ 0 + 0`; of a long sum only what is not 0, `?` for what is not known. */
export function formulaOf(table: BoundTable, { left, right }: Identity, sign = '≠'): string {
  return `${sideOf(table, left)} ${sign} ${sideOf(table, right)}`;
}

function sideOf({ values }: BoundTable, side: readonly number[]): string {
  const shown = side.length <= mostTerms ? side : side.filter((figure) => values[figure] !== 0);
  const isShortened = shown.some((figure) => (values[figure] ?? null) === null) && shown.length > mostTerms;
  const terms = (isShortened ? shown.filter((figure) => (values[figure] ?? null) !== null) : shown).map((figure) => String(values[figure] ?? '?'));
  return [...terms, ...(isShortened ? ['?'] : [])].join(' + ') || '0';
}

/** The identity at the figure that it is about, then its other operands that are not 0, each at its cell. */
function relatedTo(table: BoundTable, index: number, figure: number): Related[] {
  const identity = table.form.system.identities[index];
  if (!identity) {
    return [];
  }
  const members = [...identity.left, ...identity.right];
  const at = members.includes(figure) ? figure : identity.anchor;
  const operands = members.filter((member) => member !== at && (table.values[member] ?? 0) !== 0);
  return [
    { place: placeOfFigure(table, at), message: l10n.t('{0}: {1}', identityName(table.form, identity), formulaOf(table, identity)) },
    ...operands.flatMap((member) => {
      const definition = table.form.figures[member];
      return definition === undefined ? [] : [{
        place: placeOfFigure(table, member),
        message: l10n.t('{0} = {1}', figureName(definition), table.values[member] ?? ''),
      }];
    }),
  ];
}

function fixOf(table: BoundTable, fix: ArithmeticFix): Fix[] {
  const edits = fix.changes.flatMap(({ figure, value }) => {
    const place = table.figures[figure]?.place;
    return place === undefined ? [] : [replaceText(place, String(value))];
  });
  if (edits.length < fix.changes.length) {
    return [];
  }
  const sets = Object.fromEntries(fix.changes.flatMap(({ figure, value }) => {
    const id = table.form.figures[figure]?.id;
    return id === undefined ? [] : [[id, value]];
  }));
  const breaks = fix.breaks.flatMap((index) => toldAs(table.form, index) ?? []);
  return [{ title: titleOf(table, fix), isPreferred: fix.preferred, isSafe: fix.preferred, edits: edits.flat(), sets, breaks }];
}

/** The code of an identity and the figure that it is told at. */
export function toldAs({ system, figures }: FormTable, index: number): ToldIdentity | undefined {
  const identity = system.identities[index];
  const figure = identity && figures[identity.anchor];
  return figure && { code: identity.code, figure: figure.id };
}

function titleOf(table: BoundTable, { changes, preferred, repairs, breaks }: ArithmeticFix): string {
  const set = changes.map(({ figure, value }) => {
    const definition = table.form.figures[figure];
    return l10n.t('"{0}" to {1}', definition === undefined ? '' : figureName(definition), value);
  });
  const action = l10n.t('Change {0}', set.join(l10n.t(', ')));
  if (preferred || (repairs.length === 0 && breaks.length === 0)) {
    return action;
  }
  return breaks.length === 0
    ? l10n.t('{0} (repairs {1})', action, namesOf(table, repairs))
    : l10n.t('{0} (repairs {1}; breaks {2})', action, repairs.length === 0 ? l10n.t('nothing') : namesOf(table, repairs), namesOf(table, breaks));
}

function namesOf(table: BoundTable, identities: readonly number[]): string {
  return identities.flatMap((index) => table.form.system.identities[index] ?? []).map((identity) => identityName(table.form, identity)).join(l10n.t(', '));
}
