import { crc32, inflateRawSync } from 'node:zlib';
import type { OfficeHost } from '../../office/read-office.ts';
import { extractPdf } from './pdf.ts';

/** What Node brings along for office files. */
export const officeHost: OfficeHost = {
  extractPdf,
  unpacking: {
    crc32,
    inflate(packed, size) {
      try {
        const { buffer, byteOffset, byteLength } = inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
        // A slice of Node's buffers is no copy.
        return new Uint8Array(buffer, byteOffset, byteLength);
      } catch {
        return undefined;
      }
    },
  },
};
