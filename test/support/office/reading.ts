import assert from 'node:assert/strict';
import { isUnread, type OfficeText, type UnreadReason } from '../../../server/src/office/office-text.ts';
import { readOffice, type OfficeHost } from '../../../server/src/office/read-office.ts';
import { docx } from './package.ts';

/** The reading of a file that must be readable. */
export async function readWell(bytes: Uint8Array, host?: OfficeHost): Promise<OfficeText> {
  const reading = await readOffice(bytes, host);
  assert.ok(!isUnread(reading), JSON.stringify(reading));
  return reading;
}

/** Why a file cannot be read; undefined where it can. */
export async function reasonOf(bytes: Uint8Array): Promise<UnreadReason | undefined> {
  const reading = await readOffice(bytes);
  return isUnread(reading) ? reading.unread : undefined;
}

/** A Word document of this body and these further parts. */
export function readBody(body: string, parts: Readonly<Record<string, string>> = {}): Promise<OfficeText> {
  return readWell(docx(body, parts));
}
