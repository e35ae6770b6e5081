import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesOf, planted, plantedBook } from '../../test/support/planted-book.ts';
import { makeYearbook, textOf } from '../../test/support/yearbook.ts';

const units = 60;
const years = [2022, 2023, 2024];
/** One county of so many has mistakes planted in it. */
const every = 9;
const firstPlanted = 4;
/** The name that the generator gives to its county, which each folder exchanges for one of its own. */
const generated = '青禾县';
const [firsts, seconds] = ['云松柏岚澄溪碧枫霁晴', '川屿泽澜坪岭渡洲汀原'].map((text) => [...text]) as [string[], string[]];

/** Reports in a folder for each county (县), with its settings. */
interface ManyReports {
  /** The folders of counties. */
  readonly counties: readonly string[];
  readonly files: readonly string[];
  /** What is to be found in them, and nothing else: path below the folder, code and figure. */
  readonly planted: readonly string[];
}

/**
 * Writes so many reports of invented organs that fit each other: sixty units and their government over three years a county. In
 * some whole counties mistakes are planted that only show beside other reports.
 */
export function writeReports(folder: string, count: number): ManyReports {
  const counties: string[] = [];
  const files: string[] = [];
  const all: string[] = [];
  for (let county = 0; files.length < count; county += 1) {
    const own = String(county).padStart(3, '0');
    const name = countyName(county);
    const texts = textsOf(county, count - files.length);
    counties.push(join(folder, own));
    for (const [path, text] of texts.files) {
      write(join(folder, own, renamed(path, name)), renamed(text, name));
      if (path.endsWith('.md')) {
        files.push(join(folder, own, renamed(path, name)));
      }
    }
    all.push(...texts.planted.map((finding) => `${own}/${renamed(finding, name)}`));
  }
  return { counties, files, planted: all.sort() };
}

interface CountyTexts {
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly planted: readonly string[];
}

/** The files of a county, at most so many reports; mistakes only where all of them fit in. */
function textsOf(county: number, most: number): CountyTexts {
  if (county % every === firstPlanted) {
    const files = Object.entries(filesOf(plantedBook()));
    if (files.length - 1 <= most) {
      return { files, planted };
    }
  }
  const book = makeYearbook({ seed: county, units, years });
  const reports = book.reports.slice(0, most).map((report) => [report.path, textOf(report).text] as const);
  return { files: [['.disclosure-report.json', JSON.stringify(book.settings)], ...reports], planted: [] };
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
