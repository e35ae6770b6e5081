import { makeYearbook, textOf, unitNames, type Yearbook } from './yearbook.ts';

const years = [2022, 2023, 2024];
const units = unitNames(60);
const [, forest, , fourth, court, money] = units as [string, string, string, string, string, string];

/** The unit that carries in more than it had carried out, and the one that was left out of the sums. */
export const school = fourth;
export const leftOut = forest;

/** Carries in more than was carried out, so that all sums still hold. */
export function carryMore(figures: Map<string, number>): void {
  for (const [row, more] of [['carriedIn', 1], ['received', -1]] as const) {
    for (const column of ['naturalPerson', 'total']) {
      const id = `requests.${row}.${column}`;
      figures.set(id, (figures.get(id) ?? 0) + more);
    }
  }
}

/** Sixty units over three years, one of which was renamed, with one mistake of each kind. */
export function plantedBook(): Yearbook {
  return makeYearbook({
    seed: 11, units: units.length, years,
    changes: new Map([
      [`${school} 2023`, carryMore],
      [`${court} 2024`, (figures) => figures.set('proactive.normativeDocuments.inForce', (figures.get('proactive.normativeDocuments.inForce') ?? 0) + 4)],
    ]),
    sums: new Map([
      [2023, (figures, of) => of(forest).forEach((value, id) => figures.set(id, Number(((figures.get(id) ?? 0) - value).toFixed(6))))],
      [2024, (figures) => figures.set('proactive.licensing.decisions', (figures.get('proactive.licensing.decisions') ?? 0) + 9)],
    ]),
  });
}

/** What is to be found in its files, and nothing else: path, code and figure. */
export const planted = [
  `2022/${units[8]}.md duplicate-report`,
  '2022/青禾县.md missing-unit',
  '2022/旧稿.md duplicate-report',
  `2023/${school}.md carry-over requests.carriedIn.naturalPerson`,
  '2023/青禾县.md carry-over requests.carriedIn.naturalPerson',
  '2023/青禾县.md rollup',
  `2024/${money}.md repeated-text`,
  `2024/${court}.md in-force proactive.normativeDocuments.inForce`,
  '2024/青禾县.md in-force proactive.normativeDocuments.inForce',
  '2024/青禾县.md rollup proactive.licensing.decisions',
].sort();

/** The folder's files: without one unit of 2022, with an old draft, and with a section that was left in. */
export function filesOf(book: Yearbook): Record<string, string> {
  const last = book.reports.find(({ unit, year }) => unit === money && year === 2023);
  const files: Record<string, string> = { '.disclosure-report.json': JSON.stringify(book.settings) };
  for (const report of book.reports) {
    const problems = report.unit === money && report.year === 2024 ? (last?.problems ?? []) : report.problems;
    if (report.unit !== units[7] || report.year !== 2022) {
      files[report.path] = textOf({ ...report, problems }).text;
    }
    if (report.unit === units[8] && report.year === 2022) {
      files['2022/旧稿.md'] = textOf(report).text;
    }
  }
  return files;
}
