import assert from 'node:assert/strict';
import { compileNames, lastYearFiles, type LastYearFiles } from '../../../server/src/collection/index.ts';

const own = 'file:///c%3A/%E5%B9%B4%E6%8A%A5/2024/青禾县水务局2024年政府信息公开工作年度报告.md';
const beside = own.slice(0, own.lastIndexOf('/') + 1);
const names = compileNames({ organs: { 青禾县水务局: ['青禾县水利局'] } });

function found(organ: string, ...files: readonly string[]): LastYearFiles {
  return lastYearFiles(own, [{ organ, year: 2023 }], files, names);
}

describe('files that may hold last year\'s report', () => {
  it('name the organ and the year, or stand in a folder of the year', () => {
    const files = [
      `${beside}青禾县水务局2023年政府信息公开工作年度报告.docx`, 'file:///x/2023/青禾县水务局.md', 'file:///x/青禾县水务局（2023）.pdf',
      `file:///x/${encodeURIComponent('2023年青禾县水务局信息公开年报')}.txt`,
    ];
    assert.deepEqual(found('青禾县水务局', ...files), { likely: files, possible: [] });
  });

  it('go by the organ\'s other names', () => {
    const file = 'file:///x/青禾县水利局2023年政府信息公开工作年度报告.md';
    assert.deepEqual(found('青禾县水务局', file).likely, [file]);
    const government = 'file:///x/青禾县人民政府2023年政府信息公开工作年度报告.md';
    assert.deepEqual(found('青禾县', government).likely, [government]);
    assert.deepEqual(found('青禾县人民政府', 'file:///x/青禾县2023年年报.md').likely, ['file:///x/青禾县2023年年报.md']);
  });

  it('are none of other organs and years', () => {
    const others = [
      'file:///x/青禾县水务局2022年政府信息公开工作年度报告.md', 'file:///x/2023/青禾县水务局2022年.md', 'file:///x/2022/青禾县水务局.md',
      'file:///x/青禾县水务局水库管理站2023年政府信息公开工作年度报告.md', 'file:///x/青禾县林业局2023年.md', own,
    ];
    assert.deepEqual(found('青禾县水务局', ...others), { likely: [], possible: [] });
    assert.deepEqual(found('青禾县', 'file:///x/青禾县水务局2023年年报.md'), { likely: [], possible: [] });
  });

  it('are possible where they stand beside the report and name the year', () => {
    const [file, elsewhere] = [`${beside}2023年年报（定稿）.docx`, 'file:///x/2023年年报（定稿）.docx'];
    assert.deepEqual(found('青禾县水务局', file, elsewhere), { likely: [], possible: [file] });
  });

  it('are so few that all can be read at once', () => {
    const many = Array.from({ length: 100 }, (_, at) => `${beside}2023-${at}.md`);
    assert.equal(found('青禾县水务局', ...many).possible.length, 8);
  });

  it('have names that are no URIs as well', () => {
    assert.deepEqual(found('青禾县水务局', 'file:///x/2023/100%.md'), { likely: [], possible: [] });
  });
});
