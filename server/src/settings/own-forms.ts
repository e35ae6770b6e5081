import * as l10n from '@vscode/l10n';
import type { FormData } from '../forms/form.ts';
import { parseForm } from './form-file.ts';
import type { NamedForm, SettingsProblem } from './parse.ts';

/** How the names of form files end, by which editors complete and check them. */
export const formFileEnd = '.disclosure-form.json';

/** The forms of a settings file that can be used, in its order, and what is wrong with the others. */
export interface OwnForms {
  readonly forms: readonly FormData[];
  /** At the name of the file in the settings file, with the place in the form file. */
  readonly problems: readonly SettingsProblem[];
}

/** Reads the form files that a settings file names; `texts` has no text for one that cannot be read. */
export function readOwnForms(named: readonly NamedForm[], texts: ReadonlyMap<string, string>, official: readonly FormData[]): OwnForms {
  const forms: FormData[] = [];
  const problems = named.flatMap(({ path, range }): SettingsProblem[] => {
    const text = texts.get(path);
    if (text === undefined) {
      return [{ code: 'settings-file', message: l10n.t('The form file {0} cannot be read.', path), range }];
    }
    const { form, problems: own } = parseForm(text, [...official, ...forms]);
    forms.push(...(form ? [form] : []));
    return own.map(({ message, range: { start } }) =>
      ({ code: 'settings-file', message: l10n.t('{0}, line {1}: {2}', path, start.line + 1, message), range }));
  });
  return { forms, problems };
}
