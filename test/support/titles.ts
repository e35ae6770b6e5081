import type { Random } from './random.ts';

/** Section headings as published reports alter them, by section id. */
const alteredHeadings: Readonly<Record<string, readonly string[]>> = {
  overview: ['一、总体情况：', '1、总体情况', '一、 总体情况'],
  proactive: ['二、主动公开情况', '二、主动公开政府政府情况', '二、行政机关主动公开政府信息情况'],
  requests: ['三、政府信息依申请公开办理情况', '三、行政机关收到和处理政府信息公开申请情况'],
  review: [
    '四、政府信息公开行政复议和行政诉讼情况', '四、政府信息公开行政复议及行政诉讼情况', '四、政府信息公开行政复议行政诉讼情况',
    '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  ],
  problems: [
    '五、存在问题及改进情况', '五、存在的主要问题及下一步工作打算', '五、存在的主要问题和改进措施', '五、政府信息公开工作存在的主要问题及改进情况',
  ],
  other: ['六、其他需要报告事项', '六、其它需要报告的事项', '六、其他需要报告的事', '六、无其他需要报告的事项。'],
};

export function alteredHeading(section: string, official: string, random: Random): string {
  return random.pick([official, ...(alteredHeadings[section] ?? [])]);
}

/** The report's title over one line or two, cut as word processors and people cut it. */
export function titleLines(title: string, organ: string, lines: 1 | 2, random: Random): string[] {
  if (lines === 1) {
    return [title];
  }
  const name = title.indexOf('政府信息公开', title.indexOf(organ) + organ.length);
  const cuts = [title.indexOf(organ) + organ.length, title.indexOf('年') + 1, name, name + '政府信息公开'.length]
    .filter((at) => at > 3 && at < title.length - 3);
  const at = random.pick(cuts);
  return [title.slice(0, at), title.slice(at)];
}
