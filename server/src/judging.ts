import type { Neighbours } from './collection/index.ts';
import type { OpenDocument } from './document.ts';
import { evaluate } from './model/arithmetic/index.ts';
import { startOf, tableExtent } from './model/places.ts';
import type { BoundTable, FigureValues, Report } from './model/report.ts';
import { arithmeticCodes, dataOf, milder } from './rules/codes.ts';
import { comparingRules, rules, type RatedRule } from './rules/index.ts';
import type { Finding, RuleContext } from './rules/rule.ts';
import type { Settings } from './service-types.ts';
import { isSameOrgan } from './settings/organs.ts';
import type { Judged } from './trial.ts';
import { addAll } from './syntax/lists.ts';
import { Notes } from './syntax/notes.ts';

/** What rules are told of a document; the line end is that of the text when a fix is asked for. */
export function contextOf(document: OpenDocument, { organs }: Settings): RuleContext {
  return new DocumentContext(document, organs);
}

/** A class: a literal with a getter has a hidden class of its own each time, which is old at once and keeps the whole document with it. */
class DocumentContext implements RuleContext {
  readonly language: string;
  readonly isSameOrgan?: (one: string, other: string) => boolean;
  readonly #document: OpenDocument;

  constructor(document: OpenDocument, organs: Settings['organs']) {
    this.#document = document;
    this.language = document.languageId;
    if (organs) {
      this.isSameOrgan = (one, other) => isSameOrgan(organs, one, other);
    }
  }

  get lineEnd(): string {
    return this.#document.lineEnd;
  }
}

/** What was found in a report, and by whom. */
interface Known {
  readonly by: Judge;
  readonly judged: readonly Judged[];
}

const alone = new Notes<Report, Known>();
/** Beside the neighbours that reports had last. */
const besideNeighbours = new Notes<Report, Known & { readonly neighbours: Neighbours }>();
/** The rules that find nothing by other digits in a figure, and found nothing in what is written besides. */
const withoutFindings = new Notes<Report['wording'], { readonly by: Judge; readonly rules: Set<RatedRule> }>();

/** Asks the rules what is in reports: each report once, as long as the settings stay that rules are told of, and what it is compared with. */
export class Judge {
  /** What is found in a report, beside its neighbours where it has any. */
  judge(report: Report, context: RuleContext, neighbours?: Neighbours): readonly Judged[] {
    const own = this.#judgeAlone(report, context);
    if (!neighbours) {
      return own;
    }
    let known = besideNeighbours.get(report);
    if (known?.by !== this || known.neighbours !== neighbours) {
      known = { by: this, neighbours, judged: judgeBesides(report, own, neighbours, context) };
      besideNeighbours.set(report, known);
    }
    return known.judged;
  }

  #judgeAlone(report: Report, context: RuleContext): readonly Judged[] {
    let known = alone.get(report);
    if (known?.by !== this) {
      known = { by: this, judged: this.#askRules(report, context) };
      alone.set(report, known);
    }
    return known.judged;
  }

  /** Of a report before the first form, or one that is only begun, just that is said. */
  #askRules(report: Report, context: RuleContext): readonly Judged[] {
    const judged: Judged[] = [];
    const known = withoutFindings.get(report.wording);
    const unmoved = known?.by === this ? known.rules : new Set<RatedRule>();
    withoutFindings.set(report.wording, { by: this, rules: unmoved });
    for (const rule of rules) {
      const findings = unmoved.has(rule) ? [] : rule.check(report, context);
      addAll(judged, findings.map((finding) => rated(rule, finding, report)));
      if (findings.length === 0 && (typeof rule.ignoresFigures === 'function' ? rule.ignoresFigures(report) : rule.ignoresFigures)) {
        unmoved.add(rule);
      }
      if (rule.endsChecking?.(report)) {
        break;
      }
    }
    return inOrder(judged);
  }
}

function rated(rule: RatedRule, finding: Finding, report: Report): Judged {
  const severity = finding.severity ?? rule.severity;
  const isEncouraged = report.year !== undefined && (report.form?.data.encouragedIn.includes(report.year) ?? false);
  return { finding, severity: isEncouraged && rule.aboutForm ? milder[severity] : severity };
}

function inOrder(judged: Judged[]): readonly Judged[] {
  return judged.sort((one, other) => startOf(one.finding.place) - startOf(other.finding.place));
}

/**
 * What a report shows by itself with what it shows beside its neighbours: one mistake once. A figure that carries a finding of
 * its sums is not compared again; but where what other reports say makes all sums of a table hold, it is told in their place.
 */
function judgeBesides(report: Report, own: readonly Judged[], neighbours: Neighbours, context: RuleContext): readonly Judged[] {
  const compared = comparingRules.flatMap((rule) =>
    rule.check(report, { ...context, neighbours }).map((finding) => rated(rule, finding, report)));
  if (compared.length === 0) {
    return own;
  }
  const sums = own.filter(({ finding }) => arithmeticCodes.has(finding.code));
  const blamed = new Set(sums.flatMap(({ finding: { figure } }) => figure ?? []));
  const rest = compared.filter(({ finding: { figure } }) => figure === undefined || !blamed.has(figure));
  const healed = [...report.tables.values()].filter((table) => sums.some(({ finding }) => isIn(finding, table)) && isHealed(table, rest));
  const explained = new Set(sums.filter(({ finding }) => healed.some((table) => isIn(finding, table))));
  return inOrder([
    ...own.filter((one) => !explained.has(one)),
    // As grave as what it stands for.
    ...rest.map((one) => (healed.some((table) => one.finding.evidence !== undefined && isIn(one.finding, table)) ? { ...one, severity: dataOf('suspect-figure').severity } : one)),
  ]);
}

function isIn({ place }: Finding, table: BoundTable): boolean {
  const [start, end] = tableExtent(table);
  return start <= startOf(place) && startOf(place) < end;
}

/** Whether the table's sums hold with what other reports say. */
function isHealed({ form, values }: BoundTable, rest: readonly Judged[]): boolean {
  const evidence: FigureValues = Object.assign({}, ...rest.map(({ finding }) => finding.evidence ?? {})) as FigureValues;
  const changed = [...values];
  let changes = 0;
  for (const [id, value] of Object.entries(evidence)) {
    const figure = form.figureById.get(id);
    if (figure) {
      changed[figure.index] = value;
      changes += 1;
    }
  }
  return changes > 0 && !evaluate(form.system, changed).includes('broken');
}
