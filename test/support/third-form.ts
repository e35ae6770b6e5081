import { joinForms, type Form, type FormData } from '../../server/src/forms/index.ts';
import { officialData, officialForms } from '../../server/src/official-forms.ts';
import { parseForm } from '../../server/src/settings/form-file.ts';
import file from '../fixtures/forms/2031.disclosure-form.json' with { type: 'json' };

/** An invented form after those that there are, as a settings file would name it. */
export const thirdForm: FormData = readForm();

/** The official forms and the invented one. */
export const threeForms: readonly Form[] = joinForms(officialForms, [thirdForm]);

function readForm(): FormData {
  const { form, problems } = parseForm(JSON.stringify(file), officialData);
  if (!form) {
    throw new Error(problems.map(({ message }) => message).join('\n'));
  }
  return form;
}
