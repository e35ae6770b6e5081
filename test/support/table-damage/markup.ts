import type { Random } from '../random.ts';
import { aimAtRow, within } from './targets.ts';
import type { DamageKind } from './table-damage.ts';

/** Tags and pipes that were lost, doubled or put in the wrong place. */
export const markupDamages: readonly DamageKind[] = [
  ofTable('the end of a cell lost', (text, random) => without(text, /<\/t[dh]>/gi, random)),
  ofTable('the end of a row lost in the markup', (text, random) => without(text, /<\/tr>/gi, random)),
  ofTable('the beginning of a row lost in the markup', (text, random) => without(text, /<tr>/gi, random)),
  ofTable('the beginning of a cell lost', (text, random) => without(text, /<t[dh]\b[^>]*>/gi, random)),
  ofTable('the end of the table lost', (text) => text.replace(/<\/table>(?![^]*<\/table>)/i, '')),
  ofTable('the beginning of the table doubled', (text) => text.replace(/<table[^>]*>/i, (tag) => tag + tag)),
  ofTable('the end of the table doubled', (text) => text.replace(/<\/table>(?![^]*<\/table>)/i, (tag) => tag + tag)),
  ofTable('a table closed in the middle', (text, random) => changedOne(text, /<\/tr>/gi, random, (tag) => `${tag}</table><table>`)),
  ofTable('ends of cells left out throughout', (text) => text.replace(/<\/t[drh]>/gi, '')),
  ofTable('a colspan lost', (text, random) => without(text, / colspan="?\d+"?/gi, random)),
  ofTable('a rowspan lost', (text, random) => without(text, / rowspan="?\d+"?/gi, random)),
  ofTable('all spans lost', (text) => text.replace(/ (?:row|col)span="?\d+"?/gi, '')),
  ofTable('a span too large', (text, random) => changedOne(text, / (?:row|col)span="?\d+"?/gi, random, (span) =>
    span.replace(/\d+/, (digits) => String(Number(digits) + 1)))),
  ofTable('a hidden cell', (text, random) => changedOne(text, /<td/gi, random, (tag) => `<td style="display:none">5</td>${tag}`)),
  ofTable('a hidden row', (text, random) => changedOne(text, /<tr/gi, random, (tag) => `<tr style="display:none"><td>行政许可</td><td>5</td></tr>${tag}`)),
  ofTable('the pipes at the beginnings of lines lost', (text) => text.replace(/^\| ?/gm, '')),
  ofTable('the pipes at the ends of lines lost', (text) => text.replace(/ ?\|$/gm, '')),
  ofTable('the pipe at the beginning of one line lost', (text, random) => changedOne(text, /^\|(?=.*\d)/gm, random, () => '')),
  ofTable('the pipe at the end of one line lost', (text, random) => changedOne(text, /(?<=\d[^\n]*)\|$/gm, random, () => '')),
  ofTable('a pipe too many', (text, random) => changedOne(text, /(?<=.)\|(?=.*\d)/gm, random, () => '||')),
  ofTable('a pipe lost', (text, random) => changedOne(text, /(?<=.)\|(?=.*\d)/gm, random, () => ' ')),
  ofTable('the line of dashes lost', (text) => text.replace(/^[|\s:-]*-[|\s:-]*\n/m, '')),
  ofTable('the line of dashes too short', (text) => text.replace(/^(\|?)[|\s:-]*-[|\s:-]*$/m, '$1---|---|')),
  ofTable('the line of dashes at the end', (text) => {
    const rule = /^[|\s:-]*-[|\s:-]*\n/m.exec(text)?.[0] ?? '';
    return rule === '' ? text : `${text.replace(rule, '')}\n${rule.trimEnd()}`;
  }),
  ofTable('lines of dashes between all rows', (text) => {
    const rule = /^[|:-][|\s:-]*-[|\s:-]*\n/m.exec(text)?.[0] ?? '';
    return rule === '' ? text : text.replace(rule, '').split('\n').join(`\n${rule}`);
  }),
  ofTable('the line of dashes with plus signs', (text) => text.replace(/^\|[|\s:-]*-[|\s:-]*\|$/m, (rule) =>
    `|${rule.slice(1, -1).split('|').map(() => '---').join('+')}|`)),
  ofTable('a comma too many', (text, random) => (isCommas(text) ? changedOne(text, /,(?=\ue000|[\ue000-\ue7ff])/g, random, () => ',,') : text)),
  ofTable('commas turned into full-width ones', (text) => (isCommas(text) ? text.replaceAll(',', '，') : text)),
  ofTable('commas turned into semicolons', (text) => (isCommas(text) ? text.replaceAll(',', ';') : text)),
  ofTable('a tab too many', (text, random) => changedOne(text, /\t(?=[\ue000-\ue7ff])/g, random, () => '\t\t')),
  ofTable('a tab lost', (text, random) => changedOne(text, /\t(?=[\ue000-\ue7ff])/g, random, () => ' ')),
];

function isCommas(text: string): boolean {
  return !text.includes('|') && !text.includes('<') && !text.includes('\t') && (text.match(/,/g)?.length ?? 0) > 20;
}

function ofTable(name: string, change: (text: string, random: Random) => string): DamageKind {
  return {
    name,
    aim: (report, random) => {
      const target = aimAtRow(report, random).table;
      return { touches: within(target), text: (marked, table) => (table === target ? change(marked, random) : marked) };
    },
  };
}

function without(text: string, pattern: RegExp, random: Random): string {
  return changedOne(text, pattern, random, () => '');
}

/** The text with one of the places that the pattern finds changed. */
function changedOne(text: string, pattern: RegExp, random: Random, change: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) {
    return text;
  }
  const one = random.pick(found);
  return text.slice(0, one.index) + change(one[0]) + text.slice(one.index + one[0].length);
}
