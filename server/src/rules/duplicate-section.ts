import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { sectionName } from '../forms/form.ts';

/** A section stands in the report a second time. */
export const duplicateSection: Rule = {
  code: 'duplicate-section',
  ignoresFigures: true,
  check({ sections }) {
    const repeated = sections.filter(({ data }, at) => sections.findIndex((other) => other.data.id === data.id) < at);
    return repeated.map(({ data, title }) => {
      const first = sections.find((section) => section.data.id === data.id)?.title.place ?? title.place;
      return {
        code: this.code,
        place: title.place,
        message: l10n.t('Section "{0}" stands here a second time.', sectionName(data)),
        related: () => [{ place: first, message: l10n.t('It stands here first.') }],
      };
    });
  },
};
