import * as l10n from '@vscode/l10n';
import type { Position, Range } from '../service-types.ts';
import type { CodeMention, Directive } from './directives.ts';
import { isBefore } from '../syntax/positions.ts';

/** What silencing needs to know of a finding. */
export interface Silenceable {
  readonly code: string;
  readonly range: Range;
}

/** The directives of one stretch of the document, and where its offsets stand in the document. */
export interface DirectiveGroup {
  readonly directives: readonly Directive[];
  readonly positionAt: (offset: number) => Position;
}

/** A finding about a silencing itself; severity is `hint` by default. */
export interface SilenceFinding {
  readonly code: 'unknown-silence' | 'unused-silence';
  readonly message: string;
  readonly range: Range;
}

export interface Silenced<T> {
  /** In their order; the array that was given where nothing was silenced. */
  readonly kept: readonly T[];
  readonly extra: readonly SilenceFinding[];
}

/** One code that one comment silences, or all codes. */
interface Silencer {
  readonly placed: PlacedDirective;
  /** Undefined stands for every code. */
  readonly mention: CodeMention | undefined;
  used: boolean;
}

interface PlacedDirective {
  readonly directive: Directive;
  readonly group: DirectiveGroup;
  readonly range: Range;
  readonly silencers: readonly Silencer[];
}

/** From where to where a code is silenced, and by which comment. */
interface Interval {
  readonly silencer: Silencer;
  readonly from: Position;
  to: Position | undefined;
}

/**
 * Leaves out the findings that comments silence, and points out comments that silence nothing.
 * A finding stands on the line on which its range starts. Groups are given in the order of the text.
 * Findings whose code is switched off should be among `findings`, so that their silencing is not called unused.
 */
export function silence<T extends Silenceable>(
  findings: readonly T[], groups: readonly DirectiveGroup[], knownCodes: ReadonlySet<string>,
): Silenced<T> {
  const placed = groups.flatMap((group) => group.directives.map((directive) => place(directive, group)));
  if (placed.length === 0) {
    return { kept: findings, extra: [] };
  }
  const silencersOf = createLookup(placed);
  const kept = findings.filter((finding) => {
    const silencers = silencersOf(finding);
    for (const silencer of silencers) {
      silencer.used = true;
    }
    return silencers.length === 0;
  });
  markEffectiveEnables(placed);
  return { kept, extra: placed.flatMap((one) => complaints(one, knownCodes)) };
}

function place(directive: Directive, group: DirectiveGroup): PlacedDirective {
  const range = { start: group.positionAt(directive.start), end: group.positionAt(directive.end) };
  const silencers: Silencer[] = [];
  const placed: PlacedDirective = { directive, group, range, silencers };
  const mentions = directive.codes.length > 0 ? directive.codes : [undefined];
  silencers.push(...mentions.map((mention) => ({ placed, mention, used: false })));
  return placed;
}

function createLookup(placed: readonly PlacedDirective[]): (finding: Silenceable) => readonly Silencer[] {
  const byLine = new Map<number, Silencer[]>();
  const wholeFile: Silencer[] = [];
  for (const { directive, range, silencers } of placed) {
    if (directive.kind === 'disable-file') {
      wholeFile.push(...silencers);
    } else if (directive.kind === 'disable-line' || directive.kind === 'disable-next-line') {
      const line = directive.kind === 'disable-line' ? range.start.line : range.end.line + 1;
      byLine.set(line, [...byLine.get(line) ?? [], ...silencers]);
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
    const found = [...wholeFile, ...byLine.get(range.start.line) ?? []].filter((silencer) => covers(silencer, code));
    return block === undefined ? found : [...found, block.silencer];
  };
}

function covers(silencer: Silencer, code: string): boolean {
  return silencer.mention === undefined || silencer.mention.code === code;
}

/** The stretches in which `disable` … `enable` silence one code, in order and apart from one another. */
function intervalsOf(code: string, placed: readonly PlacedDirective[]): readonly Interval[] {
  const intervals: Interval[] = [];
  let open: Interval | undefined;
  for (const { directive, range, silencers } of placed) {
    const silencer = silencers.find((one) => covers(one, code));
    if (silencer === undefined) {
      continue;
    }
    if (directive.kind === 'disable' && open === undefined) {
      open = { silencer, from: range.start, to: undefined };
      intervals.push(open);
    } else if (directive.kind === 'enable' && open !== undefined) {
      open.to = range.start;
      open = undefined;
    }
  }
  return intervals;
}

function intervalAt(intervals: readonly Interval[], position: Position): Interval | undefined {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(position, (intervals[middle] as Interval).from)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  const last = intervals[low - 1];
  return last !== undefined && (last.to === undefined || isBefore(position, last.to)) ? last : undefined;
}

/** An `enable` has an effect where it ends a silencing that is open. */
function markEffectiveEnables(placed: readonly PlacedDirective[]): void {
  const open = new Set<string>();
  let all = false;
  for (const { directive, silencers } of placed) {
    for (const silencer of silencers) {
      const code = silencer.mention?.code;
      if (directive.kind === 'disable') {
        all ||= code === undefined;
        open.add(code ?? '');
      } else if (directive.kind === 'enable') {
        silencer.used = code === undefined ? open.size > 0 : all || open.has(code);
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

function complaints(placed: PlacedDirective, knownCodes: ReadonlySet<string>): SilenceFinding[] {
  const { directive, range } = placed;
  if (directive.kind === undefined) {
    return [{
      code: 'unknown-silence',
      message: l10n.t(
        '"{0}" is not a silencing comment. The known ones are disable-next-line, disable-line, disable, enable and disable-file.',
        directive.name,
      ),
      range,
    }];
  }
  return placed.silencers.flatMap((silencer) => complaint(silencer, knownCodes) ?? []);
}

function complaint(silencer: Silencer, knownCodes: ReadonlySet<string>): SilenceFinding | undefined {
  const { mention, placed, used } = silencer;
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
    return l10n.t('Nothing is silenced that this comment could end.');
  }
  return code === undefined
    ? l10n.t('This comment silences nothing: there is no finding where it applies.')
    : l10n.t('This comment silences nothing: there is no finding "{0}" where it applies.', code);
}
