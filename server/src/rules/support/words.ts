import { normalise } from '../../forms/vocabulary.ts';

/** The number of a section. */
const number = /^(?:第?[一二三四五六七八九十]{1,3}(?:部分)?|\d{1,2})[、.,:]?/u;
const remark = /\([^()]+\)$/u;

/** Whether words stand beside or behind the official ones, so that a fix that writes these alone would lose them. */
export function saysMore(written: string, official: string): boolean {
  const [all, wanted] = [normalise(written), normalise(official)];
  const [before = '', ...behind] = all.split(wanted);
  const isRemarked = remark.test(all) && !wanted.endsWith(remark.exec(all)?.[0] ?? '');
  return isRemarked || (behind.length > 0 && /[\p{L}\p{N}]/u.test([before.replace(number, ''), ...behind].join('')));
}
