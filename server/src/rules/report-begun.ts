import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { formOf } from '../model/form-of-report.ts';
import { insertForm } from '../model/writing/insertion.ts';
import { firstLine } from '../model/places.ts';

/** A title stands alone: the report is begun, and there is nothing to check yet. */
export const reportBegun: Rule = {
  code: 'report-begun',
  endsChecking: ({ kind }) => kind === 'begun',
  check(report, { lineEnd, language }) {
    if (report.kind !== 'begun') {
      return [];
    }
    return [{
      code: this.code,
      place: report.title?.place ?? firstLine(report),
      message: l10n.t('A report is begun here: its form can be written below the title.'),
      fixes: () => [{
        title: l10n.t('Write the sections and empty tables of the form below ({0})', formOf(report).data.source),
        isPreferred: false,
        isSafe: false,
        edits: insertForm(report, lineEnd, language),
        reveals: ['report-title', 'unsupported-year', 'leftover', 'doubled-word'],
      }],
    }];
  },
};
