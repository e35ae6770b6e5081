import form2019 from './forms/2019.json' with { type: 'json' };
import form2021 from './forms/2021.json' with { type: 'json' };
import { completeForms } from './forms/extend.ts';
import type { FormChange } from './forms/form.ts';
import { compileForm, type Form, type FormData } from './forms/index.ts';

/** Each a whole form, or one that says in what it differs from one before it. */
const files = [form2019, form2021] as readonly (FormData | FormChange)[];

/**
 * The national forms, oldest first: what a text is read against where nobody says otherwise. Only what puts the engine
 * together knows them; everything else is given its forms.
 */
export const officialForms: readonly Form[] = completeForms(files).map(compileForm);

/** What their files say: the forms that others may extend. */
export const officialData: readonly FormData[] = officialForms.map(({ data }) => data);
