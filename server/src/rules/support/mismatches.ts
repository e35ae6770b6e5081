import * as l10n from '@vscode/l10n';
import type { ProseFinding } from '../../model/prose/index.ts';
import type { Report } from '../../model/report.ts';
import type { Finding, Fix, Related } from '../rule.ts';
import { replaceText } from '../../model/writing/edits.ts';
import { figureName } from '../../model/naming.ts';
import { placeOfFigure } from '../../model/places.ts';
import { contradictions, retold } from '../../model/prose/comparison.ts';
import { placeInText } from '../../model/running-text.ts';

/** The findings of one code about numbers in sentences that contradict the tables. */
export function mismatches(report: Report, code: ProseFinding['code']): Finding[] {
  return contradictions(report).filter(({ found }) => found.code === code).map(({ prose, found }) => {
    const place = placeInText(prose, found);
    return {
      code,
      place,
      message: messageFor(report, found, prose.text.slice(found.start, found.end)),
      related: () => relatedTo(report, found),
      fixes: () => fixesFor(found.replacement).map((fix) => ({ ...fix, edits: replaceText(place, found.replacement ?? '') })),
    };
  });
}

/** The findings about numbers that the text itself tells otherwise before. */
export function tellsTwice(report: Report): Finding[] {
  return retold(report).map(({ said, before }) => ({
    code: 'narrative-mismatch',
    place: placeInText(said.prose, said.found),
    message: l10n.t('The text says "{0}" here, but {1} before in the same words.', said.found.value, before.found.value),
    related: () => [{ place: placeInText(before.prose, before.found), message: l10n.t('{0} here', before.found.value) }],
  }));
}

function messageFor(report: Report, { figure, expected, formula }: ProseFinding, words: string): string {
  return formula === undefined
    ? l10n.t('The text says "{0}", but "{1}" in the table is {2}.', words, figure === undefined ? '' : nameOf(report, figure), expected ?? '')
    : l10n.t('The text says "{0}", but the tables make {1}: {2}.', words, expected ?? '', formula);
}

function nameOf(report: Report, id: string): string {
  const definition = report.tables.get(id.slice(0, id.indexOf('.')))?.form.figureById.get(id);
  return definition === undefined ? id : figureName(definition);
}

function relatedTo(report: Report, { figure, figures = figure === undefined ? [] : [figure] }: ProseFinding): Related[] {
  return figures.flatMap((id) => {
    const table = report.tables.get(id.slice(0, id.indexOf('.')));
    const definition = table?.form.figureById.get(id);
    return table && definition
      ? [{ place: placeOfFigure(table, definition.index), message: l10n.t('{0} = {1}', figureName(definition), table.values[definition.index] ?? '') }]
      : [];
  });
}

/** The words follow the table, but only when asked: the table may be what is wrong. */
function fixesFor(replacement: string | undefined): Omit<Fix, 'edits'>[] {
  return replacement === undefined ? [] : [{ title: l10n.t('Write {0} as the table does', replacement), isPreferred: false, isSafe: false }];
}
