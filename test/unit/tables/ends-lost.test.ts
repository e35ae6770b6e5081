import assert from 'node:assert/strict';

import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const claims: ReadonlySet<string> = new Set(['blank-cell', 'missing-row', 'missing-table', 'duplicate-row']);

/** What is claimed of the tables of a text, and whether one is said to be unreadable. */
function found(text: string, language: string): { claims: string[]; isUnreadable: boolean } {
  const codes = read(text, language).diagnostics.map(({ code }) => code);
  return { claims: codes.filter((code) => claims.has(code)), isUnreadable: codes.includes('unreadable-table') };
}

describe('figures that are there keep their row from being called missing or blank', () => {
  const tabs = readBase('tabs-2019.txt');

  it('where its label begins behind the figures of the row above', () => {
    const text = tabs.replace(/\n二、上年结转政府信息公开申请数量/u, '\t二、上年结转政府信息公开申请\n数量');
    assert.notEqual(text, tabs);
    assert.deepEqual(found(text, 'plaintext'), { claims: [], isUnreadable: true });
  });

  it('where they stand in the cell of its label', () => {
    const text = tabs.replace(/(?<=\n（七）总计|\n四、结转下年度继续办理|\t（七）总计)[\t\d]+/gu, (cells) => cells.replace(/\t+/gu, ' '));
    assert.notEqual(text, tabs);
    assert.deepEqual(found(text, 'plaintext').claims, []);
  });

  it('where they have come to the beginning of the next line', () => {
    const base = readBase('2021.md');
    const text = base.replace('| 行政处罚 | 3 |  |  |\n', '| 行政处罚 |\n3 |  |  ');
    assert.notEqual(text, base);
    assert.deepEqual(found(text, 'markdown').claims, []);
  });
});

describe('a table in marks that no layout knows', () => {
  const tabs = readBase('tabs-2019.txt');

  it('is said to be unreadable, and not to be missing', () => {
    for (const mark of ['‖', '¦', '：', ' • ']) {
      assert.deepEqual(found(tabs.replaceAll('\t', mark), 'plaintext').claims, [], mark);
    }
  });

  it('is read where its cells stand in quotation marks between tabs', () => {
    const quoted = tabs.replace(/^.*\t.*$/gmu, (line) => line.split('\t').map((cell) => `"${cell}"`).join('\t'));
    const values = (text: string): unknown => Object.entries(read(text, 'plaintext').reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value]);
    assert.notEqual(quoted, tabs);
    assert.deepEqual(values(quoted), values(tabs));
    assert.deepEqual(found(quoted, 'plaintext').claims, []);
  });
});
