import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What whoever publishes the project says of where it is; all but the publisher may be missing. */
export interface Publishing {
  /** The publisher's name on the market of extensions. */
  readonly publisher: string;
  /** The address of the repository, as `git clone` takes it. */
  readonly repository?: string;
  /** Where faults are reported, and where the project is at home; by the repository if not given. */
  readonly bugs?: string;
  readonly homepage?: string;
}

/** @throws where publishing.json is none */
export function readPublishing(root: string): Publishing {
  const data = JSON.parse(readFileSync(join(root, 'publishing.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(data).find(([key, value]) => !['publisher', 'repository', 'bugs', 'homepage'].includes(key) || typeof value !== 'string');
  if (wrong !== undefined || typeof data['publisher'] !== 'string' || !/^[a-z0-9][a-z0-9-]*$/iu.test(data['publisher'])) {
    throw new Error(`publishing.json: ${wrong?.[0] ?? 'publisher'} is not what it should be (docs/publishing.md)`);
  }
  return data as unknown as Publishing;
}

/** Sets the manifest's fields, behind its licence, and takes away those that are not given: no address is invented. */
export function renderPublishing(text: string, { publisher, repository, bugs, homepage }: Publishing): string {
  const { repository: _repository, bugs: _bugs, homepage: _homepage, ...manifest } = JSON.parse(text) as Record<string, unknown>;
  const page = repository?.replace(/^git\+/u, '').replace(/\.git$/u, '');
  const fields = {
    ...(repository === undefined ? {} : { repository: { type: 'git', url: repository } }),
    ...(bugs ?? page ? { bugs: { url: bugs ?? `${page}/issues` } } : {}),
    ...(homepage ?? page ? { homepage: homepage ?? `${page}#readme` } : {}),
  };
  const entries = Object.entries({ ...manifest, publisher }).flatMap(([key, value]): [string, unknown][] =>
    (key === 'license' ? [[key, value], ...Object.entries(fields)] : [[key, value]]));
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
