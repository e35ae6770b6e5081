/**
 * Shows a number as its cell does, but for the commas between thousands and the word for what is counted (件): those are the
 * format's, and nobody wrote them.
 */
export type NumberFormat = (value: number) => string;

/** Format codes that stand in no file (ECMA-376 part 1, 18.8.30), the Chinese ones among them. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 37: '#,##0;-#,##0', 38: '#,##0;-#,##0', 39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00', 41: '#,##0;-#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"', 49: '@',
};
const builtInDates = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The format with this number; `code` where the file has one. */
export function numberFormat(id: number, code: string | undefined, epoch: 1900 | 1904): NumberFormat {
  const written = code ?? builtIn[id];
  if (written === undefined) {
    return builtInDates(id) ? (value) => showDate(value, epoch) : showGeneral;
  }
  const sections = splitSections(written);
  if (sections.some(isDate)) {
    return (value) => showDate(value, epoch);
  }
  // Conditions, fractions, exponents and numerals of other scripts: the value as it is.
  const parsed = sections.map(parseSection);
  return parsed.some((section) => section === undefined) ? showGeneral : (value) => showBySection(value, parsed as Section[]);
}

/** At most eleven digits are shown where no format says otherwise. */
export function showGeneral(value: number): string {
  const shown = Math.abs(value) < 1e11 ? Number(value.toPrecision(11)) : value;
  return Object.is(shown, -0) ? '0' : String(shown);
}

/** A day is never to be taken for a count, so that it is written with its parts apart. */
function showDate(value: number, epoch: 1900 | 1904): string {
  const days = Math.floor(value);
  if (days < 0 || days > 2_958_465) {
    return '#'.repeat(8);
  }
  // 29 February 1900, which there was not, counts as a day.
  const civil = civilDate(epoch === 1904 ? days + 1462 : days < 60 ? days + 1 : days);
  const minutes = Math.round((value - days) * 1440);
  const time = minutes === 0 ? '' : ` ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  return days === 0 && time !== '' ? time.trim() : civil + time;
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** Days since 30 December 1899 as year-month-day of the Gregorian calendar. */
function civilDate(days: number): string {
  const shifted = days - 25_569 + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  return `${yearOfEra + era * 400 + (month >= 10 ? 1 : 0)}-${pad(month < 10 ? month + 3 : month - 9)}-${pad(day)}`;
}

type Token =
  | { readonly kind: 'digit'; readonly sign: '0' | '#' | '?' }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'general' | 'text' | 'other' }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'date' };

/** The tokens of a format code; quoted and escaped characters are literals. */
function tokenize(code: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /"([^"]*)"?|[\\!](.)|[_*].|\[([^\]]*)\]|(General|G\/通用格式)|([0#?])|([.,%@])|(E[+-])|(AM\/PM|上午\/下午|[ymdhsegb]+)|(\/)|(.)/giu;
  for (const match of code.matchAll(pattern)) {
    const [, quoted, escaped, bracket, general, digit, mark, exponent, date, fraction, plain] = match;
    if (quoted !== undefined || escaped !== undefined || plain !== undefined) {
      tokens.push({ kind: 'literal', text: quoted ?? escaped ?? plain ?? '' });
    } else if (bracket !== undefined) {
      tokens.push(...bracketToken(bracket));
    } else if (general !== undefined) {
      tokens.push({ kind: 'general' });
    } else if (digit !== undefined) {
      tokens.push({ kind: 'digit', sign: digit as '0' | '#' | '?' });
    } else if (mark !== undefined) {
      tokens.push({ kind: ({ '.': 'point', ',': 'comma', '%': 'percent', '@': 'text' } as const)[mark as '.' | ',' | '%' | '@'] });
    } else if (date !== undefined) {
      tokens.push({ kind: 'date' });
    } else if (exponent !== undefined || fraction !== undefined) {
      tokens.push({ kind: 'other' });
    }
  }
  return tokens;
}

/** Colours show nothing; a currency shows its sign; elapsed time is a date; conditions and numerals are others. */
function bracketToken(inner: string): Token[] {
  if (/^(?:black|white|red|green|blue|yellow|magenta|cyan|color\s?\d+|[黑白红绿蓝黄]色?|颜色\d+)$/iu.test(inner)) {
    return [];
  }
  const [, currency] = /^\$([^-]*)(?:-.*)?$/u.exec(inner) ?? [];
  if (currency !== undefined) {
    return currency === '' ? [] : [{ kind: 'literal', text: currency }];
  }
  return [{ kind: /^[hms]+$/iu.test(inner) ? 'date' : 'other' }];
}

/** Cuts at the semicolons that are neither quoted nor escaped. */
function splitSections(code: string): string[] {
  const sections = [''];
  for (const [piece] of code.matchAll(/"[^"]*"?|[\\!_*].|\[[^\]]*\]?|./gsu)) {
    if (piece === ';') {
      sections.push('');
    } else {
      sections[sections.length - 1] += piece;
    }
  }
  return sections;
}

function isDate(section: string): boolean {
  return tokenize(section).some(({ kind }) => kind === 'date');
}

interface Section {
  readonly before: readonly Token[];
  readonly fraction: readonly Token[];
  readonly hasPoint: boolean;
  /** How many thousands the number is divided by, as a power. */
  readonly thousands: number;
  readonly percents: number;
  readonly isGeneral: boolean;
}

/** Words behind a number that say what is counted, and nothing of how much. */
const counted = /^(?:件|条|项|个|宗|起|例|份|次|人次|人)$/u;

function withoutCounted(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex(({ kind }) => kind === 'digit' || kind === 'general');
  const behind = tokens.slice(last + 1);
  const words = behind.map((token) => (token.kind === 'literal' ? token.text : '/')).join('');
  return last >= 0 && counted.test(words.trim()) ? tokens.slice(0, last + 1) : tokens;
}

function parseSection(code: string): Section | undefined {
  const tokens = withoutCounted(tokenize(code));
  if (tokens.some(({ kind }) => kind === 'other')) {
    return undefined;
  }
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const isDigit = ({ kind }: Token): boolean => kind === 'digit';
  const last = tokens.findLastIndex(isDigit);
  const commas = tokens.map(({ kind }, index) => (kind === 'comma' ? index : -1)).filter((index) => index >= 0);
  const before = point < 0 ? tokens : tokens.slice(0, point);
  return {
    before: before.filter(({ kind }) => kind !== 'comma'),
    fraction: point < 0 ? [] : tokens.slice(point + 1).filter(({ kind }) => kind !== 'comma'),
    hasPoint: point >= 0,
    thousands: commas.filter((index) => index > last || (point >= 0 && index === point - 1)).length,
    percents: tokens.filter(({ kind }) => kind === 'percent').length,
    isGeneral: tokens.some(({ kind }) => kind === 'general' || kind === 'text'),
  };
}

function showBySection(value: number, sections: readonly Section[]): string {
  const [positive, negative, zero] = sections;
  if (value === 0 && zero !== undefined) {
    return showWith(0, zero, '');
  }
  if (value < 0 && negative !== undefined) {
    const shown = showWith(-value, negative, '');
    // A negative number in another colour keeps its sign, which the text cannot tell otherwise.
    return /^[\d.]+%?$/u.test(shown) ? `-${shown}` : shown;
  }
  return positive === undefined ? '' : showWith(Math.abs(value), positive, value < 0 ? '-' : '');
}

function showWith(value: number, section: Section, sign: string): string {
  const places = section.fraction.filter(({ kind }) => kind === 'digit').length;
  const scaled = value * 100 ** section.percents / 1000 ** section.thousands;
  if (section.isGeneral) {
    return sign + section.before.map((token) => (token.kind === 'literal' ? token.text : token.kind === 'percent' ? '%' : showGeneral(scaled))).join('');
  }
  if (scaled >= 1e15) {
    return sign + String(value);
  }
  const [whole = '', fraction = ''] = roundedTo(scaled, places).split('.');
  const text = showWhole(whole === '0' ? '' : whole, section) + (section.hasPoint ? '.' : '') + showFraction(fraction, section);
  return (/[1-9]/u.test(whole + fraction) ? sign : '') + text;
}

/** Half away from zero, in decimal as the value is written: 1.005 to two places is 1.01. */
function roundedTo(value: number, places: number): string {
  const [digits = '0', exponent = '0'] = value.toPrecision(15).split('e');
  const all = String(Math.round(Number(`${digits}e${Number(exponent) + places}`))).padStart(places + 1, '0');
  return places === 0 ? all : `${all.slice(0, -places)}.${all.slice(-places)}`;
}

/** The digits fill their places from the right; what is left over stands at the first place. */
function showWhole(whole: string, { before }: Section): string {
  let left = whole;
  const pieces: string[] = [];
  const first = before.findIndex(({ kind }) => kind === 'digit');
  const take = (): string => {
    const digit = left.slice(-1) || '0';
    left = left.slice(0, -1);
    return digit;
  };
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const token = before[index] as Token;
    if (token.kind === 'literal') {
      pieces.push(token.text);
    } else if (token.kind === 'percent') {
      pieces.push('%');
    } else if (token.kind === 'digit') {
      if (left !== '' || token.sign === '0') {
        pieces.push(take());
      }
      while (index === first && left !== '') {
        pieces.push(take());
      }
    }
  }
  return pieces.reverse().join('');
}

function showFraction(fraction: string, section: Section): string {
  let place = 0;
  const needed = section.fraction.findLastIndex((token) => token.kind === 'digit' && token.sign === '0');
  return section.fraction.map((token, index) => {
    if (token.kind !== 'digit') {
      return token.kind === 'literal' ? token.text : token.kind === 'percent' ? '%' : '';
    }
    const rest = fraction.slice(place);
    const digit = fraction[place] ?? '0';
    place += 1;
    return index > needed && /^0*$/u.test(rest) ? '' : digit;
  }).join('');
}
