import { formatChinese, writeDigits, type NumberCharacters } from '../../texts/chinese-numbers.ts';

/** How a number is written, by ST_NumberFormat (ECMA-376-1, 17.18.59); what is not known here is written in digits. */
export function formatNumber(value: number, format: string): string {
  return (formats[format] ?? String)(value);
}

const legal = { ten: '拾', hundred: '佰', thousand: '仟', beginsWithTen: false };

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
  chineseCounting: (value) => inWords(value),
  chineseCountingThousand: (value) => inWords(value),
  taiwaneseCounting: (value) => inWords(value),
  taiwaneseCountingThousand: (value) => inWords(value),
  japaneseCounting: (value) => inWords(value),
  ideographDigital: (value) => writeDigits(value, '〇'),
  japaneseDigitalTenThousand: (value) => writeDigits(value, '〇'),
  taiwaneseDigital: (value) => writeDigits(value, '〇'),
  chineseLegalSimplified: (value) => inWords(value, { ...legal, digits: '零壹贰叁肆伍陆柒捌玖' }),
  ideographLegalTraditional: (value) => inWords(value, { ...legal, digits: '零壹貳參肆伍陸柒捌玖' }),
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

/** 一, 十, 十一, 二十, 一百零一; what Word counts no further than is written in digits. */
function inWords(value: number, characters?: NumberCharacters): string {
  return Number.isInteger(value) && value >= 0 && value <= 9999 ? formatChinese(value, characters) : String(value);
}
