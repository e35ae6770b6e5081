import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groups } from './groups.ts';

/** What the head of a rule's page says of it. */
export interface RulePage {
  readonly code: string;
  readonly severity: string;
  /** Whether it is about the form, and so one level milder in years in which the form was only encouraged. */
  readonly form: boolean;
  /** Whether a finding can be suppressed. */
  readonly silence: boolean;
  readonly title: string;
  readonly description: string;
  readonly titleEn: string;
  readonly descriptionEn: string;
  /** The written part, without what is generated around it: head, title and description above, settings below. */
  readonly body: string;
}

export const folder = 'docs/rules';

const mark = '<!-- 以下由 npm run generate 生成 -->';

type Names = Readonly<Record<string, string>>;

const severityNames: Names = { error: '错误', warning: '警告', information: '建议', hint: '轻微提示' };

/** The name of the severity one level milder, never less than a hint. */
const milder: Names = { error: '警告', warning: '建议', information: '轻微提示', hint: '轻微提示' };

/** @throws where a page lacks a part of its head. */
function readPage(root: string, code: string): RulePage {
  const text = readFileSync(join(root, folder, `${code}.md`), 'utf8');
  const parts = /^---\n(?<head>[\s\S]*?)\n---\n\n(?<rest>[\s\S]*)$/u.exec(text)?.groups;
  const head = new Map(parts?.['head']?.split('\n').map((line) => {
    const at = line.indexOf(': ');
    return [line.slice(0, at), line.slice(at + 2)] as const;
  }));
  const get = (key: string): string => {
    const value = head.get(key);
    if (value === undefined) {
      throw new Error(`${folder}/${code}.md: its head has no ${key}`);
    }
    return value;
  };
  if (get('code') !== code) {
    throw new Error(`${folder}/${code}.md: its head is about ${get('code')}`);
  }
  return {
    code,
    severity: get('severity'),
    form: head.get('form') === 'true',
    silence: head.get('silence') !== 'none',
    title: get('title'),
    description: get('description'),
    titleEn: get('title-en'),
    descriptionEn: get('description-en'),
    body: parts?.['rest']?.split(mark)[0]?.split('\n\n').slice(2).join('\n\n').trim() ?? '',
  };
}

export function readPages(root: string): RulePage[] {
  return groups.flatMap((group) => group.codes.map((code) => readPage(root, code)));
}

export function renderPage(page: RulePage): string {
  const { code, title, description, body } = page;
  const parts = [head(page), `# ${title}（\`${code}\`）`, description, body, mark, settings(page), english(page)];
  return `${parts.join('\n\n')}\n`;
}

function head(page: RulePage): string {
  return [
    '---',
    `code: ${page.code}`,
    `severity: ${page.severity}`,
    ...(page.form ? ['form: true'] : []),
    ...(page.silence ? [] : ['silence: none']),
    `title: ${page.title}`,
    `title-en: ${page.titleEn}`,
    `description: ${page.description}`,
    `description-en: ${page.descriptionEn}`,
    '---',
  ].join('\n');
}

function settings({ code, severity, form, silence }: RulePage): string {
  const year = form ? `2019年度的格式是试行，这一年度的报告降低一级，为“${milder[severity]}”。` : '';
  const values = '`error`、`warning`、`information`、`hint`，或者用 `off` 关闭';
  return [
    '## 设置与屏蔽',
    [
      `默认的严重程度是“${severityNames[severity]}”（\`${severity}\`）。${year}`,
      `在编辑器设置 \`disclosureReport.severity\` 或者设置文件 \`.disclosure-report.json\` 中可以改为${values}：`,
    ].join(''),
    `\`\`\`json\n{ "severity": { "${code}": "off" } }\n\`\`\``,
    ...(silence ? suppressing(code) : []),
  ].join('\n\n');
}

function suppressing(code: string): string[] {
  const comments = ([['上一行', 'next-line'], ['同一行', 'line'], ['文件任何一处（对整个文件）', 'file']] as const)
    .map(([where, kind]) => `在${where}写 \`<!-- disclosure-report-disable-${kind} ${code} -->\``);
  const entry = `{ "file": "*.txt", "code": "${code}", "reason": "已核对" }`;
  return [
    '确认过不需要改的个别之处，可以在灯泡菜单里屏蔽，或者自己写：',
    [
      `- Markdown 和 HTML 文档：${comments.join('，')}；`,
      `- 任何文档：在设置文件的 \`ignore\` 里加一条，例如 \`${entry}\`。`,
    ].join('\n'),
  ];
}

function english({ titleEn, descriptionEn, severity, code }: RulePage): string {
  return [
    '## In English\n\n',
    `**${titleEn}.** ${descriptionEn} Default severity: ${severity === 'information' ? 'remark (`information`)' : severity}; `,
    `set it with \`disclosureReport.severity\` or in \`.disclosure-report.json\` under \`severity\`, key \`${code}\`.`,
  ].join('');
}

/** The list of all rules (`docs/rules/README.md`). */
export function renderIndex(pages: readonly RulePage[]): string {
  const tables = groups.map((group) => {
    const rows = pages.filter((page) => group.codes.includes(page.code));
    return [
      `## ${group.title}（${group.english}）`,
      '',
      '| 代码 | 说明 | In English | 严重程度 |',
      '| --- | --- | --- | --- |',
      ...rows.map(({ code, title, titleEn, severity }) =>
        `| [\`${code}\`](${code}.md) | ${title} | ${titleEn} | ${severityNames[severity]} |`),
    ].join('\n');
  });
  return `# 规则一览

<!-- 本页由 npm run generate 生成 -->

每类问题都有一个代码。代码公布后含义不变；严重程度可以在设置中修改，见各页末尾。

${tables.join('\n\n')}
`;
}
