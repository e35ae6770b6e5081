/** A place in a glob: the characters that lead on from it, and the places that are reached from it without any. */
interface State {
  readonly steps: { readonly accepts: (character: string) => boolean; readonly to: State }[];
  readonly free: State[];
}

/** No path is that long; a longer one is no glob that anybody wrote. */
const longest = 2000;

/**
 * Whether paths match a glob: `*` and `?` within a name, `**` over folders, `[a-z]` and `[!a-z]`, `{a,b}`, and `\` before a mark
 * that stands for itself. The time is linear in the path: all ways through the glob are followed at once.
 */
export function compileGlob(glob: string): (path: string) => boolean {
  const characters = [...glob];
  if (characters.length > longest) {
    return (path) => path === glob;
  }
  const start = createState();
  const end = new Compiler(characters).compile(start);
  return (path) => {
    let reached = withFree([start]);
    for (const character of path) {
      const next = [...reached].flatMap(({ steps }) => steps.flatMap(({ accepts, to }) => (accepts(character) ? [to] : [])));
      reached = withFree(next);
      if (reached.size === 0) {
        return false;
      }
    }
    return reached.has(end);
  };
}

function createState(): State {
  return { steps: [], free: [] };
}

/** The places, and all that are reached from them without a character. */
function withFree(states: readonly State[]): ReadonlySet<State> {
  const all = new Set(states);
  for (const state of all) {
    state.free.forEach((one) => all.add(one));
  }
  return all;
}

const any = (): boolean => true;
const inName = (character: string): boolean => character !== '/';

class Compiler {
  readonly #glob: readonly string[];
  #at = 0;

  constructor(glob: readonly string[]) {
    this.#glob = glob;
  }

  /** Leads on from a place; gives the place behind the glob. */
  compile(from: State): State {
    return this.#sequence(from, this.#glob.length);
  }

  #sequence(from: State, end: number): State {
    let state = from;
    while (this.#at < end) {
      state = this.#next(state, end);
    }
    return state;
  }

  #next(from: State, end: number): State {
    const character = this.#glob[this.#at] ?? '';
    switch (character) {
      case '*': return this.#stars(from);
      case '?': return this.#step(from, inName);
      case '[': return this.#set(from);
      case '{': return this.#choice(from, end);
      case '\\': return this.#escaped(from);
      default: return this.#step(from, (other) => other === character);
    }
  }

  #step(from: State, accepts: (character: string) => boolean, length = 1): State {
    const to = createState();
    from.steps.push({ accepts, to });
    this.#at += length;
    return to;
  }

  #escaped(from: State): State {
    const character = this.#glob[this.#at + 1] ?? '\\';
    return this.#step(from, (other) => other === character, 2);
  }

  /** As many folders as there are where two stars stand for a name of their own, else a part of a name. */
  #stars(from: State): State {
    const first = this.#at;
    while (this.#glob[this.#at] === '*') {
      this.#at += 1;
    }
    const behind = this.#glob[this.#at];
    const isAlone = this.#at - first === 2 && [undefined, '/', '{', ','].includes(this.#glob[first - 1]) && [undefined, '/', ',', '}'].includes(behind);
    const loop = createState();
    loop.steps.push({ accepts: isAlone ? any : inName, to: loop });
    from.free.push(loop);
    if (!isAlone || behind !== '/') {
      return loop;
    }
    const to = this.#step(loop, (character) => character === '/');
    from.free.push(to);
    return to;
  }

  #set(from: State): State {
    const inner = this.#startOfSet(this.#at);
    const close = this.#closeOfSet(this.#at);
    if (close < 0) {
      return this.#step(from, (other) => other === '[');
    }
    const ranges = rangesOf(this.#glob.slice(inner, close));
    const isNegated = inner > this.#at + 1;
    const isIn = (character: string): boolean => ranges.some(([first, last]) => first <= character && character <= last);
    return this.#step(from, (character) => inName(character) && isIn(character) !== isNegated, close + 1 - this.#at);
  }

  #startOfSet(open: number): number {
    return open + (['!', '^'].includes(this.#glob[open + 1] ?? '') ? 2 : 1);
  }

  /** Where a set ends, which a bracket right at its start does not; -1 where it does not. */
  #closeOfSet(open: number): number {
    return this.#glob.indexOf(']', this.#startOfSet(open) + 1);
  }

  /** One of several globs; a brace without a partner, or around one glob only, stands for itself. */
  #choice(from: State, end: number): State {
    const marks = this.#marksOfChoice(end);
    if (marks.length < 2) {
      return this.#step(from, (other) => other === '{');
    }
    const to = createState();
    for (const mark of marks) {
      this.#at += 1;
      const start = createState();
      from.free.push(start);
      this.#sequence(start, mark).free.push(to);
    }
    this.#at += 1;
    return to;
  }

  /** Where the commas of a choice stand, and its closing brace last. */
  #marksOfChoice(end: number): number[] {
    const marks: number[] = [];
    let depth = 0;
    for (let at = this.#at; at < end; at += 1) {
      const character = this.#glob[at];
      if (character === '\\') {
        at += 1;
      } else if (character === '[') {
        at = Math.max(at, this.#closeOfSet(at));
      } else if (character === '{') {
        depth += 1;
      } else if (character === ',' && depth === 1) {
        marks.push(at);
      } else if (character === '}') {
        depth -= 1;
        if (depth === 0) {
          return [...marks, at];
        }
      }
    }
    return [];
  }
}

/** `a-z` as the characters from the one to the other, a single one as itself. */
function rangesOf(characters: readonly string[]): [first: string, last: string][] {
  const ranges: [string, string][] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const first = characters[at] ?? '';
    const last = characters[at + 1] === '-' ? characters[at + 2] : undefined;
    ranges.push([first, last ?? first]);
    at += last === undefined ? 0 : 2;
  }
  return ranges;
}
