const window = 100;
const base = 37n;

/**
 * The hash by which GitHub knows a line again (`primaryLocationLineHash`), as its upload action computes it: a polynomial over
 * the first 100 characters from the line's start, blanks and tabs left out and every line end counted as LF, modulo 2^64,
 * and which one it is of those that are the same. The text ends in U+FFFF and is filled up with zeros.
 * @param line counted from 0
 */
export function lineHashes(text: string): (line: number) => string | undefined {
  const plain = `${text.replace(/\r\n|\r/gu, '\n').replace(/[ \t]/gu, '')}\uffff`;
  const lines = windowsOf(plain);
  return (line) => {
    const found = lines[line];
    return found && `${hashOf(found.window)}:${found.nth}`;
  };
}

function windowsOf(text: string): readonly { readonly window: string; readonly nth: number }[] {
  const counts = new Map<string, number>();
  const found: { window: string; nth: number }[] = [];
  for (let start = 0; start < text.length; start = endOfLine(text, start)) {
    const characters = text.slice(start, start + window);
    const nth = (counts.get(characters) ?? 0) + 1;
    counts.set(characters, nth);
    found.push({ window: characters, nth });
  }
  return found;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end + 1;
}

function hashOf(characters: string): string {
  let hash = 0n;
  for (let at = 0; at < window; at += 1) {
    const code = at < characters.length ? characters.charCodeAt(at) : 0;
    hash = BigInt.asUintN(64, hash * base + BigInt(code));
  }
  return hash.toString(16);
}
