import type { FormTable } from '../../forms/table.ts';
import { normalise, spellings } from '../../forms/vocabulary.ts';
import type { Report, Section } from '../report.ts';
import type { Prose } from '../../syntax/tree.ts';
import { memoised } from '../memo.ts';
import { greatest, least } from '../../syntax/lists.ts';

const shortestPiece = 4;
const fewestFigures = 3;
/** So much of a line's end says whether it is a row. */
const rowEnd = 120;
const figure = /^[-+]?[\d０-９.,，]+$|^[-—–/]$/u;

/**
 * Whether a paragraph is running text. What stands between the parts of a table is none, nor is a row that was left out
 * of it, or a label or a piece of one: `1、申请人无正当理由逾期不补` counts nothing.
 */
export function isNarrative(prose: Prose, section: Section, report: Report): boolean {
  return !isWithinTable(prose, section) && !isOfRow(prose.text) && ![...report.tables.values()].some(({ form }) => isOfLabel(prose.text, form));
}

function isWithinTable(prose: Prose, { nodes, tables }: Section): boolean {
  const at = nodes.indexOf(prose);
  return tables.some(({ parts }) => {
    const places = parts.map((part) => nodes.indexOf(part)).filter((place) => place >= 0);
    return least(places) < at && at < greatest(places);
  });
}

/** Whether a line ends in several figures, as rows do. */
function isOfRow(text: string): boolean {
  return text.split(/[\r\n]+/u).some((line) => {
    const words = line.slice(-rowEnd).trim().split(/\s+/u);
    return words.length > fewestFigures && words.slice(-fewestFigures).every((word) => figure.test(word));
  });
}

/** Whether a text, or its first line, is a label of the table or a piece of one. */
function isOfLabel(text: string, form: FormTable): boolean {
  const [first = ''] = text.trim().split(/[\r\n]+/u);
  return [text, first].map(normalise).some((words) => words.length >= shortestPiece && labelsOf(form).includes(words));
}

const labelsOf = memoised(({ rows, groups }: FormTable): string => [...rows, ...groups].flatMap(spellings).join('\n'));
