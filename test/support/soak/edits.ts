import { editOf, expressible, type Edit, type EditPlan } from '../edits.ts';
import type { Random } from '../random.ts';

/** What fingers, other programs and broken files put into a text. */
const typed = [
  '0', '1', '7', '12', '350', '-', '－', '.', '，', ',', ' ', '  ', '\t', '\u3000', '\u00a0', '|', '\\', '公', '总计', '其他', '（一）', '无', '年', '元', '万元', '#', '*', '>', '- ',
  '\n', '\n\n', '\r\n', '\r', '\f', '\v', '\u2028', '\u2029', '\u0085', '\0', '\ufeff', '\ud83d', '\ude00', '😀', '𠮷', '\u200b', '\u202e',
  '`', '```\n', '~~~\n', '<', '>', '</', '<table>', '</table>', '<tr>', '</tr>', '<td>', '</td>', '<td colspan="3">', '<td rowspan=2>', '<div>', '</div>', '<p>', '<br>', '<script>',
  '<style>', '<pre>', '<!--', '-->', '<!-- disclosure-report-disable -->', '<!-- disclosure-report-disable-next-line -->', '&nbsp;', '&#', ' --- ', '| --- | --- |\n', '+---+',
];

const pasted = [
  '| 行政复议 |  |  |  |  |\n| --- | --- | --- | --- | --- |\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 1 | 0 | 0 | 2 | 3 |\n',
  '\t第二十条第（六）项\n\n\t信息内容\n\t本年处理决定数量\n\n\t行政处罚\n\t12\n\n\t行政强制\n\t3\n\n',
  '<table><tr><td>一、本年新收政府信息公开申请数量</td><td>1</td><td>0</td></tr></table>\n',
  '\n## 五、存在的主要问题及改进情况\n', '\n三、收到和处理政府信息公开申请情况\n', '\n六、其他需要报告的事项\n无。\n', '\n青禾县2021年政府信息公开工作年度报告\n\n',
  '```\n一、总体情况\n```\n', '\f- 4 -\n', '\r\n\r\n（七）总计\r\n', '全年收到政府信息公开申请12件，上年结转3件。\n',
];

const kinds: readonly EditPlan['kind'][] = [
  'type', 'type', 'type', 'type', 'type', 'type', 'delete', 'delete', 'paste', 'joinLines', 'splitLine', 'deleteLine',
];

/** One step of somebody at work on a text: where the last one ended, in figures, anywhere, seldom on all of it. */
export function randomEdit(text: string, last: Edit | undefined, random: Random): Edit {
  if (last !== undefined && random.chance(0.55)) {
    return expressible(text, goingOn(text, last, random));
  }
  if (random.chance(0.3)) {
    return expressible(text, inFigure(text, random));
  }
  if (random.chance(0.01)) {
    return expressible(text, otherwise(text, random));
  }
  const kind = random.pick(kinds);
  const plan: EditPlan = { kind, at: random.next(), length: random.integer(1, random.chance(0.1) ? 600 : 20), text: random.pick(kind === 'paste' ? pasted : typed) };
  return editOf(plan, text, undefined);
}

/** The edit that takes another one back. */
export function inverse(edit: Edit, before: string): Edit {
  return { start: edit.start, end: edit.start + edit.text.length, text: before.slice(edit.start, edit.end) };
}

/** The next key: most are typed, some take back. */
function goingOn(text: string, { start, text: { length } }: Edit, random: Random): Edit {
  const at = Math.min(text.length, start + length);
  return random.chance(0.3) && at > 0 ? { start: at - 1, end: at, text: '' } : { start: at, end: at, text: random.pick(typed) };
}

/** A digit that is typed, deleted or written over. */
function inFigure(text: string, random: Random): Edit {
  const digit = /\d/gu;
  digit.lastIndex = random.integer(0, text.length);
  const at = digit.exec(text)?.index ?? text.length;
  const written = random.pick(['0', '5', '12', '', '3']);
  return { start: at, end: Math.min(text.length, at + random.integer(0, 1)), text: written };
}

/** Other line ends everywhere, the text again with something lost or doubled, or nothing at all. */
function otherwise(text: string, random: Random): Edit {
  const all = { start: 0, end: text.length };
  const [from, to] = [random.integer(0, text.length), random.integer(0, text.length)].sort((one, other) => one - other) as [number, number];
  return random.pick<Edit>([
    { ...all, text: text.replace(/\r\n|\r|\n/gu, random.pick(['\n', '\r\n', '\r'])) },
    { ...all, text: text.slice(0, from) + text.slice(to) },
    { ...all, text: `${text.slice(0, to)}${text.slice(from)}` },
    { ...all, text: '' },
  ]);
}
