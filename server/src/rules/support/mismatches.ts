import * as l10n from '@vscode/l10n';
import { measures, type ProseFinding } from '../../model/prose/index.ts';
import type { Report } from '../../model/report.ts';
import type { Prose } from '../../syntax/tree.ts';
import type { Finding, Fix, Related } from '../rule.ts';
import { findFigure, type FoundFigure } from '../../model/find-figure.ts';
import { cellName } from '../../model/naming.ts';
import { contradictions, saidOtherwise, type InProse } from '../../model/prose/comparison.ts';
import { placeInText } from '../../model/running-text.ts';
import { replaceText } from '../../model/writing/edits.ts';
import { inWords } from './formulas.ts';
import { relatedFigure } from './related.ts';

/** The findings of one code about numbers in sentences that contradict the tables. */
export function mismatches(report: Report, code: ProseFinding['code']): Finding[] {
  return contradictions(report).filter(({ found }) => found.code === code && !isInWrongUnit(report, found)).map(({ prose, found }) => {
    const place = placeInText(prose, found);
    return {
      code,
      place,
      message: messageFor(report, found, prose),
      related: () => relatedTo(report, found),
      fixes: () => fixesFor(found.replacement).map((fix) => ({ ...fix, edits: replaceText(place, found.replacement ?? '') })),
    };
  });
}

/** Amounts of the tables that are so many times what the text says are in 元, where 万元 is meant. */
const fewestTimes = 900;

/** The amounts of the tables that are in 元, as the text shows. */
export function inWrongUnit(report: Report): (InProse<ProseFinding> & FoundFigure & { readonly said: string })[] {
  return contradictions(report).filter(({ found }) => isInWrongUnit(report, found)).flatMap(({ prose, found }) => {
    const at = findFigure(report, found.figure ?? '');
    return at === undefined ? [] : [{ ...at, prose, found, said: saidIn(prose, found) }];
  });
}

function isInWrongUnit(report: Report, { figure, said, expected = 0 }: ProseFinding): boolean {
  return figure !== undefined && said > 0 && expected >= said * fewestTimes && findFigure(report, figure)?.definition.column.kind === 'amount';
}

/** The findings about numbers that the text itself tells otherwise before. */
export function tellsTwice(report: Report): Finding[] {
  return saidOtherwise(report).map(({ said, before }) => ({
    code: 'narrative-mismatch',
    place: placeInText(said.prose, said.found),
    message: l10n.t('The text says {0} here, but {1} before in the same words.', said.found.value, before.found.value),
    related: () => [{ place: placeInText(before.prose, before.found), message: l10n.t('{0} here', before.found.value) }],
  }));
}

/** The number as the text has it, with its unit. */
function saidIn({ text }: Prose, { start, end }: ProseFinding): string {
  return `${text.slice(start, end)}${measureAt(text, end)}`;
}

function messageFor(report: Report, found: ProseFinding, prose: Prose): string {
  const { figure, expected, terms, start, end } = found;
  const [words, measure, said] = [prose.text.slice(start, end), measureAt(prose.text, end), saidIn(prose, found)];
  if (terms !== undefined) {
    return expected === 0
      ? l10n.t('The text says {0}, but the figures of the table for it are all 0.', said)
      : l10n.t('The text says {0}, but the figures of the table for it make {1} ({2}).', said, expected ?? '', inWords(terms));
  }
  const at = figure === undefined ? undefined : findFigure(report, figure);
  const name = at === undefined ? '' : cellName(at.definition, at.table.form);
  if (at?.definition.column.kind === 'amount') {
    return l10n.t('The text says {0}, but {1} is {2} (in 10,000 yuan).', said, name, expected ?? '');
  }
  return measure === '' && !endsInNumber.test(words)
    ? l10n.t('The text says "{0}", but {1} is {2}.', words, name, expected ?? '')
    : l10n.t('The text says {0}, but {1} is {2}.', said, name, `${expected ?? ''}${measure}`);
}

const endsInNumber = /[\d零〇一二三四五六七八九十百千万亿]$/u;

/** The unit of count behind a number, with what makes it a round one: 38件, 1.4万余件. */
function measureAt(text: string, at: number): string {
  return measured.exec(text.slice(at, at + longestMeasure))?.[0] ?? '';
}

const longestMeasure = 8;
const measured = new RegExp(`^\\s*[余多]?(?:万?元|${measures.join('|')})`, 'u');

function relatedTo(report: Report, { figure, figures = figure === undefined ? [] : [figure] }: ProseFinding): Related[] {
  return figures.flatMap((id) => {
    const found = findFigure(report, id);
    return found === undefined ? [] : [relatedFigure(found.table, found.definition)];
  });
}

/** The words follow the table, but only when asked: the table may be what is wrong. */
function fixesFor(replacement: string | undefined): Omit<Fix, 'edits'>[] {
  return replacement === undefined ? [] : [{ title: l10n.t('Write {0} as the table does', replacement), isPreferred: false, isSafe: false }];
}
