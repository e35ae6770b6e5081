/** A page for each official form (docs/forms/): its sections, its tables as printed, and their identities (勾稽关系). */
import { sectionName, type IdentityData, type LabelData, type RowData, type RowGroupData } from '../../server/src/forms/form.ts';
import type { Form } from '../../server/src/forms/index.ts';
import { officialForms } from '../../server/src/official-forms.ts';
import type { FormTable } from '../../server/src/forms/table.ts';
import { writeBlankTable } from '../../server/src/model/writing/table.ts';
import { writerFor } from '../../server/src/syntax/tables/index.ts';

export const folder = 'docs/forms';

/** The pages by the id of their form. */
export function renderForms(): ReadonlyMap<string, string> {
  return new Map(officialForms.map((form) => [form.data.id, renderForm(form)]));
}

function renderForm({ data, tables }: Form): string {
  const { source, years: { from, to } } = data;
  const sections = data.sections.flatMap((section) => {
    const table = section.table === undefined ? undefined : tables.get(section.table);
    return [`## ${sectionName(section)}`, ...(table ? renderTable(table) : [])];
  });
  return `${[
    `# ${source}`,
    '<!-- 本页由 npm run generate 生成 -->',
    `《政府信息公开工作年度报告格式》，用于${from}年度至${to}年度的报告。In English: the official form for the years ${from} to ${to}, with its tables and the sums that have to hold in them.`,
    ...sections,
  ].join('\n\n')}\n`;
}

function renderTable(table: FormTable): string[] {
  const identities = table.data.identities.map((identity) => `- ${formula(table, identity)}（[\`${identity.code}\`](../rules/${identity.code}.md)）`);
  return [
    writeBlankTable(table, { writer: writerFor('html'), lineEnd: '\n' }),
    ...(identities.length === 0 ? [] : ['勾稽关系：', identities.join('\n')]),
  ];
}

function formula(table: FormTable, { each, left, right }: IdentityData): string {
  const sum = (terms: readonly string[]): string => terms.map((term) => labelOf(table, each, term)).join(' ＋ ');
  return `${each === 'column' ? '每一列' : '每一行'}：${sum(left)} ＝ ${sum(right)}`;
}

/** What the form calls a term of an identity: a row, a group of rows, or a column below its headers. */
function labelOf({ data: { blocks } }: FormTable, each: IdentityData['each'], term: string): string {
  const found = each === 'row'
    ? blocks.flatMap(({ columns }) => columns).find(({ id }) => id === term)
    : blocks.flatMap(({ rows }) => rows).flatMap(withInner).find(({ id }) => id === term);
  if (!found) {
    throw new Error(`no row or column of the form is called ${term}`);
  }
  return found.label;
}

function withInner(row: RowData | RowGroupData): (LabelData & { readonly id?: string })[] {
  return 'rows' in row ? [row, ...row.rows.flatMap(withInner)] : [row];
}
