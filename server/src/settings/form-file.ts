import * as l10n from '@vscode/l10n';
import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import { faultsOfForm, type FormFault } from '../forms/check.ts';
import { extendForm, MisfitError, type Path } from '../forms/extend.ts';
import type { FormChange, FormData } from '../forms/form.ts';
import schema from '../forms/form.schema.json' with { type: 'json' };
import type { Range } from '../service-types.ts';
import { readTree } from './json.ts';
import { positionsIn } from '../syntax/positions.ts';

/** A fault of a form file, at its place in that file. */
export interface FormProblem {
  readonly message: string;
  readonly range: Range;
}

export interface ParsedForm {
  /** Undefined where the file cannot be used. */
  readonly form: FormData | undefined;
  readonly problems: readonly FormProblem[];
}

/** Of one slip the schema says many things. */
const mostProblems = 10;

/**
 * Reads a form file (格式文件; JSON, comments are allowed) that may extend one of the known forms. Never throws: a faulty
 * form is left out as a whole, for half a form would find what is not wrong.
 */
export function parseForm(text: string, known: readonly FormData[]): ParsedForm {
  const places = positionsIn(text);
  const problems: FormProblem[] = [];
  const report = (node: Node | undefined, message: string): void => {
    problems.push({ message, range: node ? places.range(node.offset, node.length) : places.range(0, 1) });
  };
  const root = readTree(text, ({ offset, length, message }) => problems.push({ message, range: places.range(offset, length) }));
  if (root?.type !== 'object' && problems.length === 0) {
    report(root, l10n.t('The file must hold one object in braces.'));
  }
  if (!root || problems.length > 0) {
    return { form: undefined, problems };
  }
  const value: unknown = getNodeValue(root);
  const misfits = new Validator(schema as Schema, '2020-12', false).validate(value).errors.flatMap(misfitOf);
  misfits.slice(0, mostProblems).forEach(({ path, message }) => report(nodeAt(root, path), message));
  if (misfits.length > 0) {
    return { form: undefined, problems };
  }
  const form = wholeForm(value as FormData | FormChange, known, (path, message) => report(nodeAt(root, path), message));
  const faults = form ? faultsOfForm(form) : [];
  faults.forEach((fault) => report(nodeAt(root, form ? placeInFile(fault.path, form, value as FormData | FormChange) : []), messageOf(fault)));
  return { form: faults.length === 0 ? form : undefined, problems };
}

function wholeForm(data: FormData | FormChange, known: readonly FormData[], report: (path: Path, message: string) => void): FormData | undefined {
  if (!('extends' in data)) {
    return data;
  }
  const base = known.findLast(({ id }) => id === data.extends);
  if (!base) {
    report(['extends'], l10n.t('There is no form "{0}". The known ones are {1}.', data.extends, known.map(({ id }) => id).join(', ')));
    return undefined;
  }
  try {
    return extendForm(base, data);
  } catch (error) {
    if (!(error instanceof MisfitError)) {
      throw error;
    }
    report(error.path, lackOf(error));
    return undefined;
  }
}

function lackOf({ kind, lacks }: MisfitError): string {
  switch (kind) {
    case 'section': return l10n.t('The form that is extended has no section "{0}"; a new one needs numeral, title and cues.', lacks);
    case 'table': return l10n.t('The form that is extended has no table "{0}"; a new one needs title, arrangement, blocks and identities.', lacks);
    case 'row': return l10n.t('The table has no row "{0}".', lacks);
  }
}

function messageOf({ kind, name }: FormFault): string {
  switch (kind) {
    case 'section': return l10n.t('The form has no section "{0}".', name);
    case 'table': return l10n.t('The form has no table "{0}".', name);
    case 'term': return l10n.t('The table has neither row nor column "{0}".', name);
    case 'twice': return l10n.t('"{0}" stands here a second time.', name);
    case 'years': return l10n.t('The form ends before it begins.');
  }
}

/** Where in its file something stands that stands at a path of the whole form. */
function placeInFile(path: Path, form: FormData, file: FormData | FormChange): Path {
  const [part, index] = path;
  if (!('extends' in file) || (part !== 'sections' && part !== 'tables') || typeof index !== 'number') {
    return path;
  }
  const changes: readonly { readonly id: string }[] = file[part] ?? [];
  const at = changes.findIndex(({ id }) => id === form[part][index]?.id);
  const change = changes[at];
  const isWhole = part === 'sections' || (change !== undefined && 'blocks' in change);
  return change === undefined ? ['extends'] : [part, at, ...(isWhole ? path.slice(2) : path.slice(2, 3))];
}

/** The node at a path, or the nearest around it that the file has: what is faulty may stand in the form that is extended. */
function nodeAt(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) {
      return node;
    }
  }
  return root;
}

/** Keywords whose errors only say that there is another one within. */
const wrappers: ReadonlySet<string> = new Set([
  'properties', 'items', '$ref', 'if', 'then', 'else', 'anyOf', 'allOf', 'oneOf', 'additionalProperties', 'prefixItems', 'dependentSchemas',
]);

function misfitOf({ keyword, instanceLocation, error }: OutputUnit): { readonly path: Path; readonly message: string }[] {
  const path = instanceLocation.split('/').slice(1).map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
  const name = String(path.at(-1) ?? '');
  const [, quoted = ''] = /"([^"]*)"/u.exec(error) ?? [];
  switch (keyword) {
    case 'false': return [{ path, message: l10n.t('There is no key "{0}" here.', name) }];
    case 'required': return [{ path, message: l10n.t('"{0}" is missing here.', quoted) }];
    default: return wrappers.has(keyword) ? [] : [{ path, message: l10n.t('"{0}" does not fit here: {1}', name, error) }];
  }
}
