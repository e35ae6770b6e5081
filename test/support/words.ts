import { createWords } from '../../server/src/model/prose/index.ts';
import { officialForms } from '../../server/src/official-forms.ts';

/** The words of sentences, with what they mean on the official forms. */
export const officialWords = createWords(officialForms);
