import { isAcross, type Box, type Rule } from './page.ts';

/** Lines of which no more than this parts them are one, or touch; in points. */
export const near = 1.6;
/** What is shorter is a dash or a dot of a line that is broken. */
const shortest = 3;
/** Beyond this a page is a drawing. */
const mostRules = 20_000;

/** The rules of one table: what touches each other. */
export interface RuledArea extends Box {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** The areas of a page in which rules across and down make boxes, from top to bottom. */
export function ruledAreas(rules: readonly Rule[]): RuledArea[] {
  if (rules.length > mostRules) {
    return [];
  }
  const across = joined(rules.filter(isAcross), 'top', 'left', 'right');
  const down = joined(rules.filter((rule) => !isAcross(rule)), 'left', 'top', 'bottom');
  const groups = new Groups(across.length + down.length);
  down.forEach((upright, index) => {
    across.forEach((flat, other) => {
      if (touches(upright, flat)) {
        groups.join(across.length + index, other);
      }
    });
  });
  const areas = groups.all().map((members) => {
    const own = { across: members.filter((member) => member < across.length).map((member) => across[member] as Rule),
      down: members.filter((member) => member >= across.length).map((member) => down[member - across.length] as Rule) };
    return { ...own, ...around([...own.across, ...own.down]) };
  });
  return areas.filter((area) => area.across.length > 1 && area.down.length > 1).sort((one, other) => one.top - other.top || one.left - other.left);
}

function touches(upright: Rule, flat: Rule): boolean {
  return flat.left - near <= upright.left && upright.left <= flat.right + near && upright.top - near <= flat.top && flat.top <= upright.bottom + near;
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)), right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** Rules on one line that touch or overlap are one; `at` is where they stand, `from` and `to` their ends. */
function joined(rules: readonly Rule[], at: 'top' | 'left', from: 'left' | 'top', to: 'right' | 'bottom'): Rule[] {
  const positions = clustered(rules.map((rule) => rule[at]));
  const lines = new Map<number, Rule[]>();
  for (const rule of rules) {
    const position = nearest(positions, rule[at]);
    lines.set(position, [...(lines.get(position) ?? []), rule]);
  }
  return [...lines].flatMap(([position, own]) => {
    const result: { from: number; to: number }[] = [];
    for (const rule of own.sort((one, other) => one[from] - other[from])) {
      const last = result.at(-1);
      if (last !== undefined && rule[from] <= last.to + near) {
        last.to = Math.max(last.to, rule[to]);
      } else {
        result.push({ from: rule[from], to: rule[to] });
      }
    }
    return result.filter((rule) => rule.to - rule.from >= shortest).map((rule): Rule => (at === 'top'
      ? { left: rule.from, right: rule.to, top: position, bottom: position }
      : { left: position, right: position, top: rule.from, bottom: rule.to }));
  });
}

/** Where numbers lie that are near to each other: the middle of each heap, in order. */
export function clustered(numbers: readonly number[]): number[] {
  const heaps: number[][] = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const last = heaps.at(-1);
    if (last !== undefined && number - (last[0] as number) <= near) {
      last.push(number);
    } else {
      heaps.push([number]);
    }
  }
  return heaps.map((heap) => heap.reduce((sum, number) => sum + number, 0) / heap.length);
}

export function nearest(positions: readonly number[], number: number): number {
  return positions.reduce((best, position) => (Math.abs(position - number) < Math.abs(best - number) ? position : best), positions[0] ?? number);
}

/** Numbers from 0 put into groups. */
export class Groups {
  readonly #parent: number[];

  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, index) => index);
  }

  find(member: number): number {
    let root = member;
    while (this.#parent[root] !== root) {
      root = this.#parent[root] as number;
    }
    this.#parent[member] = root;
    return root;
  }

  join(one: number, other: number): void {
    this.#parent[this.find(one)] = this.find(other);
  }

  all(): number[][] {
    const groups = new Map<number, number[]>();
    this.#parent.forEach((_, member) => {
      const root = this.find(member);
      const group = groups.get(root);
      if (group === undefined) {
        groups.set(root, [member]);
      } else {
        group.push(member);
      }
    });
    return [...groups.values()];
  }
}
