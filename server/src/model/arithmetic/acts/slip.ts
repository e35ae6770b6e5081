/** How digits of one number were mistyped: one left out, one typed twice, two beside each other exchanged. */
type Slip = 'dropped' | 'doubled' | 'transposed';

/** Of shorter numbers too many are like each other by chance. */
const fewestDigits = 3;

/** Which slip makes the number that was meant the one that is written; undefined where none does, or chance may. */
export function slipOf(written: number, meant: number, fewest = fewestDigits): Slip | undefined {
  const [is, was] = [String(written), String(meant)];
  if (Math.max(is.length, was.length) < fewest || written === meant) {
    return undefined;
  }
  if (is.length === was.length - 1 && withoutOne(was).includes(is)) {
    return 'dropped';
  }
  if (is.length === was.length + 1 && doubledIn(was).includes(is)) {
    return 'doubled';
  }
  return is.length === was.length && exchangedIn(was).includes(is) ? 'transposed' : undefined;
}

function withoutOne(digits: string): string[] {
  return [...digits].map((_, at) => digits.slice(0, at) + digits.slice(at + 1));
}

function doubledIn(digits: string): string[] {
  return [...digits].map((digit, at) => digits.slice(0, at) + digit + digits.slice(at));
}

function exchangedIn(digits: string): string[] {
  return [...digits].slice(1).map((digit, at) => `${digits.slice(0, at)}${digit}${digits[at] ?? ''}${digits.slice(at + 2)}`);
}
