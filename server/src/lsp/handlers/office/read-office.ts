import { isUnread } from '../../../office/office-text.ts';
import { describePlace, leftOutMessage, readOnlyMessage, unreadMessage } from '../../../office/words.ts';
import { fromBase64 } from '../../base64.ts';
import { own } from '../../handler.ts';
import { readOfficeMethod } from '../../protocol.ts';

/** Nothing of the file is kept. */
export const readOffice = own(readOfficeMethod, {
  empty: () => null,
  async answer({ bytes, withPlaces }, session) {
    const reading = await session.readOffice(fromBase64(bytes));
    if (isUnread(reading)) {
      return { unread: unreadMessage(reading.unread) };
    }
    const { text, readOnly, leftOut = [] } = reading;
    return {
      text, ...(withPlaces && { places: reading.places().map(({ start, end, place }) => ({ start, end, where: describePlace(place) })) }),
      ...(readOnly && { readOnly: readOnlyMessage(readOnly) }), ...(leftOut.length > 0 && { leftOut: leftOut.map(leftOutMessage) }),
    };
  },
});
