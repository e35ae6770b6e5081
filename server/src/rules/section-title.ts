import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { sectionName } from '../forms/form.ts';
import { restoreTitle } from '../model/writing/titles.ts';
import { saysMore } from './support/words.ts';

/** The title of a section is not the official one. */
export const sectionTitle: Rule = {
  code: 'section-title',
  ignoresFigures: true,
  check({ sections }, context) {
    return sections.filter(({ title }) => title.altered).map((section) => {
      const name = sectionName(section.data);
      return {
        code: this.code,
        place: section.title.place,
        message: l10n.t('The section\'s title is altered; the official one is "{0}".', name),
        fixes: () => [{
          title: section.title.carriesContent
            ? l10n.t('Write the official title "{0}" and keep the text below it', name)
            : l10n.t('Write the official title "{0}"', name),
          isPreferred: false,
          isSafe: section.title.carriesContent
            || ![section.data.title, ...section.data.aliases].some((official) => saysMore(section.title.heading.text, official)),
          edits: restoreTitle(section, context.lineEnd),
        }],
      };
    });
  },
};
