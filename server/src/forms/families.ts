import { foldText } from './vocabulary.ts';
import type { Form } from './index.ts';

/** The forms of one kind of report, oldest first. */
export interface Family {
  readonly forms: readonly Form[];
  /** What titles of such reports end with, folded; undefined for the annual report on disclosure, whose titles are written in many ways. */
  readonly name: string | undefined;
}

const known = new WeakMap<readonly Form[], readonly Family[]>();

/** Forms by the kind of report that they are for; that on disclosure first. */
export function familiesOf(forms: readonly Form[]): readonly Family[] {
  let families = known.get(forms);
  if (!families) {
    const reports = [...new Set(forms.map(({ data }) => data.report))].sort((one, other) => Number(one !== undefined) - Number(other !== undefined));
    families = reports.map((report) => ({
      forms: reports.length === 1 ? forms : forms.filter(({ data }) => data.report === report),
      name: report === undefined ? undefined : foldText(report),
    }));
    known.set(forms, families);
  }
  return families;
}
