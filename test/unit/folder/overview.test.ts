import assert from 'node:assert/strict';
import { overviewOf, type FolderFile, type FolderReport } from '../../../server/src/folder/index.ts';
import { createReportService } from '../../../server/src/service.ts';
import { fixture } from '../../support/fixtures.ts';

const counts = { error: 0, warning: 0, information: 0, hint: 0 };

function report(organ: string, year: number, granted: number | null, organKey = organ): FolderReport {
  const figures = [{ id: 'requests.received', name: '新收', value: granted }];
  const parts = [{ id: 'requests.granted', name: '予以公开', value: granted }, { id: 'requests.denied', name: '不予公开', value: 1 }];
  return { organ, organKey, year, title: '', counts, tables: [{ id: 'requests', title: '', figures, parts }] };
}

const fileOf = (path: string, ...reports: readonly FolderReport[]): FolderFile => ({ path, reports, rows: [] });

describe('the overview of a folder', () => {
  it('has a line an organ, by its newest name, with its reports by year', () => {
    const { organs, years, reports } = overviewOf([
      fileOf('a.md', report('青禾县环境水务局', 2023, 1, '青禾县水务局'), report('青禾县民政局', 2024, 2)), fileOf('b.md', report('青禾县水务局', 2024, 3)),
    ]);
    assert.deepEqual(years, [2023, 2024]);
    assert.deepEqual(organs.map(({ name, byYear }) => [name, [...byYear.keys()].sort()]), [['青禾县民政局', [2024]], ['青禾县水务局', [2023, 2024]]]);
    assert.deepEqual(reports.map((one) => [one.report.organ, one.report.year]), [['青禾县民政局', 2024], ['青禾县水务局', 2024], ['青禾县环境水务局', 2023]]);
  });

  it('puts units side by side, the largest first, and an organ\'s years by result', () => {
    const { byYear, byOrgan } = overviewOf([fileOf('a.md', report('甲局', 2024, 2), report('乙局', 2024, 5), report('乙局', 2023, null))]);
    assert.deepEqual(byYear.map(({ name, bars }) => [name, bars]), [
      ['2024', [{ name: '乙局', values: [5] }, { name: '甲局', values: [2] }]], ['2023', [{ name: '乙局', values: [null] }]],
    ]);
    assert.deepEqual(byOrgan.map(({ name, bars }) => [name, bars]), [
      ['乙局', [{ name: '2023', values: [null, 1] }, { name: '2024', values: [5, 1] }]], ['甲局', [{ name: '2024', values: [2, 1] }]],
    ]);
  });

  it('puts nothing side by side that counts something else, as reports of forms of one\'s own do', () => {
    const hotline = (organ: string, year: number, received: number): FolderReport => {
      const figures = [{ id: 'calls.received', name: '新收诉求', value: received }];
      return { ...report(organ, year, 0), tables: [{ id: 'calls', title: '诉求办理情况', figures, parts: [{ id: 'calls.settled', name: '办结', value: received }] }] };
    };
    const { byYear, byOrgan } = overviewOf([fileOf('a.md', report('甲局', 2024, 2), report('乙局', 2023, 3)), fileOf('b.md', hotline('乙局', 2024, 2560))]);
    assert.deepEqual(byYear.map(({ name, subject, bars }) => [name, subject, bars]), [
      ['2024', '新收诉求', [{ name: '乙局', values: [2560] }]], ['2024', '新收', [{ name: '甲局', values: [2] }]], ['2023', '新收', [{ name: '乙局', values: [3] }]],
    ]);
    assert.deepEqual(byOrgan.map(({ name, series, bars }) => [name, series.map((one) => one.name), bars]), [
      ['乙局', ['予以公开', '不予公开'], [{ name: '2023', values: [3, 1] }]], ['乙局', ['办结'], [{ name: '2024', values: [2560] }]],
      ['甲局', ['予以公开', '不予公开'], [{ name: '2024', values: [2, 1] }]],
    ]);
  });

  it('draws nothing of two reports of one organ and year, and names those that it cannot place', () => {
    const unnamed: FolderReport = { title: '', counts, tables: [] };
    const { byYear, organs, unplaced } = overviewOf([fileOf('a.md', report('甲局', 2024, 2)), fileOf('b.md', report('甲局', 2024, 3)), fileOf('c.md', unnamed)]);
    assert.deepEqual(byYear, []);
    assert.equal(organs[0]?.byYear.get(2024)?.length, 2);
    assert.deepEqual(unplaced.map(({ path }) => path), ['c.md']);
  });
});

describe('the main figures of a report', () => {
  const service = createReportService();
  const ofText = (text: string): unknown => service.keyFigures(service.open('file:///a.md', 'markdown', 1, text))[0]
    ?.map(({ id, figures, parts }) => [id, figures.map(({ name, value }) => [name, value]), parts.map(({ name, value }) => [name, value])]);

  it('are the totals that its identities name, with what the results are made of', () => {
    assert.deepEqual(ofText(fixture('base-2021.md')), [
      ['requests', [['新收', 14], ['上年结转', 1], ['办结总计', 14], ['结转下年', 1]],
        [['予以公开', 6], ['部分公开', 1], ['不予公开', 1], ['无法提供', 5], ['不予处理', 1], ['其他处理', 0]]],
      ['review', [['行政复议', 1], ['未经复议直接起诉', 1], ['复议后起诉', 0]], []],
    ]);
  });

  it('are not known where a cell is no number', () => {
    const [[, figures]] = ofText(fixture('base-2021.md').replace('|  | （七）总计 |  | 12 | 2 | 0 | 0 | 0 | 0 | 14 |', '|  | （七）总计 |  | 12 | 2 | 0 | 0 | 0 | 0 |  |')) as [[string, unknown[]]];
    assert.deepEqual(figures[2], ['办结总计', null]);
  });
});
