import { startOf, type OpenDocument } from './document.ts';
import type { Report } from './model/report.ts';
import { knownCodes } from './rules/codes.ts';
import { rules } from './rules/index.ts';
import type { Finding, Rule, Severity } from './rules/rule.ts';
import type { Diagnostic, QuickFix, Range, RelatedInformation, Settings } from './service-types.ts';
import { applyIgnore } from './settings/ignore.ts';
import { findDirectives, silence, type Directive, type SilenceFinding } from './silence/index.ts';
import type { Chunk } from './syntax/tree.ts';

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

  #diagnose(reports: readonly Report[]): readonly Diagnostic[] {
    const found = reports.flatMap((report, index) =>
      this.judged(report).map((judged) => new PlacedDiagnostic(this.document, judged, index)),
    );
    const silenced = this.#silence(found);
    const { kept } = applyIgnore(silenced, this.#settings.ignore, (range) => this.document.textAt(range));
    const { severity } = this.#settings;
    return kept.flatMap((diagnostic) => diagnostic.withSeverity(severity[diagnostic.code]) ?? []);
  }

  /** The last pass: what comments silence is left out, and what silences nothing is pointed out. */
  #silence(found: readonly PlacedDiagnostic[]): readonly PlacedDiagnostic[] {
    const groups = this.document.syntax.chunks.flatMap((chunk) => {
      const directives = directivesOf(chunk);
      return directives.length === 0 ? [] : [{ directives, positionAt: (at: number) => this.document.positionAt(chunk.offset + at) }];
    });
    if (groups.length === 0) {
      return found;
    }
    const { kept, extra } = silence(found, groups, knownCodes);
    return [...kept, ...extra.map((finding) => this.#placed(finding))].sort(byStart);
  }

  #placed({ code, message, range }: SilenceFinding): PlacedDiagnostic {
    const start = this.document.offsetAt(range.start);
    const chunk = this.document.syntax.chunks.findLast((one) => one.offset <= start) as Chunk;
    const end = this.document.offsetAt(range.end);
    const finding = { code, message, place: { chunk, start: start - chunk.offset, end: end - chunk.offset } };
    const report = this.document.reports.findLastIndex((one) => (one.chunks[0]?.offset ?? 0) <= start);
    return new PlacedDiagnostic(this.document, { finding, severity: 'hint' }, Math.max(0, report));
  }
}

function byStart({ range: { start: one } }: Diagnostic, { range: { start: other } }: Diagnostic): number {
  return one.line - other.line || one.character - other.character;
}

const directives = new WeakMap<Chunk, readonly Directive[]>();

function directivesOf(chunk: Chunk): readonly Directive[] {
  let found = directives.get(chunk);
  if (!found) {
    found = findDirectives(chunk.text);
    directives.set(chunk, found);
  }
  return found;
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

  constructor(document: OpenDocument, { finding, severity }: Judged, report: number) {
    this.#document = document;
    this.#version = document.version;
    this.#finding = finding;
    this.code = finding.code;
    this.severity = severity;
    this.message = finding.message;
    this.range = document.rangeOf(finding.place);
    this.report = report;
    if (finding.figure !== undefined) {
      this.figure = finding.figure;
    }
  }

  /** The same finding as the user wants it: undefined where it is switched off. */
  withSeverity(set: Severity | 'off' | undefined): PlacedDiagnostic | undefined {
    if (set === undefined || set === this.severity) {
      return this;
    }
    return set === 'off' ? undefined : new PlacedDiagnostic(this.#document, { finding: this.#finding, severity: set }, this.report);
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
