import type { Random } from './random.ts';

/** What word processors, converters and copying do to the titles of sections. */
export interface TitleDamage {
  /** White space behind the numeral: Word sets a tab behind a number of its own, exports a blank or several. */
  readonly gap: '' | ' ' | '\t' | '\u3000' | '\u00a0' | '    ' | ' \t';
  /** Automatic numbers are no text: some exports lose them. */
  readonly numerals: 'kept' | 'lost';
  /** What a converter to Markdown makes of a title. */
  readonly markup: 'none' | 'underscores' | 'emphasis' | 'strongEmphasis' | 'parts' | 'tag' | 'escaped' | 'anchor' | 'span' | 'closed' | 'attributes' | 'underlined' | 'list';
  /** Whether a line end was lost before or behind the title. */
  readonly place: 'line' | 'beforeText' | 'behindText';
}

export const noTitleDamage: TitleDamage = { gap: '', numerals: 'kept', markup: 'none', place: 'line' };

const gaps = ['', ' ', '\t', '\u3000', '\u00a0', '    ', ' \t'] as const;
const markups = [
  'none', 'none', 'none', 'underscores', 'emphasis', 'strongEmphasis', 'parts', 'tag', 'escaped', 'anchor', 'span', 'closed', 'attributes', 'underlined', 'list',
] as const;
const places = ['line', 'line', 'beforeText', 'behindText'] as const;

export function randomTitleDamage(random: Random): TitleDamage {
  return { gap: random.pick(gaps), numerals: random.pick(['kept', 'kept', 'kept', 'lost']), markup: random.pick(markups), place: random.pick(places) };
}

/** A section's title as its number leaves it. A statement in the place of a title keeps its number: without it, it is a sentence. */
export function numbered(heading: string, { gap, numerals }: TitleDamage): string {
  const [, numeral = '', title = heading] = /^([一二三四五六]、)(.+)$/u.exec(heading) ?? [];
  return numerals === 'lost' && !title.endsWith('。') ? title : `${numeral}${numeral === '' ? '' : gap}${title}`;
}

/** A title, heading or sub-heading as a converter writes it in Markdown; `mark` are the hashes of its level. */
export function marked(text: string, mark: string, { markup }: TitleDamage): string {
  const [, numeral = '', words = text] = /^([一二三四五六]、\s*)(.+)$/u.exec(text) ?? [];
  switch (markup) {
    case 'underscores': return `__${text}__`;
    case 'emphasis': return `*${text}*`;
    case 'strongEmphasis': return `${mark} ***${text}***`;
    case 'parts': return numeral === '' ? `**${text}**` : `**${numeral.trim()}** **${words}**`;
    case 'tag': return `<b>${text}</b>`;
    case 'escaped': return `${mark} ${text.replace('、', '\\、')}`;
    case 'anchor': return `${mark} <a id="a${text.length}"></a>${text}`;
    case 'span': return `[${text}]{.underline}`;
    case 'closed': return `${mark} **${text}** ${mark}`;
    case 'attributes': return `${mark} ${text} {#s${text.length} .unnumbered}`;
    case 'underlined': return `${text}\n${mark.length === 1 ? '===' : '---'}`;
    case 'list': return `${numeral === '' ? '' : `${'一二三四五六'.indexOf(text.charAt(0)) + 1}.  `}${words}`;
    case 'none': return `${mark} ${text}`;
  }
}

/** The texts of a paragraph that a title ran into: what stands before it and behind it, where the line ends are lost. */
export function runTogether(before: string, title: string, behind: string, random: Random): string {
  const lead = before === '' ? '' : `${before}${random.pick(['', ' ', '\u3000'])}`;
  return behind === '' ? `${lead}${title}` : `${lead}${title}${random.pick([' ', '\u3000', '  '])}${behind}`;
}
