import { readFileSync } from 'node:fs';
import { joinForms, type Form, type FormData } from '../../server/src/forms/index.ts';
import { officialForms } from '../../server/src/official-forms.ts';
import { parseForm } from '../../server/src/settings/form-file.ts';

/** An invented form after those that there are, as a settings file would name it. */
export const thirdForm: FormData = readForm('2031');

/** The official forms and the invented one. */
export const threeForms: readonly Form[] = joinForms(officialForms, [thirdForm]);

function readForm(id: string): FormData {
  const { form, problems } = parseForm(readFileSync(new URL(`../fixtures/forms/${id}.disclosure-form.json`, import.meta.url), 'utf8'),
    officialForms.map(({ data }) => data));
  if (!form) {
    throw new Error(problems.map(({ message }) => message).join('\n'));
  }
  return form;
}
