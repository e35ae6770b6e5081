import * as l10n from '@vscode/l10n';
import type { Node } from 'jsonc-parser';
import type { IgnoreEntry, Range } from '../service-types.ts';
import { readTree } from './json.ts';
import { positionsIn, type TextPositions } from '../syntax/positions.ts';
import { emptySettings, isSeveritySetting, severitySettings, type FileSettings, type SeveritySetting } from './settings.ts';

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

interface Member {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node;
}

/** Collects what is wrong while the tree is read. */
class Reader {
  readonly problems: SettingsProblem[] = [];
  readonly places: TextPositions;
  readonly knownCodes: ReadonlySet<string>;

  constructor(places: TextPositions, knownCodes: ReadonlySet<string>) {
    this.places = places;
    this.knownCodes = knownCodes;
  }

  report(node: Node, message: string, code: SettingsProblem['code'] = 'settings-file'): void {
    this.problems.push({ code, message, range: this.places.range(node.offset, node.length) });
  }

  /** The members of an object; of a key given twice the last counts. */
  members(node: Node, what: string): readonly Member[] {
    if (node.type !== 'object') {
      this.report(node, l10n.t('"{0}" must be an object in braces.', what));
      return [];
    }
    const members = new Map<string, Member>();
    for (const property of node.children ?? []) {
      const [keyNode, value] = property.children ?? [];
      if (keyNode === undefined || value === undefined) {
        continue;
      }
      const key = String(keyNode.value);
      if (members.has(key)) {
        this.report(keyNode, l10n.t('"{0}" stands here a second time; this one counts.', key));
      }
      members.set(key, { key, keyNode, value });
    }
    return [...members.values()];
  }

  items(node: Node, what: string): readonly Node[] {
    if (node.type !== 'array') {
      this.report(node, l10n.t('"{0}" must be a list in brackets.', what));
      return [];
    }
    return node.children ?? [];
  }

  text(node: Node, what: string): string | undefined {
    if (node.type !== 'string' || node.value === '') {
      this.report(node, l10n.t('"{0}" must be a text in quotation marks that is not empty.', what));
      return undefined;
    }
    return String(node.value);
  }

  texts(node: Node, what: string): readonly string[] {
    return this.items(node, what).flatMap((item) => this.text(item, what) ?? []);
  }
}

const keys = ['severity', 'ignore', 'organs', 'hierarchy', 'forms'];
const ignoreKeys = ['file', 'code', 'figure', 'text', 'reason'];

/**
 * Reads a settings file (JSON; comments and trailing commas are allowed). Never throws: what is wrong is named with
 * its place, and the rest counts.
 */
export function parseSettings(text: string, knownCodes: ReadonlySet<string>): ParsedSettings {
  const reader = new Reader(positionsIn(text), knownCodes);
  const root = readTree(text, ({ offset, length, message }) => {
    reader.problems.push({ code: 'settings-file', message, range: reader.places.range(offset, length) });
  });
  if (root !== undefined && root.type !== 'object') {
    reader.report(root, l10n.t('The file must hold one object in braces.'));
  }
  if (root?.type !== 'object') {
    return { settings: emptySettings, problems: reader.problems, ignoreRanges: [], formFiles: [] };
  }
  let severity: FileSettings['severity'] = {};
  let ignore: readonly PlacedEntry[] = [];
  let organs: FileSettings['organs'] = {};
  let hierarchy: FileSettings['hierarchy'] = {};
  let formFiles: readonly NamedForm[] = [];
  for (const { key, keyNode, value } of reader.members(root, '')) {
    switch (key) {
      case 'severity': severity = readSeverities(reader, value); break;
      case 'ignore': ignore = readIgnore(reader, value); break;
      case 'organs': organs = readNameLists(reader, value, key); break;
      case 'hierarchy': hierarchy = readNameLists(reader, value, key); break;
      case 'forms': formFiles = readFormFiles(reader, value); break;
      case '$schema': break;
      default: reader.report(keyNode, l10n.t('There is no setting "{0}". The known ones are {1}.', key, keys.join(', ')));
    }
  }
  return {
    settings: { severity, ignore: ignore.map(({ entry }) => entry), organs, hierarchy, forms: formFiles.map(({ path }) => path) },
    problems: reader.problems,
    ignoreRanges: ignore.map(({ range }) => range),
    formFiles,
  };
}

function readSeverities(reader: Reader, node: Node): Record<string, SeveritySetting> {
  const severity: Record<string, SeveritySetting> = {};
  for (const { key, keyNode, value } of reader.members(node, 'severity')) {
    if (!reader.knownCodes.has(key)) {
      reader.report(keyNode, l10n.t('There is no rule "{0}".', key));
    } else if (!isSeveritySetting(value.value)) {
      reader.report(value, l10n.t('The severity of "{0}" must be one of {1}.', key, severitySettings.join(', ')));
    } else {
      severity[key] = value.value;
    }
  }
  return severity;
}

interface PlacedEntry {
  readonly entry: IgnoreEntry;
  readonly range: Range;
}

function readIgnore(reader: Reader, node: Node): readonly PlacedEntry[] {
  return reader.items(node, 'ignore').flatMap((item) => {
    const entry = readEntry(reader, item);
    return entry === undefined ? [] : { entry, range: reader.places.range(item.offset, item.length) };
  });
}

/** An entry with a faulty part is left out as a whole: without that part it would silence more than was meant. */
function readEntry(reader: Reader, node: Node): IgnoreEntry | undefined {
  const before = reader.problems.length;
  const entry: Record<string, string> = {};
  for (const { key, keyNode, value } of reader.members(node, 'ignore')) {
    if (!ignoreKeys.includes(key)) {
      reader.report(keyNode, l10n.t('There is no key "{0}" in an entry of "ignore". The known ones are {1}.', key, ignoreKeys.join(', ')));
      continue;
    }
    const text = key === 'reason' || key === 'text' ? plainText(reader, value, key) : reader.text(value, key);
    if (text !== undefined) {
      entry[key] = text;
    }
    if (key === 'code' && text !== undefined && !reader.knownCodes.has(text)) {
      reader.report(value, l10n.t('There is no rule "{0}".', text), 'unknown-silence');
    }
  }
  const isFaulty = reader.problems.length > before;
  if (!isFaulty && ['file', 'code', 'figure', 'text'].every((key) => entry[key] === undefined)) {
    reader.report(node, l10n.t('This entry of "ignore" says neither file nor code, figure or text, and would silence everything.'));
    return undefined;
  }
  return isFaulty ? undefined : entry;
}

/** A text that may be empty. */
function plainText(reader: Reader, node: Node, what: string): string | undefined {
  return node.type === 'string' ? String(node.value) : reader.text(node, what);
}

function readFormFiles(reader: Reader, node: Node): readonly NamedForm[] {
  return reader.items(node, 'forms').flatMap((item) => {
    const path = reader.text(item, 'forms');
    return path === undefined ? [] : { path, range: reader.places.range(item.offset, item.length) };
  });
}

function readNameLists(reader: Reader, node: Node, what: string): Record<string, readonly string[]> {
  return Object.fromEntries(reader.members(node, what).map(({ key, value }) => [key, reader.texts(value, `${what}.${key}`)]));
}
