/** Below it nothing stands that JSON writes in six characters. */
const zero = 0x30;
/** Units from here on are the upper half of a number, whose lower half follows. */
const upper = 0x8000;
const halfBits = 15;

/**
 * Whole numbers from -1 on as a text, a unit for each but for large ones: a sixth of what an array of them takes. Of places there are
 * six hundred in a report, and few are ever looked at.
 */
export function packed(numbers: readonly number[]): string {
  return numbers.map((number) => {
    const unit = number + zero;
    return unit < upper ? String.fromCharCode(unit) : String.fromCharCode(upper | unit >> halfBits, unit & (upper - 1));
  }).join('');
}

export function unpacked(text: string): readonly number[] {
  const numbers: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    let unit = text.charCodeAt(at);
    if (unit >= upper) {
      at += 1;
      unit = (unit - upper) << halfBits | text.charCodeAt(at);
    }
    numbers.push(unit - zero);
  }
  return numbers;
}
