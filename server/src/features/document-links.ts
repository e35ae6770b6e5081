import type { Diagnosis } from '../diagnosis.ts';
import type { Form } from '../forms/index.ts';
import type { DocumentLink } from '../service-types.ts';
import { startOf, endOf } from '../model/places.ts';

/** The parts of a document's number (文号): who issued it, the year in brackets of any kind, and the number. */
const documentNumber = /^(.+?)〔(\d{4})〕(\d+)号/u;

/** The numbers of the notices (文号) that fix the forms, wherever running text names them, each with its form. */
export function documentLinks(forms: readonly Form[], { document }: Diagnosis): DocumentLink[] {
  const notices = forms.flatMap(({ data }) => {
    const [, issuer, year, number] = documentNumber.exec(data.source) ?? [];
    return issuer === undefined ? [] : [{ form: data.id, pattern: new RegExp(`${issuer}\\s*[〔［\\[(（【]${year}[〕］\\])）】]\\s*${number}\\s*号`, 'gu') }];
  });
  return document.reports.flatMap(({ nodes }) => nodes).filter(({ kind }) => kind === 'prose').flatMap((node) => {
    const start = startOf(node);
    const text = document.syntax.slice(start, endOf(node));
    return notices.flatMap(({ form, pattern }) => [...text.matchAll(pattern)].map((found) =>
      ({ form, range: document.rangeBetween(start + found.index, start + found.index + found[0].length) })));
  });
}
