import form2019 from './forms/2019.json' with { type: 'json' };
import form2021 from './forms/2021.json' with { type: 'json' };
import { completeForms } from './forms/extend.ts';
import { compileForm, type Form, type FormData } from './forms/index.ts';

/**
 * The national forms, oldest first: what a text is read against where nobody says otherwise. Only what puts the engine
 * together knows them; everything else is given its forms.
 */
export const officialForms: readonly Form[] = completeForms([form2019 as FormData, form2021 as FormData]).map(compileForm);

/** What their files say: the forms that others may extend. */
export const officialData: readonly FormData[] = officialForms.map(({ data }) => data);
