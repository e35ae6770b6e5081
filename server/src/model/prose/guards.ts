import { guards, type Guard, type Reach, type Role, type Subject } from './vocabulary.ts';

const nothing: ReadonlySet<Subject> = new Set();

/** What words silence, and how far: `guards` of the phrases' data, looked up by role. */
export class Guards {
  readonly #subjects = new Map<string, Set<Subject>>();
  readonly #roles = new Map<string, Role[]>();

  /** Without an argument, all of them. */
  constructor(list: readonly Guard[] = guards) {
    for (const { roles, reach, silences } of list) {
      for (const subject of silences) {
        this.#rolesOf(reach, subject).push(...roles);
        roles.forEach((role) => this.#subjectsOf(reach, role).add(subject));
      }
    }
  }

  /** What a word of the role silences as far as the guard reaches. */
  silencedBy(reach: Reach, role: Role): ReadonlySet<Subject> {
    return this.#subjects.get(`${reach} ${role}`) ?? nothing;
  }

  /** Whether one of the roles silences the subject. */
  silence(subject: Subject, reach: Reach, roles: ReadonlySet<Role>): boolean {
    return this.#roles.get(`${reach} ${subject}`)?.some((role) => roles.has(role)) ?? false;
  }

  #subjectsOf(reach: Reach, role: Role): Set<Subject> {
    const key = `${reach} ${role}`;
    const known = this.#subjects.get(key) ?? new Set();
    this.#subjects.set(key, known);
    return known;
  }

  #rolesOf(reach: Reach, subject: Subject): Role[] {
    const key = `${reach} ${subject}`;
    const known = this.#roles.get(key) ?? [];
    this.#roles.set(key, known);
    return known;
  }
}

export const allGuards = new Guards();
