import type { OfficeText } from '../../office/office-text.ts';
import type { DecodedText } from './encoding.ts';
import type { InputFile } from '../walking/input-file.ts';

/** A file that was read; undefined `content` is a binary one. */
export interface Source {
  readonly input: InputFile;
  readonly bytes: Buffer;
  /** Of an office file, its text. */
  readonly content: DecodedText | undefined;
  readonly office?: OfficeText;
}

/** An office file as a source. */
export function sourceOf(input: InputFile, bytes: Buffer, office: OfficeText): Source {
  return { input, bytes, content: { text: office.text, encoding: 'utf-8', hasMark: false, isDamaged: false }, office };
}
