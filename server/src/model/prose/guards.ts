import { guards, type Guard, type Reach, type Role, type Subject, type Word } from './vocabulary.ts';

/** What a word blocks, by how far. */
type Blocked = ReadonlyMap<Reach, ReadonlySet<Subject>>;

const nothing: ReadonlySet<Subject> = new Set();
const nowhere: ReadonlyMap<Reach, ReadonlySet<Subject>> = new Map();

/** What words block, and how far: `guards` of the phrases' data, looked up by word and by what is blocked. */
export class Guards {
  readonly #list: readonly Guard[];
  readonly #byWord = new WeakMap<Word, Blocked>();
  readonly #roles = new Map<Reach, Map<Subject, readonly Role[]>>();

  /** Without an argument, all of them. */
  constructor(list: readonly Guard[] = guards) {
    this.#list = list;
    for (const { roles, reach, blocks } of list) {
      const bySubject = this.#roles.get(reach) ?? new Map<Subject, readonly Role[]>();
      blocks.forEach((subject) => bySubject.set(subject, [...(bySubject.get(subject) ?? []), ...roles]));
      this.#roles.set(reach, bySubject);
    }
  }

  /** What a word blocks as far as its guards reach. */
  blockedBy(reach: Reach, word: Word): ReadonlySet<Subject> {
    let blocked = this.#byWord.get(word);
    if (blocked === undefined) {
      blocked = this.#blockedOf(word.roles);
      this.#byWord.set(word, blocked);
    }
    return blocked.get(reach) ?? nothing;
  }

  /** What the words of a role block as far as its guards reach. */
  blockedByRole(reach: Reach, role: Role): ReadonlySet<Subject> {
    return this.#blockedOf(new Set([role])).get(reach) ?? nothing;
  }

  /** Whether one of the roles blocks the subject. */
  blocks(subject: Subject, reach: Reach, roles: ReadonlySet<Role>): boolean {
    return this.#roles.get(reach)?.get(subject)?.some((role) => roles.has(role)) ?? false;
  }

  #blockedOf(roles: ReadonlySet<Role>): Blocked {
    const own = this.#list.filter((guard) => guard.roles.some((role) => roles.has(role)));
    return own.length === 0 ? nowhere : new Map(own.map(({ reach }) => [
      reach, new Set(own.filter((guard) => guard.reach === reach).flatMap(({ blocks }) => blocks)),
    ]));
  }
}

export const allGuards = new Guards();
