import type { Random } from '../random.ts';
import { rewriteDigits, type Rewritten } from '../marked-text.ts';
import type { FigureDefinition } from '../../../server/src/forms/table.ts';
import { formOf, type ReportSource } from '../source.ts';
import { figureDefinitions } from '../figures.ts';
import type { DamageKind } from './table-damage.ts';
import { targetOf } from './targets.ts';
import type { TableName } from '../grid.ts';

const noNumber: Demands = { isNumber: false };

/** Numbers that are not written as plain digits: read as what they are, or not at all. */
export const numberDamages: readonly DamageKind[] = [
  rewritten('a number split by a space', hasDigits(2), split(' ')),
  rewritten('a number split by a line end', hasDigits(2), split('\n')),
  rewritten('a unit behind a count', isCount, behind(['件', ' 件', '条', '项', '人次', '(件)', '个'])),
  rewritten('an amount in a column of counts', isCount, behind(['元', '万元', ' 元', '（万元）', '亿元', '%']), noNumber),
  rewritten('a mark of a note behind a number', isCount, behind(['①', '*', '[1]', '¹', '（1）', '（注）', '注1', '※', '[注1]', '★', '㈠'])),
  rewritten('a remark behind a number', isCount, behind(['（含上年3）', '（其中涉企2）', '，含网上1件', '(同比+5%)', '（↑3）'])),
  rewritten('a range or a sum for a number', isCount, behind(['/12', '～9', '-9', '+2', '—8', '余', '多', '以上', '左右', '×2']), noNumber),
  rewritten('a word before a number', isCount, before(['共', '计', '其中', '合计：', '增', '第'])),
  rewritten('about so many', isCount, before(['约', '近', '超', '>', '≥', '~', '＜', '减', '3+', '2-', '不少于']), noNumber),
  rewritten('zeros before a number', isCount, (digits, random) => ({ digits: random.pick(['0', '00']) + digits }), { required: ['malformed-number'] }),
  rewritten('a minus before a zero', isZero, () => ({ digits: '-0' }), { required: ['malformed-number', 'negative-count'] }),
  rewritten('a plus before a count', isCount, (digits) => ({ digits: `+${digits}` }), { required: ['malformed-number'] }),
  rewritten('a letter for a digit', isCount, (digits) => ({ digits: digits.replace(/[01]/, (digit) => (digit === '0' ? 'O' : 'l')) })),
  rewritten('a point or comma too many', hasDigits(2), (digits, random) => random.pick([
    { digits, after: '.' }, { digits, after: ',' }, { digits, after: '。' }, { digits, after: '、' }, { digits, after: ';' },
    { digits: `${digits.slice(0, 1)},${digits.slice(1)}` }, { digits: `${digits.slice(0, 1)}，${digits.slice(1)}` },
  ])),
  rewritten('decimals behind a count', isCount, (digits, random) => random.pick([{ digits: `${digits}.0` }, { digits: `${digits}.00` }])),
  rewritten('another number struck out before a number', isCount, before(['~~9~~', '<s>9</s>', '<del>12</del>', '9→', '9改为'])),
  rewritten('invisible characters in a number', hasDigits(2), split('\u200b')),
  rewritten('a number in Chinese numerals', isSmall, (digits) => ({ digits: '〇一二三四五六七八九'[Number(digits)] ?? digits })),
];

type Test = (figure: FigureDefinition, value: number) => boolean;

function isCount({ column }: FigureDefinition): boolean {
  return column.kind === 'count';
}

function isZero({ column }: FigureDefinition, value: number): boolean {
  return column.kind === 'count' && value === 0;
}

function isSmall({ column }: FigureDefinition, value: number): boolean {
  return column.kind === 'count' && value < 10;
}

function hasDigits(count: number): Test {
  return ({ column }, value) => column.kind === 'count' && String(value).length >= count;
}

type Rewrite = (digits: string, random: Random) => Rewritten;

function split(by: string): Rewrite {
  return (digits, random) => {
    const at = random.integer(1, digits.length - 1);
    return { digits: digits.slice(0, at) + by + digits.slice(at) };
  };
}

function behind(texts: readonly string[]): Rewrite {
  return (digits, random) => ({ digits, after: random.pick(texts) });
}

function before(texts: readonly string[]): Rewrite {
  return (digits, random) => ({ before: random.pick(texts), digits });
}

interface Demands {
  readonly required?: readonly string[];
  /** What stands there is no number, so that no value may be read. */
  readonly isNumber?: boolean;
}

function rewritten(name: string, suits: Test, rewrite: Rewrite, { required, isNumber = true }: Demands = {}): DamageKind {
  return {
    name,
    aim: (report, random) => {
      const figures = suited(report, suits);
      if (figures.length === 0) {
        return undefined;
      }
      const figure = random.pick(figures);
      const target = targetOf(figure.id.split('.')[0] as TableName, figure.row);
      return {
        touches: target.touches,
        allowed: ['not-a-number', 'negative-count', 'fractional-count'],
        ...(required !== undefined && { required }),
        ...(!isNumber && { isNoNumber: (id: string) => id === figure.id }),
        cells: (cells, row) => cells.map((cell, at) =>
          (target.is(row) && row.figures[at]?.id === figure.id ? rewriteDigits(cell, (digits) => rewrite(digits, random)) : cell)),
      };
    },
  };
}

function suited(report: ReportSource, suits: Test): FigureDefinition[] {
  return figureDefinitions(formOf(report.form)).filter((figure) => {
    const value = report.figures.get(figure.id);
    return typeof value === 'number' && suits(figure, value);
  });
}
