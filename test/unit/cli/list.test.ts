import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { readWell } from '../../support/office/reading.ts';
import { call, cleanReport, flawedReport } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

const other = flawedReport.replaceAll('澄溪县档案局', '青禾县民政局').replace('2024年政府信息公开工作年度报告', '2024年政府信息公开工作年度报告=1');
const chinese = { env: { LANG: 'zh_CN.UTF-8' } };

/** The cells of CSV, of which none holds a line end. */
function cellsOf(csv: string): string[][] {
  return csv.trimEnd().split('\r\n').map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)].slice(0, 12)
    .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)));
}

describe('the list of findings (问题清单)', () => {
  after(removeFolders);

  it('has a row a finding, with its section, place, text and proposal, and what a reviewer decided', async () => {
    const review = [{ file: '*.md', code: 'results-total', figure: 'requests.resultsTotal.naturalPerson', text: '10', status: 'kept', note: '=已函询' }];
    const folder = makeFolder({ 'b.md': flawedReport, 'a.md': cleanReport, '.disclosure-report.json': JSON.stringify({ review }) });
    const { code, out } = await call(folder, ['check', '--format', 'csv', '.'], chinese);
    assert.equal(code, 1);
    assert.ok(out.startsWith('\uFEFF'));
    const [head, ...rows] = cellsOf(out.slice(1));
    assert.deepEqual(head, ['单位', '年度', '章节', '位置', '严重程度', '问题', '原文', '修改意见', '核实情况', '备注', '文件', '代码']);
    const [row] = rows.filter((cells) => cells.includes('results-total'));
    assert.deepEqual([0, 1, 2, 6, 8, 9, 10].map((at) => row?.[at]), ['澄溪县档案局', '2024', '三、收到和处理政府信息公开申请情况', '10', '不需修改', "'=已函询", 'b.md']);
    assert.match(row?.[3] ?? '', /^第\d+行$/u);
    assert.match(row?.[7] ?? '', /12/u);
    assert.equal(rows.filter(([, , , , severity]) => severity === '错误').length, 1);
  });

  it('is a workbook with the same rows, which is read again', async () => {
    const folder = makeFolder({ 'b.md': flawedReport, 'c/d.md': other });
    const { out } = await call(folder, ['check', '--format', 'csv', '.'], chinese);
    assert.equal((await call(folder, ['check', '--format', 'xlsx', '.', '--output', 'list.xlsx'], chinese)).code, 1);
    const { text } = await readWell(readFileSync(join(folder, 'list.xlsx')));
    const rows = cellsOf(out.slice(1));
    assert.ok(rows.length > 2);
    for (const cell of rows.flat()) {
      assert.ok(text.includes(cell.replace(/^'(?==)/u, '')), cell);
    }
  });

  it('is a page in which every text is escaped, and that runs its own script alone', async () => {
    const folder = makeFolder({ 'b.md': flawedReport.replaceAll('澄溪县档案局', '澄溪县<b>档案局') });
    const { out } = await call(folder, ['check', '--format', 'html', '.'], chinese);
    assert.match(out, /^<!DOCTYPE html>\n<html lang="zh-CN">/u);
    assert.ok(!/<b>档案局|\bon[a-z]+=|\bstyle="/u.test(out));
    for (const [kind, inner] of [['script-src', /<script>([\s\S]*)<\/script>/u], ['style-src', /<style>([\s\S]*)<\/style>/u]] as const) {
      const hash = createHash('sha256').update(inner.exec(out)?.[1] ?? '').digest('base64');
      assert.ok(out.includes(`${kind} 'sha256-${hash}'`), kind);
    }
  });

  it('holds no findings that the settings hide, and is whole or not written at all', async () => {
    const folder = makeFolder({ 'a.md': flawedReport, '.disclosure-report.json': '{ "severity": { "results-total": "off" } }' });
    const { code, out } = await call(folder, ['check', '--format', 'csv', 'a.md'], chinese);
    assert.deepEqual([code, out.includes('results-total')], [0, false]);
    const { code: wrong, out: none, err } = await call(folder, ['check', '--format', 'xlsx', 'a.md']);
    assert.deepEqual([wrong, none], [2, '']);
    assert.match(err, /--output FILE/u);
  });
});
