import * as l10n from '@vscode/l10n';
import type { Position, Range } from '../service-types.ts';
import type { CodeMention, Directive } from './directives.ts';
import { isBefore, lastIndex } from '../syntax/positions.ts';
import { addAll } from '../syntax/lists.ts';

/** What suppression needs to know of a finding. */
export interface Suppressible {
  readonly code: string;
  readonly range: Range;
}

/** The directives of one stretch of the document, and where its offsets stand in the document. */
export interface DirectiveGroup {
  readonly directives: readonly Directive[];
  readonly positionAt: (offset: number) => Position;
}

/** A finding about a suppression itself; severity is `hint` by default. */
export interface SuppressionFinding {
  readonly code: 'unknown-silence' | 'unused-silence';
  readonly message: string;
  readonly range: Range;
}

interface Suppressed<T> {
  /** In their order; the array that was given where nothing was suppressed. */
  readonly kept: readonly T[];
  readonly extra: readonly SuppressionFinding[];
}

/** One code that one comment suppresses, or all codes. */
interface Suppressor {
  readonly placed: PlacedDirective;
  /** Undefined stands for every code. */
  readonly mention: CodeMention | undefined;
  used: boolean;
}

interface PlacedDirective {
  readonly directive: Directive;
  readonly group: DirectiveGroup;
  readonly range: Range;
  readonly suppressors: readonly Suppressor[];
}

/** From where to where a code is suppressed, and by which comment. */
interface Interval {
  readonly suppressor: Suppressor;
  readonly from: Position;
  to: Position | undefined;
}

/**
 * Leaves out the findings that comments suppress, and points out comments that suppress nothing.
 * A finding stands on the line on which its range starts. Groups are given in the order of the text.
 * Findings whose code is switched off should be among `findings`, so that their suppression is not called unused.
 */
export function suppress<T extends Suppressible>(
  findings: readonly T[], groups: readonly DirectiveGroup[], knownCodes: ReadonlySet<string>,
): Suppressed<T> {
  const placed = groups.flatMap((group) => group.directives.map((directive) => place(directive, group)));
  if (placed.length === 0) {
    return { kept: findings, extra: [] };
  }
  const suppressorsOf = createLookup(placed);
  const kept = findings.filter((finding) => {
    const suppressors = suppressorsOf(finding);
    for (const suppressor of suppressors) {
      suppressor.used = true;
    }
    return suppressors.length === 0;
  });
  markEffectiveEnables(placed);
  return { kept, extra: placed.flatMap((one) => complaints(one, knownCodes)) };
}

function place(directive: Directive, group: DirectiveGroup): PlacedDirective {
  const range = { start: group.positionAt(directive.start), end: group.positionAt(directive.end) };
  const suppressors: Suppressor[] = [];
  const placed: PlacedDirective = { directive, group, range, suppressors };
  const mentions = directive.codes.length > 0 ? directive.codes : [undefined];
  addAll(suppressors, mentions.map((mention) => ({ placed, mention, used: false })));
  return placed;
}

function createLookup(placed: readonly PlacedDirective[]): (finding: Suppressible) => readonly Suppressor[] {
  const byLine = new Map<number, Suppressor[]>();
  const wholeFile: Suppressor[] = [];
  for (const { directive, range, suppressors } of placed) {
    if (directive.kind === 'disable-file') {
      addAll(wholeFile, suppressors);
    } else if (directive.kind === 'disable-line' || directive.kind === 'disable-next-line') {
      const line = directive.kind === 'disable-line' ? range.start.line : range.end.line + 1;
      byLine.set(line, [...byLine.get(line) ?? [], ...suppressors]);
    }
  }
  const intervals = new Map<string, readonly Interval[]>();
  return ({ code, range }) => {
    let ofCode = intervals.get(code);
    if (ofCode === undefined) {
      ofCode = intervalsOf(code, placed);
      intervals.set(code, ofCode);
    }
    const block = intervalAt(ofCode, range.start);
    const found = [...wholeFile, ...byLine.get(range.start.line) ?? []].filter((suppressor) => covers(suppressor, code));
    return block === undefined ? found : [...found, block.suppressor];
  };
}

function covers(suppressor: Suppressor, code: string): boolean {
  return suppressor.mention === undefined || suppressor.mention.code === code;
}

/** The stretches in which `disable` … `enable` suppress one code, in order and apart from one another. */
function intervalsOf(code: string, placed: readonly PlacedDirective[]): readonly Interval[] {
  const intervals: Interval[] = [];
  let open: Interval | undefined;
  for (const { directive, range, suppressors } of placed) {
    const suppressor = suppressors.find((one) => covers(one, code));
    if (suppressor === undefined) {
      continue;
    }
    if (directive.kind === 'disable' && open === undefined) {
      open = { suppressor, from: range.start, to: undefined };
      intervals.push(open);
    } else if (directive.kind === 'enable' && open !== undefined) {
      open.to = range.start;
      open = undefined;
    }
  }
  return intervals;
}

function intervalAt(intervals: readonly Interval[], position: Position): Interval | undefined {
  const last = intervals[lastIndex(intervals, ({ from }) => !isBefore(position, from))];
  const isWithin = last !== undefined && !isBefore(position, last.from) && (last.to === undefined || isBefore(position, last.to));
  return isWithin ? last : undefined;
}

/** An `enable` has an effect where it ends a suppression that is open. */
function markEffectiveEnables(placed: readonly PlacedDirective[]): void {
  const open = new Set<string>();
  let all = false;
  for (const { directive, suppressors } of placed) {
    for (const suppressor of suppressors) {
      const code = suppressor.mention?.code;
      if (directive.kind === 'disable') {
        all ||= code === undefined;
        open.add(code ?? '');
      } else if (directive.kind === 'enable') {
        suppressor.used = code === undefined ? open.size > 0 : all || open.has(code);
        if (code === undefined) {
          open.clear();
          all = false;
        } else {
          open.delete(code);
        }
      }
    }
  }
}

function complaints(placed: PlacedDirective, knownCodes: ReadonlySet<string>): SuppressionFinding[] {
  const { directive, range } = placed;
  if (directive.kind === undefined) {
    return [{
      code: 'unknown-silence',
      message: l10n.t(
        '"{0}" is not a suppressing comment. The known ones are disable-next-line, disable-line, disable, enable and disable-file.',
        directive.name,
      ),
      range,
    }];
  }
  return placed.suppressors.flatMap((suppressor) => complaint(suppressor, knownCodes) ?? []);
}

function complaint(suppressor: Suppressor, knownCodes: ReadonlySet<string>): SuppressionFinding | undefined {
  const { mention, placed, used } = suppressor;
  if (mention === undefined) {
    return used ? undefined : { code: 'unused-silence', message: unusedMessage(placed.directive), range: placed.range };
  }
  const { positionAt } = placed.group;
  const range = { start: positionAt(mention.start), end: positionAt(mention.end) };
  if (!knownCodes.has(mention.code)) {
    return { code: 'unknown-silence', message: l10n.t('There is no rule "{0}".', mention.code), range };
  }
  return used ? undefined : { code: 'unused-silence', message: unusedMessage(placed.directive, mention.code), range };
}

function unusedMessage(directive: Directive, code?: string): string {
  if (directive.kind === 'enable') {
    return l10n.t('Nothing is suppressed that this comment could end.');
  }
  return code === undefined
    ? l10n.t('This comment suppresses nothing: there is no finding where it applies.')
    : l10n.t('This comment suppresses nothing: there is no finding "{0}" where it applies.', code);
}
