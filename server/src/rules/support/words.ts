import { normalise } from '../../forms/vocabulary.ts';
import { readLooseNumbering, readNumbering } from '../../syntax/numerals.ts';

const remark = /\([^()]+\)$/u;

/** Whether words stand beside or behind the official ones, so that a fix that writes these alone would lose them. */
export function saysMore(written: string, official: string): boolean {
  const [all, wanted] = [normalise(written), normalise(official)];
  const [before = '', ...behind] = all.split(wanted);
  const isRemarked = remark.test(all) && !wanted.endsWith(remark.exec(all)?.[0] ?? '');
  return isRemarked || (behind.length > 0 && /[\p{L}\p{N}]/u.test([isNumber(before) ? '' : before, ...behind].join('')));
}

function isNumber(text: string): boolean {
  const end = '。';
  return (readNumbering(text + end) ?? readLooseNumbering(text + end))?.words === end;
}
