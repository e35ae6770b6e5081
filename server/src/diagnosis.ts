import { endOf, startOf, type OpenDocument } from './document.ts';
import type { Report } from './model/report.ts';
import { rules } from './rules/index.ts';
import type { Finding, Rule, Severity } from './rules/rule.ts';
import type { Diagnostic, QuickFix, Range, RelatedInformation, Settings } from './service-types.ts';

const milder: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'information', information: 'hint', hint: 'hint' };

/** A finding with its rule, before the settings are known. */
export interface Judged {
  readonly finding: Finding;
  readonly severity: Severity;
}

/** What is wrong in a document; found again only for the reports that changed. */
export class Diagnosis {
  readonly document: OpenDocument;
  #settings: Settings;
  #judged = new WeakMap<Report, readonly Judged[]>();
  #diagnostics: { readonly version: number; readonly reports: readonly Report[]; readonly list: readonly Diagnostic[] } | undefined;

  constructor(document: OpenDocument, settings: Settings) {
    this.document = document;
    this.#settings = settings;
  }

  get settings(): Settings {
    return this.#settings;
  }

  configure(settings: Settings): void {
    this.#settings = settings;
    this.#diagnostics = undefined;
  }

  get diagnostics(): readonly Diagnostic[] {
    const { reports, version } = this.document;
    if (this.#diagnostics?.reports !== reports || this.#diagnostics.version !== version) {
      this.#diagnostics = { version, reports, list: this.#diagnose(reports) };
    }
    return this.#diagnostics.list;
  }

  judged(report: Report): readonly Judged[] {
    let judged = this.#judged.get(report);
    if (!judged) {
      judged = judge(report, this.document.lineEnd);
      this.#judged.set(report, judged);
    }
    return judged;
  }

  #diagnose(reports: readonly Report[]): Diagnostic[] {
    return reports.flatMap((report, index) =>
      this.judged(report).flatMap(({ finding, severity }) => {
        const set = this.#settings.severity[finding.code] ?? severity;
        return set === 'off' ? [] : [new PlacedDiagnostic(this.document, finding, set, index)];
      }),
    );
  }
}

/** Runs the rules over a report; of a year that no form is for, only that is said. */
function judge(report: Report, lineEnd: string): Judged[] {
  const judged: Judged[] = [];
  const encouraged = report.year !== undefined && (report.form?.data.encouragedIn.includes(report.year) ?? false);
  for (const rule of rules) {
    for (const finding of rule.check(report, { lineEnd })) {
      judged.push({ finding, severity: severityOf(rule, finding, encouraged) });
    }
    if (rule.endsChecking && judged.length > 0) {
      break;
    }
  }
  return judged.sort((one, other) => startOf(one.finding.place) - startOf(other.finding.place));
}

function severityOf(rule: Rule, finding: Finding, encouraged: boolean): Severity {
  const severity = finding.severity ?? rule.severity;
  return encouraged && rule.aboutForm ? milder[severity] : severity;
}

/** A finding at its place in the document's present version. */
class PlacedDiagnostic implements Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly report: number;
  readonly figure?: string;
  readonly #document: OpenDocument;
  readonly #version: number;
  readonly #finding: Finding;
  #related: readonly RelatedInformation[] | undefined;
  #fixes: readonly QuickFix[] | undefined;

  constructor(document: OpenDocument, finding: Finding, severity: Severity, report: number) {
    this.#document = document;
    this.#version = document.version;
    this.#finding = finding;
    this.code = finding.code;
    this.severity = severity;
    this.message = finding.message;
    this.range = document.rangeBetween(startOf(finding.place), endOf(finding.place));
    this.report = report;
    if (finding.figure !== undefined) {
      this.figure = finding.figure;
    }
  }

  get related(): readonly RelatedInformation[] {
    if (this.#version !== this.#document.version) {
      return this.#related ?? [];
    }
    return (this.#related ??= (this.#finding.related?.() ?? []).map(({ place, message }) => ({ range: this.#document.rangeOf(place), message })));
  }

  get fixes(): readonly QuickFix[] {
    if (this.#version !== this.#document.version) {
      return this.#fixes ?? [];
    }
    return (this.#fixes ??= (this.#finding.fixes?.() ?? []).map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ place, newText }) => ({ range: this.#document.rangeOf(place), newText })),
    })));
  }
}
