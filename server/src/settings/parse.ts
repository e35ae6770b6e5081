import * as l10n from '@vscode/l10n';
import type { Node } from 'jsonc-parser';
import type { IgnoreEntry, Range, ReviewEntry } from '../service-types.ts';
import { comparePositions, positionsIn } from '../syntax/positions.ts';
import { nodeAt, readJson } from './json.ts';
import { reportNameFaults } from './name-faults.ts';
import { createCheck, type Misfit } from './schema.ts';
import { emptySettings, severitySettings, type FileSettings } from './settings.ts';
import schema from './settings.schema.json' with { type: 'json' };

/** A fault in a settings file, at its place in that file. */
export interface SettingsProblem {
  readonly code: 'settings-file' | 'unknown-silence';
  readonly message: string;
  readonly range: Range;
}

/** A form file as a settings file names it, relative to itself, and where it does. */
export interface NamedForm {
  readonly path: string;
  readonly range: Range;
}

export interface ParsedSettings {
  /** All that could be read; faulty parts are left out. */
  readonly settings: FileSettings;
  readonly problems: readonly SettingsProblem[];
  /** Where each entry of `settings.ignore` stands. */
  readonly ignoreRanges: readonly Range[];
  /** The files of `settings.forms`, and where they are named. */
  readonly formFiles: readonly NamedForm[];
}

/** What the published schema has against a value. */
const misfitsOf = createCheck(schema, '7');

const keys = Object.keys(schema.properties).filter((key) => key !== '$schema');
/** The keys of an entry, by the list that it stands in. */
const entryKeys: Readonly<Record<string, readonly string[]>> = {
  ignore: Object.keys(schema.properties.ignore.items.properties), review: Object.keys(schema.properties.review.items.properties),
};

/**
 * Reads a settings file (JSON; comments and trailing commas are allowed) by its schema. Never throws: what is wrong is
 * named with its place, and the rest counts.
 */
export function parseSettings(text: string): ParsedSettings {
  const places = positionsIn(text);
  const problems: SettingsProblem[] = [];
  const report = ({ offset, length }: { offset: number; length: number }, message: string, code: SettingsProblem['code'] = 'settings-file'): void => {
    problems.push({ code, message, range: places.range(offset, length) });
  };
  const json = readJson(text, (fault) => report(fault, fault.message));
  if (json && json.root.type !== 'object') {
    report(json.root, l10n.t('The file must hold one object in braces.'));
  }
  if (json?.root.type !== 'object') {
    return { settings: emptySettings, problems, ignoreRanges: [], formFiles: [] };
  }
  const { root, value } = json;
  repeatedKeys(root).forEach((key) => report(key, l10n.t('"{0}" stands here a second time; this one counts.', String(key.value))));
  const misfits = misfitsIn(value);
  for (const misfit of misfits) {
    const { node, key } = nodeAt(root, misfit.path);
    report(misfit.keyword === 'false' && key ? key : node, messageOf(misfit, node.value), isUnknownCode(misfit, node.value) ? 'unknown-silence' : 'settings-file');
  }
  const rangeAt = (...path: readonly (string | number)[]): Range => {
    const { offset, length } = nodeAt(root, path).node;
    return places.range(offset, length);
  };
  const { ignore, forms, review, ...rest } = soundParts(value as Partial<FileSettings>, misfits);
  reportNameFaults(rest, root, report);
  return {
    settings: {
      ...rest, ignore: ignore.map(({ item }) => ({ ...item })), forms: forms.map(({ item }) => item), review: review.map(({ item }) => ({ ...item })),
    },
    problems: problems.sort((one, other) => comparePositions(one.range.start, other.range.start)),
    ignoreRanges: ignore.map(({ at }) => rangeAt('ignore', at)),
    formFiles: forms.map(({ item, at }) => ({ path: item, range: rangeAt('forms', at) })),
  };
}

/** Objects stand no deeper in a settings file: the file, its parts, the entries of a list. */
const deepest = 2;

/** Keys that stand in an object before. */
function repeatedKeys(node: Node, depth = 0): Node[] {
  const { type, children = [] } = node;
  const values = type === 'object' ? children.flatMap(({ children: [, value] = [] }) => value ?? []) : children;
  const named = type === 'object' ? children.flatMap(({ children: [key, value] = [] }) => (key && value ? [key] : [])) : [];
  const seen = new Set<unknown>();
  const repeated = named.filter(({ value }) => seen.size === seen.add(value).size);
  return [...repeated, ...(depth < deepest ? values.flatMap((value) => repeatedKeys(value, depth + 1)) : [])];
}

/** One misfit a place; that an entry says nothing, only where it says nothing wrong either. */
function misfitsIn(value: unknown): readonly Misfit[] {
  const byPlace = new Map<string, Misfit>();
  const entries = new Set<string>();
  for (const misfit of misfitsOf(value)) {
    const place = JSON.stringify(misfit.path);
    byPlace.set(place, byPlace.get(place) ?? misfit);
    if (misfit.path.length > 2) {
      entries.add(JSON.stringify(misfit.path.slice(0, 2)));
    }
  }
  return [...byPlace].filter(([place, { keyword }]) => keyword !== 'required' || !entries.has(place)).map(([, misfit]) => misfit);
}

function messageOf({ path, keyword, error }: Misfit, value: unknown): string {
  const [part, name = '', inner] = path;
  if (keyword === 'false') {
    return path.length === 1
      ? l10n.t('There is no setting "{0}". The known ones are {1}.', part ?? '', keys.join(', '))
      : part === 'severity'
        ? l10n.t('There is no rule "{0}".', name)
        : l10n.t('There is no key "{0}" in an entry of "{2}". The known ones are {1}.', inner ?? '', (entryKeys[part ?? ''] ?? []).join(', '), part ?? '');
  }
  if (keyword === 'required' && part === 'review') {
    return l10n.t('This entry of "review" needs "file", "code" and "status".');
  }
  if (part === 'review' && inner === 'status') {
    return l10n.t('"{0}" must be one of {1}.', inner, schema.properties.review.items.properties.status.enum.join(', '));
  }
  if (keyword === 'required') {
    return l10n.t('This entry of "ignore" says neither file nor code, figure or text, and would suppress everything.');
  }
  if (part === 'severity' && path.length === 2) {
    return l10n.t('The severity of "{0}" must be one of {1}.', name, severitySettings.join(', '));
  }
  if (isUnknownCode({ path, keyword, error }, value)) {
    return l10n.t('There is no rule "{0}".', String(value));
  }
  const what = whatOf(path);
  switch (/Expected "(\w+)"/u.exec(error)?.[1]) {
    case 'object': return l10n.t('"{0}" must be an object in braces.', what);
    case 'array': return l10n.t('"{0}" must be a list in brackets.', what);
    default: return l10n.t('"{0}" must be a text in quotation marks that is not empty.', what);
  }
}

/** Whether an entry names a code that there is not. */
function isUnknownCode({ path, keyword }: Misfit, value: unknown): boolean {
  return keyword === 'enum' && path[2] === 'code' && typeof value === 'string' && value !== '';
}

/** How a message names what stands at a path: `ignore`, the `file` of entries, `organs.青禾县水务局`. */
function whatOf([part = '', name, inner]: readonly string[]): string {
  if (part === 'ignore' || part === 'review') {
    return inner ?? part;
  }
  return name === undefined || part === 'forms' ? part : `${part}.${name}`;
}

interface Placed<Item> {
  readonly item: Item;
  readonly at: number;
}

type SoundParts = Omit<FileSettings, 'ignore' | 'forms' | 'review'> & {
  readonly ignore: readonly Placed<IgnoreEntry>[];
  readonly forms: readonly Placed<string>[];
  readonly review: readonly Placed<ReviewEntry>[];
};

/**
 * What the schema has nothing against. An entry of `ignore` or `review` with a faulty part is left out as a whole: without that part it
 * would suppress, or decide on, more than was meant.
 */
function soundParts({ severity, ignore, organs, hierarchy, forms, review }: Partial<FileSettings>, misfits: readonly Misfit[]): SoundParts {
  const faulty = new Set(misfits.flatMap(({ path }) => path.map((_, at) => JSON.stringify(path.slice(0, at + 1)))));
  const whole = new Set(misfits.map(({ path }) => JSON.stringify(path)));
  const isSound = (...path: readonly string[]): boolean => !faulty.has(JSON.stringify(path));
  const itemsOf = <Item>(items: readonly Item[] | undefined, ...path: readonly string[]): Placed<Item>[] =>
    (whole.has(JSON.stringify(path)) ? [] : (items ?? []).map((item, at) => ({ item, at })).filter(({ at }) => isSound(...path, String(at))));
  const namesOf = (lists: FileSettings['organs'] | undefined, part: string): FileSettings['organs'] =>
    (whole.has(JSON.stringify([part])) ? {}
      : Object.fromEntries(Object.entries(lists ?? {}).map(([name, items]) => [name, itemsOf(items, part, name).map(({ item }) => item)])));
  return {
    severity: whole.has('["severity"]') ? {} : Object.fromEntries(Object.entries(severity ?? {}).filter(([code]) => isSound('severity', code))),
    ignore: itemsOf(ignore, 'ignore'),
    organs: namesOf(organs, 'organs'),
    hierarchy: namesOf(hierarchy, 'hierarchy'),
    forms: itemsOf(forms, 'forms'),
    review: itemsOf(review, 'review'),
  };
}
