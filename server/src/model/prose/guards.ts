import { guards, type Guard, type Reach, type Role, type Subject, type Word } from './vocabulary.ts';

/** What a word silences, by how far. */
type Silence = ReadonlyMap<Reach, ReadonlySet<Subject>>;

const nothing: ReadonlySet<Subject> = new Set();
const silent: ReadonlyMap<Reach, ReadonlySet<Subject>> = new Map();

/** What words silence, and how far: `guards` of the phrases' data, looked up by word and by what is silenced. */
export class Guards {
  readonly #list: readonly Guard[];
  readonly #byWord = new WeakMap<Word, Silence>();
  readonly #roles = new Map<Reach, Map<Subject, readonly Role[]>>();

  /** Without an argument, all of them. */
  constructor(list: readonly Guard[] = guards) {
    this.#list = list;
    for (const { roles, reach, silences } of list) {
      const bySubject = this.#roles.get(reach) ?? new Map<Subject, readonly Role[]>();
      silences.forEach((subject) => bySubject.set(subject, [...(bySubject.get(subject) ?? []), ...roles]));
      this.#roles.set(reach, bySubject);
    }
  }

  /** What a word silences as far as its guards reach. */
  silencedBy(reach: Reach, word: Word): ReadonlySet<Subject> {
    let silence = this.#byWord.get(word);
    if (silence === undefined) {
      silence = this.#silenceOf(word.roles);
      this.#byWord.set(word, silence);
    }
    return silence.get(reach) ?? nothing;
  }

  /** What the words of a role silence as far as its guards reach. */
  silencedByRole(reach: Reach, role: Role): ReadonlySet<Subject> {
    return this.#silenceOf(new Set([role])).get(reach) ?? nothing;
  }

  /** Whether one of the roles silences the subject. */
  silence(subject: Subject, reach: Reach, roles: ReadonlySet<Role>): boolean {
    return this.#roles.get(reach)?.get(subject)?.some((role) => roles.has(role)) ?? false;
  }

  #silenceOf(roles: ReadonlySet<Role>): Silence {
    const own = this.#list.filter((guard) => guard.roles.some((role) => roles.has(role)));
    return own.length === 0 ? silent : new Map(own.map(({ reach }) => [
      reach, new Set(own.filter((guard) => guard.reach === reach).flatMap(({ silences }) => silences)),
    ]));
  }
}

export const allGuards = new Guards();
