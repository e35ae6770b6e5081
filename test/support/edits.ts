import fc from 'fast-check';

/** A replacement in a text: `[start, end)` gives way to `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An edit before it is known which text it meets. */
export interface EditPlan {
  readonly kind: 'type' | 'delete' | 'paste' | 'joinLines' | 'splitLine' | 'deleteLine' | 'undo' | 'everything';
  /** Where in the text, from 0 to 1. */
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const pastedTable = [
  '| 行政复议 |  |  |  |  |', '| --- | --- | --- | --- | --- |', '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |', '| 1 | 0 | 0 | 2 | 3 |',
].join('\n');
const pastedWord = '\t第二十条第（六）项\n\n\t信息内容\n\t本年处理决定数量\n\n\t行政处罚\n\t12\n\n\t行政强制\n\t3\n\n';
const pastedHtml = '<table><tr><td>一、本年新收政府信息公开申请数量</td><td>1</td><td>0</td></tr></table>\n';

const typed = fc.constantFrom(
  '0', '7', '12', ' ', '\t', '|', '公', '（一）', '\n', '\r\n', '\r', '`', '```\n', '<', '<table>', '</table>', '<!--', '-->', '#', '\u3000', '\ud83d',
);
const pasted = fc.constantFrom(
  pastedTable, pastedWord, pastedHtml, '\n## 五、存在的主要问题及改进情况\n', '\n三、收到和处理政府信息公开申请情况\n', '\n青禾县2021年政府信息公开工作年度报告\n\n',
  '\n六、其他需要报告的事项\n无。\n', '```\n一、总体情况\n```\n', '\f- 4 -\n',
);

export function editPlanArbitrary(): fc.Arbitrary<EditPlan> {
  const place = { at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.integer({ min: 1, max: 60 }) };
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), text: typed, ...place }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), text: fc.constant(''), ...place }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('paste' as const), text: pasted, ...place }) },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constantFrom('joinLines' as const, 'splitLine' as const, 'deleteLine' as const, 'undo' as const, 'undo' as const),
        text: fc.constant(''),
        ...place,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('everything' as const), text: pasted, ...place }) },
  );
}

/** What the plan does to a text; `last` is the edit that led to it, for undoing. */
export function editOf(plan: EditPlan, text: string, last: { edit: Edit; before: string } | undefined): Edit {
  return expressible(text, planned(plan, text, last));
}

/** The edit moved to places that lines and characters can name. */
export function expressible(text: string, { start, end, text: inserted }: Edit): Edit {
  return { start: outside(text, Math.min(start, text.length), -1), end: outside(text, Math.min(end, text.length), 1), text: inserted };
}

/** A place inside CRLF cannot be named in lines and characters: moves it before or behind. */
function outside(text: string, at: number, by: -1 | 1): number {
  return text[at - 1] === '\r' && text[at] === '\n' ? at + by : at;
}

function planned(plan: EditPlan, text: string, last: { edit: Edit; before: string } | undefined): Edit {
  const at = Math.floor(plan.at * text.length);
  switch (plan.kind) {
    case 'type':
    case 'paste': return { start: at, end: at, text: plan.text };
    case 'delete': return { start: at, end: Math.min(text.length, at + plan.length), text: '' };
    case 'splitLine': return { start: at, end: at, text: '\n' };
    case 'joinLines': return cutMatch(text, /\r\n|\n|\r/g, at);
    case 'deleteLine': return cutMatch(text, /[^\r\n]*(?:\r\n|\n|\r)/g, at);
    case 'everything': return { start: 0, end: text.length, text: plan.text };
    case 'undo': return last === undefined
      ? { start: at, end: at, text: '1' }
      : {
        start: last.edit.start,
        end: last.edit.start + last.edit.text.length,
        text: last.before.slice(last.edit.start, last.edit.end),
      };
  }
}

function cutMatch(text: string, pattern: RegExp, at: number): Edit {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? { start: at, end: at, text: '' } : { start: match.index, end: match.index + match[0].length, text: '' };
}

export function applyEdit(text: string, { start, end, text: inserted }: Edit): string {
  return text.slice(0, start) + inserted + text.slice(end);
}
