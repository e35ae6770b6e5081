import { officeHost } from '../reading/office-host.ts';
import { isUnread, type NoteAuthor, type OfficeEdit, type OfficeText, type Refusal } from '../../office/office-text.ts';
import { readOffice } from '../../office/read-office.ts';
import { describePlace, readOnlyMessage, refusalMessage, staleMessage, unreadMessage } from '../../office/words.ts';
import type { TextEdit } from '../../service-types.ts';
import { positionsIn } from '../../syntax/positions.ts';
import { takeEditGroups } from '../writing/edits.ts';
import { sourceOf, type Source } from '../reading/source.ts';

/** Groups of edits that belong together. */
type Groups = readonly (readonly TextEdit[])[];

interface FixedOffice {
  readonly source: Source;
  readonly changes: number;
  /** What was left as it is, and why. */
  readonly left: readonly string[];
}

interface FixWay {
  readonly mostRounds: number;
  /** Whose tracked changes the fixes are. */
  readonly author?: NoteAuthor | undefined;
}

/**
 * Fixes an office file in rounds, each read from the file as the round before left it. What cannot be carried back is
 * left, with all that belongs to it, and the rest goes on.
 * @param groupsFor the fixes wanted in a text
 * @throws where the file must not be changed at all
 */
export async function fixOffice(
  source: Source, office: OfficeText, groupsFor: (source: Source) => Groups, { mostRounds, author }: FixWay,
): Promise<FixedOffice> {
  let current = { source, office };
  let changes = 0;
  const left = new Set<string>();
  const seen = new Set([office.text]);
  for (let round = 0; round < mostRounds; round += 1) {
    const taken = takeAll(current.office, groupsFor(current.source), left, author);
    if (taken === undefined) {
      break;
    }
    const next = await readOffice(taken.bytes, officeHost);
    if (isUnread(next)) {
      throw new Error(unreadMessage(next.unread));
    }
    if (seen.has(next.text)) {
      break;
    }
    seen.add(next.text);
    changes += taken.applied;
    current = { source: sourceOf(source.input, Buffer.from(taken.bytes), next), office: next };
  }
  return { source: current.source, changes, left: [...left] };
}

/** The file with all groups that can be carried back; undefined where there is none. */
function takeAll(office: OfficeText, groups: Groups, left: Set<string>, author: NoteAuthor | undefined): { bytes: Uint8Array; applied: number } | undefined {
  if (groups.length > 0 && office.readOnly !== undefined) {
    throw new Error(readOnlyMessage(office.readOnly));
  }
  for (let wanted = groups; wanted.length > 0;) {
    const { edits, applied } = takeEditGroups(office.text, wanted);
    const result = office.apply(edits, author);
    if ('bytes' in result) {
      result.stale?.forEach((place) => left.add(staleMessage(place)));
      return { bytes: result.bytes, applied };
    }
    const { refused } = result;
    if (wanted.length > 1 && refused.every(({ reason }) => reason === 'not-shown')) {
      // Which of them it is shows when each is tried alone; the others have their turn in the next round.
      const shown = wanted.find((group) => 'bytes' in office.apply(takeEditGroups(office.text, [group]).edits, author));
      if (shown !== undefined) {
        wanted = [shown];
        continue;
      }
    }
    refused.forEach((refusal) => left.add(inWords(office, refusal)));
    wanted = withoutRefused(office.text, wanted, refused);
  }
  return undefined;
}

function inWords(office: OfficeText, { start, reason }: Refusal): string {
  const place = office.place(start);
  return place === undefined ? refusalMessage(reason) : `${describePlace(place)}: ${refusalMessage(reason)}`;
}

function withoutRefused(text: string, groups: Groups, refused: readonly Refusal[]): Groups {
  const { offset } = positionsIn(text);
  const isRefused = ({ start, end }: OfficeEdit): boolean => refused.some((one) => one.start <= end && start <= one.end);
  const kept = groups.filter((group) => !group.some(({ range, newText }) => isRefused({ start: offset(range.start), end: offset(range.end), newText })));
  return kept.length < groups.length ? kept : [];
}
