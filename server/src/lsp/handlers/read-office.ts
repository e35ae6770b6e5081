import { isUnread } from '../../office/office-text.ts';
import { readOnlyMessage, unreadMessage } from '../../office/words.ts';
import { fromBase64 } from '../base64.ts';
import { own } from '../handler.ts';
import { readOfficeMethod } from '../protocol.ts';

/** Nothing of the file is kept. */
export const readOffice = own(readOfficeMethod, {
  empty: () => null,
  async answer({ bytes }, session) {
    const reading = await session.readOffice(fromBase64(bytes));
    return isUnread(reading)
      ? { unread: unreadMessage(reading.unread) }
      : { text: reading.text, ...(reading.readOnly && { readOnly: readOnlyMessage(reading.readOnly) }) };
  },
});
