import type { Form } from '../../server/src/forms/index.ts';
import type { ColumnData, LabelData } from '../../server/src/forms/form.ts';
import type { FigureDefinition, RowDefinition } from '../../server/src/forms/table.ts';
import type { Damage } from './damage.ts';
import { figureDefinitions } from './figures.ts';
import { markFigure } from './marked-text.ts';
import { seeded, type Random } from './random.ts';
import { formOf, type ReportSource } from './source.ts';
import { unharmed, type TableDamage } from './table-damage/table-damage.ts';

/** How cells are told apart: by delimiters, by markup, or by white space only. */
export type CellBounds = 'delimited' | 'markup' | 'spaced';

/** A report about to be laid out: every label and every figure as it will be written. */
export interface Sheet {
  readonly report: ReportSource;
  readonly form: Form;
  readonly damage: Damage;
  readonly random: Random;
  /** What happened to the rows and cells of its tables. */
  readonly harm: TableDamage;
  readonly figures: readonly FigureDefinition[];
  /** The marked texts of the cells of figures that stand in a row; empty where one is blank. */
  figuresOf(row: RowDefinition, bounds: CellBounds): string[];
  isBlank(definition: FigureDefinition): boolean;
  /** A label as this text writes it; may hold line breaks. */
  label(data: LabelData): string;
  columnLabel(data: ColumnData): string;
  /** Other printed words of the form, such as the line above a block. */
  words(text: string): string;
}

export function createSheet(report: ReportSource, damage: Damage, harm: TableDamage = unharmed): Sheet {
  const form = report.printed ?? formOf(report.form);
  const random = seeded(damage.seed);
  const figures = figureDefinitions(form);
  const indexes = new Map(figures.map(({ id }, index) => [id, index]));
  const blank = new Set(figures.filter(({ id }) =>
    (report.figures.get(id) ?? null) === null || random.chance(damage.blanks)).map(({ id }) => id));
  const yuan = damage.amounts === 'header元' && report.form === '2019';
  const words = (text: string): string => writeLabel(text, damage, random);
  const figure = (definition: FigureDefinition, bounds: CellBounds): string => {
    const content = blank.has(definition.id) ? null : report.figures.get(definition.id) ?? null;
    const index = indexes.get(definition.id) ?? 0;
    return content === null ? '' : typeof content === 'string'
      ? markFigure(index, '', content, '')
      : writeFigure({ index, kind: definition.column.kind, value: content, damage, random, bounds, yuan, isBorneOut: isBorneOut(definition) });
  };
  return {
    report,
    form,
    damage,
    random,
    figures,
    isBlank: ({ id }) => blank.has(id),
    harm,
    figuresOf: (row, bounds) => {
      const cells = row.figures.map((definition) => figure(definition, bounds));
      return harm.cells === undefined ? cells : harm.cells(cells, row);
    },
    label: (data) => words(variantOf(data, damage, random)),
    columnLabel: (data) => words(harm.columnLabel?.(data)
      ?? (data.id === 'amount' && report.form === '2019' ? `${data.label}${headerUnit(damage)}` : variantOf(data, damage, random))),
    words,
  };
}

function headerUnit(damage: Damage): string {
  return damage.amounts === 'header元' ? '（元）' : damage.amounts === 'header万元' ? '（万元）' : '';
}

function variantOf(data: LabelData, damage: Damage, random: Random): string {
  const variants = [...(data.aliases ?? []), ...(data.alterations ?? []), ...(localVariants[data.label] ?? [])];
  return damage.variantLabels && variants.length > 0 && random.chance(0.5) ? random.pick(variants) : data.label;
}

/** Explanations and slips of local editions, by official label. */
const localVariants: Readonly<Record<string, readonly string[]>> = {
  '规章': ['规章（县级无此项）'],
  '行政许可': ['行政许可（含其他权力）'],
  '处理决定数量': ['处理决定数量（指本年办件量）'],
  '上一年项目数量': ['上一年项目数量（指上年事项数）'],
  '现行有效件数': ['现行有效件数（截至年底）'],
  '5.属于三类内部事务信息': ['5.属于三类内容事务信息'],
  '（七）总计': ['（七）总计（以上各项之和）'],
};

function writeLabel(label: string, damage: Damage, random: Random): string {
  let text = label.replace(/^(\d)\./, `$1${damage.numberMark}`);
  if (damage.brackets === 'halfWidth') {
    text = text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':');
  }
  if (damage.looseLabels && random.chance(0.3)) {
    text = insert(text, random.integer(1, text.length - 1), random.pick([' ', '\u00a0', '\u3000']));
  }
  if (damage.brokenLabels && text.length > 4 && random.chance(0.3)) {
    text = insert(text, random.integer(2, text.length - 2), '\n');
  }
  return text;
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}

interface FigureWriting {
  readonly index: number;
  readonly kind: ColumnData['kind'];
  readonly value: number;
  readonly damage: Damage;
  readonly random: Random;
  readonly bounds: CellBounds;
  /** Whether the column's header says that amounts are in 元. */
  readonly yuan: boolean;
  /** Whether sums bear it out, so that its digits may be parted. */
  readonly isBorneOut: boolean;
}

function isBorneOut({ id }: FigureDefinition): boolean {
  return !id.startsWith('proactive.');
}

function writeFigure(writing: FigureWriting): string {
  const { index, kind, value, damage } = writing;
  if (kind === 'change') {
    const { before, inDigits } = signOf(value, damage);
    return markFigure(index, before, inDigits + writeDigits(String(Math.abs(value)), writing), '');
  }
  if (kind === 'amount') {
    const unit = damage.amounts === 'cell万元' ? '万元' : damage.amounts === 'cell元' ? '元' : '';
    const number = unit === '元' || writing.yuan ? Math.round(value * 10000) : value;
    return markFigure(index, '', writeDigits(String(number), writing), unit);
  }
  return markFigure(index, '', writeDigits(String(value), writing), '');
}

function signOf(value: number, damage: Damage): { before: string; inDigits: string } {
  if (value === 0) {
    return { before: '', inDigits: '' };
  }
  const sign = value < 0 ? 1 : 0;
  switch (damage.signs) {
    case 'words': return { before: ['增', '减'][sign] ?? '', inDigits: '' };
    case 'plusMinus': return { before: '', inDigits: ['+', '-'][sign] ?? '' };
    case 'fullWidth': return { before: '', inDigits: ['＋', '－'][sign] ?? '' };
    case 'minus': return { before: '', inDigits: ['', '-'][sign] ?? '' };
  }
}

function writeDigits(plain: string, { damage, random, bounds, isBorneOut }: FigureWriting): string {
  let digits = plain;
  const whole = /^-?\d+/.exec(digits)?.[0] ?? '';
  if (damage.groupedDigits && whole.length > 3 && random.chance(0.7)) {
    digits = whole.replace(/\B(?=(\d{3})+$)/g, random.pick([',', '，'])) + digits.slice(whole.length);
  } else if (damage.splitDigits && damage.blanks === 0 && whole.length > 1 && random.chance(0.2)) {
    const split = splitDigits(digits, whole.length, bounds, random);
    digits = isBorneOut || bounds === 'markup' ? split : digits;
  }
  if (damage.fullWidthDigits && random.chance(0.4)) {
    digits = digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }
  return digits;
}

/** White space evenly in a number: between all digits, or between thousands; markup may part them anywhere. */
function splitDigits(digits: string, length: number, bounds: CellBounds, random: Random): string {
  if (bounds === 'spaced') {
    return digits;
  }
  if (bounds === 'markup') {
    return insert(digits, random.integer(1, length - 1), '</span><span>');
  }
  const whole = digits.slice(0, length);
  const isGrouped = length > 3 && random.chance(0.5);
  return whole.replace(isGrouped ? /\B(?=(\d{3})+$)/g : /\B(?=\d)/g, ' ') + digits.slice(length);
}
