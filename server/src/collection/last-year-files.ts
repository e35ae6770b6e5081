import type { Names } from './names.ts';
import { foldText } from '../forms/vocabulary.ts';

/** A report that is looked for. */
export interface WantedReport {
  /** As the title of this year's names it. */
  readonly organ: string;
  readonly year: number;
}

/** Files that may hold last year's report by their names, each list in the order given. */
export interface LastYearFiles {
  /** They name the organ, and the year or a folder of it. */
  readonly likely: readonly string[];
  /** They stand beside the report and name the year. */
  readonly possible: readonly string[];
}

/** More are not worth reading for what may be none of them. */
const mostFiles = 8;

/** What may follow an organ's name in that of its report's file: 青禾县水务局2024年…, 青禾县人民政府政府信息公开…; but not 青禾县|水务局. */
const behindOrgan = /^(?:人民政府)?(?:$|[\s\d_.()（）〔[【—-]|政府信息|信息公开|年报|年度报告)/u;

/** Finds by their names the files, given as URIs, that are worth reading for reports that a file of one year later is compared with. */
export function lastYearFiles(uri: string, wanted: readonly WantedReport[], files: readonly string[], names: Names): LastYearFiles {
  const own = partsOf(uri);
  const others = files.filter((file) => file !== uri).map((file) => ({ file, ...partsOf(file) }));
  const sought = wanted.map(({ organ, year }) => ({ called: names.called(organ), year }));
  const likely = others.filter(({ stem, folders }) => sought.some(({ called, year }) =>
    saysYear(stem, folders, year) && called.some((name) => isNamed(stem, name))));
  const possible = others.filter((other) => !likely.includes(other) && other.folders.join('/') === own.folders.join('/')
    && sought.some(({ year }) => other.stem.includes(String(year))));
  return { likely: likely.slice(0, mostFiles).map(({ file }) => file), possible: possible.slice(0, mostFiles).map(({ file }) => file) };
}

function partsOf(uri: string): { readonly stem: string; readonly folders: readonly string[] } {
  const parts = uri.split('/').map((part) => foldText(decoded(part)));
  const name = parts.pop() ?? '';
  return { stem: name.replace(/\.[^.]+$/u, ''), folders: parts };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A file whose name says no year may stand in a folder that does. */
function saysYear(stem: string, folders: readonly string[], year: number): boolean {
  return /20\d\d/u.test(stem) ? stem.includes(String(year)) : folders.slice(-2).some((folder) => folder.includes(String(year)));
}

function isNamed(stem: string, organ: string): boolean {
  for (let at = stem.indexOf(organ); at >= 0; at = stem.indexOf(organ, at + 1)) {
    if (behindOrgan.test(stem.slice(at + organ.length))) {
      return true;
    }
  }
  return false;
}
