import * as l10n from '@vscode/l10n';
import { faultsOfForm, type FormFault } from '../forms/check.ts';
import { extendForm, MisfitError, type Path } from '../forms/extend.ts';
import type { FormChange, FormData } from '../forms/form.ts';
import schema from '../forms/form.schema.json' with { type: 'json' };
import type { Range } from '../service-types.ts';
import { nodeAt, readJson } from './json.ts';
import { createCheck, type Misfit } from './schema.ts';
import { positionsIn } from '../syntax/positions.ts';

/** A fault of a form file, at its place in that file. */
interface FormProblem {
  readonly message: string;
  readonly range: Range;
}

interface ParsedForm {
  /** Undefined where the file cannot be used. */
  readonly form: FormData | undefined;
  readonly problems: readonly FormProblem[];
}

/** What the schema has against a value. */
const misfitsOf = createCheck(schema, '2020-12');

/** Of one slip the schema says many things. */
const mostProblems = 10;

/**
 * Reads a form file (格式文件; JSON, comments are allowed) that may extend one of the known forms. Never throws: a faulty
 * form is left out as a whole, for half a form would find what is not wrong.
 */
export function parseForm(text: string, known: readonly FormData[]): ParsedForm {
  const places = positionsIn(text);
  const problems: FormProblem[] = [];
  const json = readJson(text, ({ offset, length, message }) => problems.push({ message, range: places.range(offset, length) }));
  const report = (path: Path, message: string): void => {
    const { offset, length } = json ? nodeAt(json.root, path).node : { offset: 0, length: 1 };
    problems.push({ message, range: places.range(offset, length) });
  };
  if (json?.root.type !== 'object' && problems.length === 0) {
    report([], l10n.t('The file must hold one object in braces.'));
  }
  if (!json || problems.length > 0) {
    return { form: undefined, problems };
  }
  const { value } = json;
  const misfits = misfitsOf(value);
  misfits.slice(0, mostProblems).forEach((misfit) => report(misfit.path, messageOfMisfit(misfit)));
  if (misfits.length > 0) {
    return { form: undefined, problems };
  }
  const form = wholeForm(value as FormData | FormChange, known, report);
  const faults = form ? faultsOfForm(form) : [];
  faults.forEach((fault) => report(form ? placeInFile(fault.path, form, value as FormData | FormChange) : [], messageOf(fault)));
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
    case 'figure': return l10n.t('The form has no figure "{0}".', name);
    case 'column': return l10n.t('The form has no column "{0}".', name);
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

function messageOfMisfit({ path, keyword, error }: Misfit): string {
  const name = path.at(-1) ?? '';
  switch (keyword) {
    case 'false': return l10n.t('There is no key "{0}" here.', name);
    case 'required': return l10n.t('"{0}" is missing here.', /"([^"]*)"/u.exec(error)?.[1] ?? '');
    default: return l10n.t('"{0}" does not fit here: {1}', name, error);
  }
}
