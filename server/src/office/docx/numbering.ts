import { child, elements, type XmlElement } from '../xml.ts';
import { formatNumber } from './number-formats.ts';
import type { Styles } from './styles.ts';
import { isOn } from './switches.ts';

interface Level {
  readonly format: string;
  /** `%1` stands for the number of the first level. */
  readonly text: string;
  readonly start: number;
  readonly suffix: string;
  /** The level after whose numbers it begins anew; 0: never. */
  readonly restart: number | undefined;
  readonly isLegal: boolean;
  /** The paragraph style whose paragraphs it numbers. */
  readonly style: string | undefined;
  /** How its numbers look. */
  readonly properties: XmlElement | undefined;
}

/** A list as paragraphs name it: several may count together. */
interface List {
  readonly counter: string;
  readonly levels: readonly (Level | undefined)[];
  /** Levels that begin anew where the list is first used. */
  readonly starts: ReadonlyMap<number, number>;
}

/** A number that is written before a paragraph. */
export interface AutomaticNumber {
  /** With the space behind it. */
  readonly text: string;
  /** What its level says of its characters (`w:rPr`). */
  readonly properties: XmlElement | undefined;
}

/** Writes the automatic numbers of paragraphs, which come in the order of the document. */
export interface Numbering {
  /** The number of a paragraph with such properties; undefined where it has none. */
  next(properties: XmlElement | undefined): AutomaticNumber | undefined;
}

const deepestLevel = 8;

export function createNumbering(root: XmlElement | undefined, styles: Styles): Numbering {
  const lists = readLists(root, styles);
  const counters = new Map<string, (number | undefined)[]>();
  const used = new Set<string>();
  return {
    next(properties) {
      const found = listOf(properties, styles, lists);
      if (found === undefined) {
        return undefined;
      }
      const { id, list, level } = found;
      const counts = counters.get(list.counter) ?? [];
      counters.set(list.counter, counts);
      if (!used.has(id)) {
        used.add(id);
        list.starts.forEach((start, at) => {
          counts[at] = at < level ? start : start - 1;
        });
      }
      count(counts, list, level);
      const text = textOf(counts, list, level);
      return text === '' ? undefined : { text, properties: list.levels[level]?.properties };
    },
  };
}

function listOf(
  properties: XmlElement | undefined, styles: Styles, lists: ReadonlyMap<string, List>,
): { id: string; list: List; level: number } | undefined {
  const own = child(properties, 'w:numPr');
  const ownList = child(own, 'w:numId')?.attributes['w:val'];
  const ownLevel = child(own, 'w:ilvl')?.attributes['w:val'];
  const style = ownList === undefined ? styles.numberOf(child(properties, 'w:pStyle')?.attributes['w:val']) : undefined;
  const id = ownList ?? style?.list ?? '0';
  const list = lists.get(id);
  if (list === undefined) {
    return undefined;
  }
  const ofStyle = style && list.levels.findIndex((level) => level?.style === style.style);
  const level = ownLevel === undefined ? style?.level ?? Math.max(0, ofStyle ?? 0) : Number(ownLevel);
  return Number.isInteger(level) && level >= 0 && level <= deepestLevel ? { id, list, level } : undefined;
}

function count(counts: (number | undefined)[], { levels }: List, level: number): void {
  for (let above = 0; above < level; above += 1) {
    counts[above] ??= levels[above]?.start ?? 1;
  }
  counts[level] = counts[level] === undefined ? levels[level]?.start ?? 1 : counts[level] + 1;
  for (let below = level + 1; below <= deepestLevel; below += 1) {
    const restart = levels[below]?.restart;
    if (restart === undefined || (restart > 0 && level < restart)) {
      counts[below] = undefined;
    }
  }
}

/** A mark after which no space is needed. */
const wideMark = /[\u3001\u3002\uff00-\uffef]$/u;

function textOf(counts: readonly (number | undefined)[], { levels }: List, level: number): string {
  const own = levels[level];
  if (own === undefined || own.format === 'bullet') {
    return '';
  }
  const text = own.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = own.isLegal && at < level ? 'decimal' : levels[at]?.format ?? 'decimal';
    return formatNumber(counts[at] ?? levels[at]?.start ?? 1, format);
  });
  return text === '' || own.suffix === 'nothing' || wideMark.test(text) ? text : `${text} `;
}

function readLists(root: XmlElement | undefined, styles: Styles): Map<string, List> {
  const all = root === undefined ? [] : elements(root);
  const abstracts = new Map(all.filter(({ name }) => name === 'w:abstractNum').map((element) => [element.attributes['w:abstractNumId'] ?? '', element]));
  const numbers = new Map(all.filter(({ name }) => name === 'w:num').map((element) => [element.attributes['w:numId'] ?? '', element]));
  const abstractOf = (number: XmlElement | undefined): string => child(number, 'w:abstractNumId')?.attributes['w:val'] ?? '';
  return new Map([...numbers].filter(([id]) => id !== '0').map(([id, number]) => {
    let counter = abstractOf(number);
    const linked = child(abstracts.get(counter), 'w:numStyleLink')?.attributes['w:val'];
    if (linked !== undefined) {
      counter = abstractOf(numbers.get(styles.listOf(linked) ?? ''));
    }
    return [id, readList(counter, abstracts.get(counter), number)];
  }));
}

function readList(counter: string, abstract: XmlElement | undefined, number: XmlElement): List {
  const levels: (Level | undefined)[] = [];
  const starts = new Map<number, number>();
  const read = (element: XmlElement): void => {
    levels[Number(element.attributes['w:ilvl'])] = readLevel(element);
  };
  (abstract === undefined ? [] : elements(abstract)).filter(({ name }) => name === 'w:lvl').forEach(read);
  for (const override of elements(number).filter(({ name }) => name === 'w:lvlOverride')) {
    const level = child(override, 'w:lvl');
    if (level !== undefined) {
      read(level);
    }
    const start = child(override, 'w:startOverride')?.attributes['w:val'];
    if (start !== undefined) {
      starts.set(Number(override.attributes['w:ilvl']), Number(start));
    }
  }
  return { counter, levels, starts };
}

function readLevel(element: XmlElement): Level {
  const value = (name: string): string | undefined => child(element, name)?.attributes['w:val'];
  const restart = value('w:lvlRestart');
  return {
    format: formatOf(element),
    text: value('w:lvlText') ?? '',
    start: Number(value('w:start') ?? 0),
    suffix: value('w:suff') ?? 'tab',
    restart: restart === undefined ? undefined : Number(restart),
    isLegal: child(element, 'w:isLgl') !== undefined && isOn(value('w:isLgl'), true),
    style: value('w:pStyle'),
    properties: child(element, 'w:rPr'),
  };
}

/** The format; where newer ones are told beside a fallback, the fallback. */
function formatOf(element: XmlElement): string {
  const alternative = child(child(element, 'mc:AlternateContent'), 'mc:Fallback');
  return (child(element, 'w:numFmt') ?? child(alternative, 'w:numFmt'))?.attributes['w:val'] ?? 'decimal';
}
