import { type OpenDocument, type Replacement } from './document.ts';
import type { Place, Report } from './model/report.ts';
import { arithmeticCodes } from './rules/codes.ts';
import type { Finding, Fix } from './rules/rule.ts';
import type { Table } from './syntax/tree.ts';
import { isSound, outcomeOf, type Judged, type Outcome } from './trial.ts';
import type { Edit } from './model/writing/edits.ts';
import { endOf, startOf } from './model/places.ts';

/** A fix of a finding of one of the reports. */
interface Candidate {
  readonly report: number;
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Who asks for the fixes of more findings of a code than so many probably wants those of all. */
const mostSingles = 1;

/** The fixes of findings, each tried before it is offered: those that would not do what they say, and nothing else, are left out. */
export class TriedFixes {
  readonly #document: OpenDocument;
  readonly #judge: (report: Report, index: number) => readonly Judged[];
  #memory = new Memory(undefined);

  constructor(document: OpenDocument, judge: (report: Report, index: number) => readonly Judged[]) {
    this.#document = document;
    this.#judge = judge;
  }

  fixesOf(finding: Finding, report: number): readonly Fix[] {
    if (this.#memory.version !== this.#document.version) {
      this.#memory = new Memory(this.#document.version);
    }
    const { offered } = this.#memory;
    let fixes = offered.get(finding);
    if (!fixes) {
      if (this.#memory.count(`${report} ${finding.code}`) === mostSingles + 1 && !arithmeticCodes.has(finding.code)) {
        this.#tryAlike(finding.code, report);
      }
      fixes = this.#memory.fixesOf(finding).filter((fix) => this.#memory.sound.has(fix) || this.#areSound([{ report, finding, fix }]));
      offered.set(finding, fixes);
    }
    return fixes;
  }

  /** Tries the first fixes of all findings of a code at once, where none can depend on another; a figure depends on its sums. */
  #tryAlike(code: string, report: number): void {
    const findings = this.#judge(this.#document.reports[report] as Report, report).map(({ finding }) => finding);
    const sums = findings.filter((finding) => arithmeticCodes.has(finding.code)).map(({ place }) => place);
    const candidates = findings.filter((finding) => finding.code === code && !this.#memory.offered.has(finding)).flatMap((finding) =>
      this.#memory.fixesOf(finding).slice(0, 1).filter((fix) => standsAlone(fix, sums)).map((fix) => ({ report, finding, fix })));
    this.#soundAmong(candidates).forEach(({ fix }) => this.#memory.sound.add(fix));
  }

  /** All of them where they are sound together; else those among each half. */
  #soundAmong(candidates: readonly Candidate[]): readonly Candidate[] {
    if (candidates.length < 2 || this.#areSound(candidates)) {
      return candidates.length < 2 ? [] : candidates;
    }
    const half = candidates.length >> 1;
    return [...this.#soundAmong(candidates.slice(0, half)), ...this.#soundAmong(candidates.slice(half))];
  }

  #areSound(candidates: readonly Candidate[]): boolean {
    const claims = candidates.map(({ report, finding, fix: { sets, breaks, reveals } }) => ({ report, ends: [finding], sets, breaks, reveals }));
    return isSound(this.#document.reports, this.#outcomeOf(candidates.flatMap(({ fix }) => partsOf(fix))), claims);
  }

  /** Of many edits it is remembered: those that fill a whole table belong to many findings. */
  #outcomeOf(parts: readonly Replacement[]): Outcome {
    const { outcomes } = this.#memory;
    const key = parts.length > 1 ? parts.map(({ start, end, newText }) => `${start} ${end} ${newText}`).join('\n') : undefined;
    if (key !== undefined && outcomes.has(key)) {
      return outcomes.get(key);
    }
    const outcome = outcomeOf(this.#document, parts, this.#judge);
    if (key !== undefined) {
      outcomes.set(key, outcome);
    }
    return outcome;
  }
}

/** What is known of the fixes for one version of a document. */
class Memory {
  readonly version: number | undefined;
  readonly offered = new Map<Finding, readonly Fix[]>();
  readonly sound = new Set<Fix>();
  readonly outcomes = new Map<string, Outcome>();
  readonly #fixes = new Map<Finding, readonly Fix[]>();
  readonly #asked = new Map<string, number>();

  constructor(version: number | undefined) {
    this.version = version;
  }

  /** All that a rule has to offer. */
  fixesOf(finding: Finding): readonly Fix[] {
    let fixes = this.#fixes.get(finding);
    if (!fixes) {
      fixes = finding.fixes?.() ?? [];
      this.#fixes.set(finding, fixes);
    }
    return fixes;
  }

  count(kind: string): number {
    const count = (this.#asked.get(kind) ?? 0) + 1;
    this.#asked.set(kind, count);
    return count;
  }
}

function partsOf({ edits }: Fix): Replacement[] {
  return edits.map(({ place, newText }) => ({ start: startOf(place), end: endOf(place), newText }));
}

/**
 * Whether a fix changes words within lines, or sets figures in cells whose places no other cell can move, and in a table of which
 * no sum is wrong: what explains a wrong one depends on all that is filled in.
 */
function standsAlone({ edits, sets }: Fix, sums: readonly Place[]): boolean {
  return edits.every((edit) => staysInLine(edit) && (sets === undefined || isInGrid(edit, sums)));
}

function staysInLine({ place: { chunk, start, end }, newText }: Edit): boolean {
  return !/[\r\n]/u.test(newText) && !/[\r\n]/u.test(chunk.text.slice(start, end));
}

function isInGrid({ place: { chunk, start, end } }: Edit, sums: readonly Place[]): boolean {
  const table = chunk.nodes.find((node): node is Table => node.kind === 'table' && node.start <= start && end <= node.end);
  return table !== undefined && table.layout.keepsBlanks && table.lossy !== true && table.broken !== true
    && !sums.some((sum) => sum.chunk === chunk && table.start <= sum.start && sum.end <= table.end);
}
