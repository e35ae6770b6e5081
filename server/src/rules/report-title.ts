import * as l10n from '@vscode/l10n';
import type { Report } from '../model/report.ts';
import { isOfYears } from '../model/title.ts';
import type { Finding, Rule } from './rule.ts';
import { firstLine } from '../model/places.ts';
import { slips } from '../forms/slips.ts';
import { foldText } from '../forms/vocabulary.ts';
import { anyOf, placeInText, type InText } from '../model/running-text.ts';
import { replaceText } from '../model/writing/edits.ts';
import { closingLines } from './support/closing.ts';
import { misspeltTitle, type Misspelt } from './support/misspelt-title.ts';
import { organsNamed } from '../model/organs/named.ts';

/** The report has no title, or its title names no year, or several, or nobody is named whose report it is. */
export const reportTitle: Rule = {
  code: 'report-title',
  ignoresFigures: true,
  check(report) {
    const { title, kind } = report;
    if (kind === 'tables') {
      return [];
    }
    if (title?.year !== undefined) {
      return title.organ === undefined && !namesAnOrgan(report)
        ? [{ code: this.code, severity: 'information', place: title.place, message: l10n.t('The title names no organ, and neither does the text around it: write whose report it is.') }]
        : [];
    }
    const misspelt = title ? undefined : misspeltTitle(report);
    return [misspelt ? misspeltFinding(misspelt) : { code: this.code, place: firstLine(report), message: messageFor(title) }];
  },
};

function misspeltFinding({ node, found }: InText<Misspelt>): Finding {
  const place = placeInText(node, found);
  return {
    code: reportTitle.code,
    place,
    message: l10n.t('The title seems to be misspelt: "{0}" should be "{1}".', found.text, found.name),
    fixes: () => [{
      title: l10n.t('Write {0}', found.name),
      isPreferred: false,
      isSafe: true,
      edits: replaceText(place, found.name),
    }],
  };
}

function messageFor(title: Report['title']): string {
  if (!title) {
    return l10n.t('The report has no title: write the organ, the year and the name of the report.');
  }
  return isOfYears(title.text)
    ? l10n.t('The title names more than one year; a report is for one.')
    : l10n.t('The title names no year: write the organ, the year and the name of the report.');
}

/** Whether something above the first section, in the sections' sentences about the report, or below the last one is an organ's name. */
function namesAnOrgan(report: Report): boolean {
  return organsNamed(report).length > 0 || closingLines(report).organ !== undefined || [...report.preamble, ...report.nodes.slice(-mostClosing)].some((node) =>
    node.kind !== 'table' && node.text !== report.title?.text && organName.test(foldText(node.text)));
}

/** So many of the last paragraphs may hold the signature. */
const mostClosing = 3;
const organName = new RegExp(`\\p{Script=Han}{2}(?:${anyOf(slips.organs.ends.filter((end) => end.length > 1 || slips.organs.hosts.includes(end)))})`, 'u');
