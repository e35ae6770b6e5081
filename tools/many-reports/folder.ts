import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeYearbook, textOf } from '../../test/support/yearbook.ts';

const units = 60;
const years = [2022, 2023, 2024];
/** The name that the generator gives to its county, which each folder exchanges for one of its own. */
const generated = '青禾县';
const [firsts, seconds] = ['云松柏岚澄溪碧枫霁晴', '川屿泽澜坪岭渡洲汀原'].map((text) => [...text]) as [string[], string[]];

/** Reports in a folder for each county (县), with its settings. */
export interface ManyReports {
  /** The folders of counties. */
  readonly counties: readonly string[];
  readonly files: readonly string[];
}

/** Writes so many reports of invented organs that fit each other: sixty units and their government over three years a county. */
export function writeReports(folder: string, count: number): ManyReports {
  const counties: string[] = [];
  const files: string[] = [];
  for (let county = 0; files.length < count; county += 1) {
    const own = join(folder, String(county).padStart(3, '0'));
    const name = countyName(county);
    const book = makeYearbook({ seed: county, units, years });
    counties.push(own);
    write(join(own, '.disclosure-report.json'), renamed(JSON.stringify(book.settings), name));
    for (const report of book.reports.slice(0, count - files.length)) {
      const path = join(own, renamed(report.path, name));
      write(path, renamed(textOf(report).text, name));
      files.push(path);
    }
  }
  return { counties, files };
}

function countyName(county: number): string {
  const first = firsts[county % firsts.length] ?? '';
  const second = seconds[Math.floor(county / firsts.length) % seconds.length] ?? '';
  return `${first}${second}${county < firsts.length * seconds.length ? '' : Math.floor(county / (firsts.length * seconds.length))}县`;
}

function renamed(text: string, name: string): string {
  return text.replaceAll(generated, name);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
