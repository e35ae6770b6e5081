import * as l10n from '@vscode/l10n';
import { isUnread, type OfficeText, type Refusal } from '../../../office/office-text.ts';
import { readOnlyMessage, refusalMessage, staleMessage, unreadMessage } from '../../../office/words.ts';
import { fromBase64, toBase64 } from '../../base64.ts';
import { own } from '../../handler.ts';
import { editsBetween, type LineEdit } from '../../office-edits.ts';
import { writeOfficeMethod, type RefusedLine, type WriteOfficeResult } from '../../protocol.ts';

/** The file as it would be with the new text; nothing is written here. */
export const writeOffice = own(writeOfficeMethod, {
  empty: () => null,
  async answer({ bytes, text }, { readOffice }) {
    const reading = await readOffice(fromBase64(bytes));
    if (isUnread(reading)) {
      return { unread: unreadMessage(reading.unread) };
    }
    const edits = editsBetween(reading.text, text);
    return edits.length === 0 ? { bytes } : carriedBack(reading, edits, text);
  },
});

function carriedBack(reading: OfficeText, edits: readonly LineEdit[], text: string): WriteOfficeResult {
  if (reading.readOnly) {
    return { refused: [{ line: edits[0]?.line ?? 0, message: readOnlyMessage(reading.readOnly) }] };
  }
  const lost = lostLine(reading.text, text);
  if (lost !== undefined) {
    return { refused: [{ line: lost, message: l10n.t('characters were lost, because the text was read in a wrong encoding') }] };
  }
  const applied = reading.apply(edits);
  return 'bytes' in applied
    ? { bytes: toBase64(applied.bytes), ...(applied.stale && { stale: applied.stale.map(staleMessage) }) }
    : { refused: refusedLines(applied.refused, edits) };
}

/** The line in which characters were lost that the file has. */
function lostLine(before: string, after: string): number | undefined {
  const at = before.includes('\uFFFD') ? -1 : after.indexOf('\uFFFD');
  return at < 0 ? undefined : after.slice(0, at).split('\n').length - 1;
}

/** Each line of the new text that cannot be written, with the reason. */
function refusedLines(refused: readonly Refusal[], edits: readonly LineEdit[]): readonly RefusedLine[] {
  const lines = refused.map(({ start, end, reason }): RefusedLine => ({
    line: edits.find((edit) => edit.start <= end && start <= edit.end)?.line ?? 0,
    message: refusalMessage(reason),
  }));
  return lines.filter(({ line, message }, at) => lines.findIndex((other) => other.line === line && other.message === message) === at);
}
