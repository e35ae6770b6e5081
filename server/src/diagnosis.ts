import { keepSame, type Neighbours } from './collection/index.ts';
import { type OpenDocument, type Replacement } from './document.ts';
import { contextOf, Judge } from './judging.ts';
import { TriedFixes } from './tried-fixes.ts';
import type { Place, Report } from './model/report.ts';
import { dataOf, knownCodes, type Severity } from './rules/codes.ts';
import type { Finding, RuleContext } from './rules/rule.ts';
import type { Diagnostic, QuickFix, Range, RelatedInformation, Settings, TextEdit } from './service-types.ts';
import { applyIgnore } from './settings/ignore.ts';
import { findDirectives, suppress, type Directive, type DirectiveGroup, type SuppressionFinding } from './suppression/index.ts';
import { memoised } from './model/memo.ts';
import type { Chunk } from './syntax/tree.ts';
import { outcomeOf, type Judged, type Outcome } from './trial.ts';
import { comparePositions } from './syntax/positions.ts';
import { Notes } from './syntax/notes.ts';

/** What is wrong in a document; found again only for the reports that changed. */
export class Diagnosis {
  readonly document: OpenDocument;
  #settings: Settings;
  /** What was found in reports. */
  #judge: Judge;
  #context: RuleContext;
  #neighbours: readonly Neighbours[];
  #triedFixes: TriedFixes;
  #diagnostics: { readonly version: number; readonly reports: readonly Report[]; readonly list: readonly Diagnostic[] } | undefined;

  /** `judge` knows what was found in reports already, `neighbours` what each report of the document is compared with. */
  constructor(document: OpenDocument, settings: Settings, judge = new Judge(), neighbours: readonly Neighbours[] = []) {
    this.document = document;
    this.#judge = judge;
    this.#settings = settings;
    this.#context = contextOf(document, settings);
    this.#neighbours = neighbours;
    this.#triedFixes = this.#newTrials();
  }

  get neighbours(): readonly Neighbours[] {
    return this.#neighbours;
  }

  /** Sets what each report of the document is compared with, in the order of the reports; whether that is something else than before. */
  surround(neighbours: readonly Neighbours[]): boolean {
    const kept = keepSame(this.#neighbours, neighbours);
    if (kept === this.#neighbours) {
      return false;
    }
    this.#neighbours = kept;
    this.#forget();
    return true;
  }

  #forget(): void {
    this.#triedFixes = this.#newTrials();
    this.#diagnostics = undefined;
  }

  #newTrials(): TriedFixes {
    return new TriedFixes(this.document, (report, index) => this.judged(report, index));
  }

  get settings(): Settings {
    return this.#settings;
  }

  configure(settings: Settings): void {
    if (settings.organs !== this.#settings.organs) {
      this.#judge = new Judge();
      this.#context = contextOf(this.document, settings);
      this.#forget();
    }
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

  /** What is found in a report; `index` is its place among those of the document. */
  judged(report: Report, index: number): readonly Judged[] {
    return this.#judge.judge(report, this.#context, this.#neighbours[index]);
  }

  /** The finding that a diagnostic shows; none for one about a suppression. */
  findingOf(diagnostic: Diagnostic): Finding | undefined {
    return diagnostic instanceof PlacedDiagnostic ? diagnostic.finding : undefined;
  }

  /** What edits would do to the reports and to what is found in them, before the settings are asked. */
  outcomeOf(edits: readonly TextEdit[]): Outcome {
    return outcomeOf(this.document, this.partsOf(edits), (report, index) => this.judged(report, index));
  }

  /** Looks at what would be found in the text as edits would leave it; see `OpenDocument.whileChanged`. */
  whileEdited<Result>(edits: readonly TextEdit[], look: (after: Diagnosis) => Result): Result {
    return this.document.whileChanged(this.partsOf(edits), (changed) => look(new Diagnosis(changed, this.#settings, this.#judge, this.#neighbours)));
  }

  partsOf(edits: readonly TextEdit[]): Replacement[] {
    return edits.map(({ range, newText }) => ({ start: this.document.offsetAt(range.start), end: this.document.offsetAt(range.end), newText }));
  }

  #diagnose(reports: readonly Report[]): readonly Diagnostic[] {
    if (reports.length === 0) {
      return [];
    }
    const found = reports.flatMap((report, index) => this.#placeAll(report, index));
    const suppressed = this.#suppress(found);
    const { kept } = applyIgnore(suppressed, this.#settings.ignore, (range) => this.document.textAt(range));
    const { severity } = this.#settings;
    return kept.flatMap((diagnostic) => diagnostic.withSeverity(severity[diagnostic.code]) ?? []);
  }

  /** The findings of a report at their places; the same objects while neither it nor its place changes. */
  #placeAll(report: Report, index: number): readonly PlacedDiagnostic[] {
    const known = placements.get(report);
    const { lineEnd } = this.document;
    const judged = this.judged(report, index);
    const isKnown = known?.by === this && known.judged === judged && known.index === index && known.lineEnd === lineEnd;
    if (isKnown && report.chunks.every((chunk, at) => isAt(chunk, known.spots[at]))) {
      known.state.version = this.document.version;
      return known.list;
    }
    const state = this.#stateNow();
    const list = judged.map((one) => new PlacedDiagnostic(state, one, index));
    const spots = report.chunks.map(({ offset, line, column }) => ({ offset, line, column }));
    placements.set(report, { by: this, judged, index, lineEnd, spots, state, list });
    return list;
  }

  /** The last pass: what comments suppress is left out, and what suppresses nothing is pointed out. */
  #suppress(found: readonly PlacedDiagnostic[]): readonly PlacedDiagnostic[] {
    const groups: DirectiveGroup[] = [];
    for (const chunk of this.document.syntax.chunks) {
      const directives = directivesOf(chunk);
      if (directives.length > 0) {
        groups.push({ directives, positionAt: (at) => this.document.positionAt(chunk.offset + at) });
      }
    }
    if (groups.length === 0) {
      return found;
    }
    const { kept, extra } = suppress(found, groups, knownCodes);
    return [...kept, ...extra.map((finding) => this.#placed(finding))].sort((one, other) => comparePositions(one.range.start, other.range.start));
  }

  #stateNow(): PlacedState {
    return { document: this.document, version: this.document.version, triedFixes: this.#triedFixes };
  }

  #placed({ code, message, range }: SuppressionFinding): PlacedDiagnostic {
    const start = this.document.offsetAt(range.start);
    const chunk = this.document.syntax.chunks.findLast((one) => one.offset <= start) as Chunk;
    const end = this.document.offsetAt(range.end);
    const finding = { code, message, place: { chunk, start: start - chunk.offset, end: end - chunk.offset } };
    const report = this.document.reports.findLastIndex((one) => (one.chunks[0]?.offset ?? 0) <= start);
    const state = this.#stateNow();
    return new PlacedDiagnostic(state, { finding, severity: dataOf(code).severity }, Math.max(0, report));
  }
}

type Spot = Pick<Chunk, 'offset' | 'line' | 'column'>;

/** Where the findings of a report were placed. */
interface Placement {
  readonly by: Diagnosis;
  readonly judged: readonly Judged[];
  readonly index: number;
  /** The line end of the text, which fixes write. */
  readonly lineEnd: string;
  /** Where its chunks stood. */
  readonly spots: readonly Spot[];
  readonly state: PlacedState;
  readonly list: readonly PlacedDiagnostic[];
}

const placements = new Notes<Report, Placement>();

/** The last version of a document in which findings stood where they say. */
interface PlacedState {
  readonly document: OpenDocument;
  version: number;
  readonly triedFixes: TriedFixes;
}

function isAt(chunk: Chunk, spot: Spot | undefined): boolean {
  return spot !== undefined && chunk.offset === spot.offset && chunk.line === spot.line && chunk.column === spot.column;
}

const directivesOf = memoised(({ text }: Chunk): readonly Directive[] => findDirectives(text));

/** A finding at its place in the document. */
class PlacedDiagnostic implements Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly report: number;
  readonly figure?: string;
  readonly #state: PlacedState;
  readonly finding: Finding;
  #related: readonly RelatedInformation[] | undefined;
  #fixes: readonly QuickFix[] | undefined;

  constructor(state: PlacedState, { finding, severity }: Judged, report: number) {
    this.#state = state;
    this.finding = finding;
    this.code = finding.code;
    this.severity = severity;
    this.message = finding.message;
    this.range = state.document.rangeOf(finding.place);
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
    return set === 'off' ? undefined : new PlacedDiagnostic(this.#state, { finding: this.finding, severity: set }, this.report);
  }

  get related(): readonly RelatedInformation[] {
    if (!this.#isPresent) {
      return this.#related ?? [];
    }
    return (this.#related ??= (this.finding.related?.() ?? []).map((related) =>
      ('uri' in related ? related : { range: this.#rangeOf(related.place), message: related.message })));
  }

  get fixes(): readonly QuickFix[] {
    if (!this.#isPresent) {
      return this.#fixes ?? [];
    }
    return (this.#fixes ??= this.#state.triedFixes.fixesOf(this.finding, this.report).map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ place, newText }) => ({ range: this.#rangeOf(place), newText })),
    })));
  }

  /** Of a text that has changed since, places can no longer be told. */
  get #isPresent(): boolean {
    return this.#state.version === this.#state.document.version;
  }

  #rangeOf(place: Place): Range {
    return this.#state.document.rangeOf(place);
  }
}
