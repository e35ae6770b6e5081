import { verdictOn } from '../../test/support/damaged.ts';
import { convertedLayouts, layouts, strangeLayouts, type Layout } from '../../test/support/layouts/index.ts';
import { tableDamageKinds, type DamageKind } from '../../test/support/table-damage/index.ts';
import { table } from './tally.ts';

/** What became of the figures of some damaged reports. */
interface Score {
  texts: number;
  right: number;
  unread: number;
  wrong: number;
  silent: number;
  alleged: number;
}

const legend = [
  'Each cell: figures unread for each report, then `✗` figures with a value that is not theirs, `?` rows unread of which no finding says so,',
  '`!` warnings and errors that a careful reader would not raise; `·` all is read, `–` the layout cannot suffer the damage.',
].join('\n');

/** Layouts beyond so many are named by small letters. */
const alphabet = 26;

/** Damages to tables × layouts: figures right, wrong and unread, rows passed over in silence, and false findings. */
export function measureDamages(reports: number): { passed: boolean; text: string } {
  const tried = [...layouts, ...convertedLayouts, ...strangeLayouts];
  const letters = tried.map((_, at) => String.fromCharCode(at < alphabet ? 65 + at : 97 + at - alphabet));
  const scores = tableDamageKinds.map((kind) => ({ kind, cells: tried.map((layout) => scoreOf(layout, kind, reports)) }));
  const sums = scores.map(({ cells }) => sumOf(cells));
  const rows = scores.map(({ kind, cells }, at) => [kind.name, ...cells.map(shown), ...totals(sums[at] ?? empty())]);
  const whole = sumOf(sums);
  return {
    passed: whole.texts > 0 && whole.wrong === 0 && whole.silent === 0 && whole.alleged === 0,
    text: [
      `Damaged tables: ${whole.texts} reports, ${reports} for each damage and layout.`,
      legend,
      '',
      tried.map(({ name }, at) => `${letters[at]} ${name}`).join(' · '),
      '',
      table(['damage', ...letters, 'right', 'unread', 'wrong', 'silent', 'false'], [...rows, ['**all**', ...tried.map(() => ''), ...totals(whole)]]),
    ].join('\n'),
  };
}

function scoreOf(layout: Layout, kind: DamageKind, reports: number): Score {
  const score = empty();
  for (let seed = 0; seed < reports; seed++) {
    const verdict = verdictOn(layout, kind, seed);
    if (verdict !== undefined) {
      score.texts += 1;
      score.right += verdict.right;
      score.unread += verdict.unread;
      score.wrong += verdict.wrong.length;
      score.silent += verdict.silent.length;
      score.alleged += verdict.alleged.length;
    }
  }
  return score;
}

function empty(): Score {
  return { texts: 0, right: 0, unread: 0, wrong: 0, silent: 0, alleged: 0 };
}

function sumOf(scores: readonly Score[]): Score {
  const sum = empty();
  for (const score of scores) {
    for (const key of Object.keys(sum) as (keyof Score)[]) {
      sum[key] += score[key];
    }
  }
  return sum;
}

function shown({ texts, unread, wrong, silent, alleged }: Score): string {
  if (texts === 0) {
    return '–';
  }
  const marks = [['✗', wrong], ['?', silent], ['!', alleged]] as const;
  const flaws = marks.filter(([, count]) => count > 0).map(([mark, count]) => `${mark}${count}`);
  const share = unread === 0 ? '' : String(Math.round(unread / texts * 10) / 10);
  return [share, ...flaws].filter((part) => part !== '').join(' ') || '·';
}

function totals({ right, unread, wrong, silent, alleged }: Score): string[] {
  return [right, unread, wrong, silent, alleged].map(String);
}
