/** How a number is written, by ST_NumberFormat (ECMA-376-1, 17.18.59); what is not known here is written in digits. */
export function formatNumber(value: number, format: string): string {
  return (formats[format] ?? String)(value);
}

const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: digital,
  japaneseDigitalTenThousand: digital,
  taiwaneseDigital: digital,
  chineseLegalSimplified: (value) => inWords(value, '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟']),
  ideographLegalTraditional: (value) => inWords(value, '零壹貳參肆伍陸柒捌玖', ['', '拾', '佰', '仟']),
  ideographTraditional: (value) => inTurn(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => inTurn(value, '子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: (value) => from(value, 0x3280, 10),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (value) => from(value, 0x2488, 20),
  decimalEnclosedParen: (value) => from(value, 0x2474, 20),
};

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
];

function roman(value: number): string {
  if (value > 3999) {
    return String(value);
  }
  let rest = value;
  let text = '';
  for (const [worth, digits] of romanDigits) {
    for (; rest >= worth; rest -= worth) {
      text += digits;
    }
  }
  return text;
}

/** A … Z, AA, BB …, as Word goes on. */
function letters(value: number): string {
  return value < 1 || value > 780 ? String(value) : String.fromCharCode(65 + (value - 1) % 26).repeat(Math.ceil(value / 26));
}

function inTurn(value: number, signs: string): string {
  return value >= 1 && value <= signs.length ? signs.charAt(value - 1) : String(value);
}

function from(value: number, first: number, count: number): string {
  return value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : String(value);
}

function circled(value: number): string {
  return value > 20 && value <= 35 ? from(value - 20, 0x3251, 15) : from(value, 0x2460, 20);
}

function digital(value: number): string {
  return String(value).replace(/\d/gu, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
}

/** 一, 十, 十一, 二十, 一百零一. */
function counting(value: number): string {
  return inWords(value, '零一二三四五六七八九', ['', '十', '百', '千']).replace(/^一十/u, '十');
}

function inWords(value: number, digits: string, places: readonly string[]): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) {
    return value === 0 ? digits.charAt(0) : String(value);
  }
  const written = [...String(value)];
  const zero = digits.charAt(0);
  const text = written.map((digit, index) => (digit === '0' ? zero : digits.charAt(Number(digit)) + (places[written.length - 1 - index] ?? ''))).join('');
  return text.replace(new RegExp(`${zero}+`, 'gu'), zero).replace(new RegExp(`${zero}$`, 'u'), '');
}
