import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { wayFrom } from '../walking/addresses.ts';
import type { CheckedFile } from '../checking/examine.ts';
import { findingKeys } from '../checking/finding-keys.ts';
import { writeFile } from '../writing/write-file.ts';

/** The findings that are known, by file (from the folder of the baseline, `/` between names) and code: their keys. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Where the baseline lies; its folder is what files in it are named from. */
export interface BaselinePlace {
  readonly cwd: string;
  readonly baseline: string;
}

/** @throws where it cannot be read or is none */
export function readBaseline({ cwd, baseline }: BaselinePlace): Baseline {
  const data = parse(readFileSync(resolve(cwd, baseline), 'utf8'));
  if (data === undefined) {
    throw new Error(l10n.t('this is no baseline; write one with --write-baseline'));
  }
  return data;
}

function parse(text: string): Baseline | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { version?: unknown; findings?: unknown };
    return version === 1 && isBaseline(findings) ? findings : undefined;
  } catch {
    return undefined;
  }
}

function isBaseline(value: unknown): value is Baseline {
  return isRecord(value) && Object.values(value).every((codes) => isRecord(codes)
    && Object.values(codes).every((keys) => Array.isArray(keys) && keys.every((key) => typeof key === 'string')));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The file without the findings that are known, and how many those are. */
export function withoutKnown(file: CheckedFile, known: Baseline, place: BaselinePlace): { file: CheckedFile; known: number } {
  const name = nameIn(place, file.path);
  const codes = Object.hasOwn(known, name) ? known[name] as Baseline[string] : {};
  const keys = findingKeys(file);
  const findings = file.findings.filter((finding) =>
    !(Object.hasOwn(codes, finding.code) && codes[finding.code]?.includes(keys.get(finding) as string)));
  return { file: { ...file, findings }, known: file.findings.length - findings.length };
}

/** All findings of a file, as they stand in a baseline; undefined where there are none. */
export function entryOf(file: CheckedFile, place: BaselinePlace): BaselineEntry | undefined {
  const codes: Record<string, string[]> = {};
  for (const [{ code }, key] of findingKeys(file)) {
    (codes[code] ??= []).push(key);
  }
  return file.findings.length === 0 ? undefined : { name: nameIn(place, file.path), codes };
}

export interface BaselineEntry {
  readonly name: string;
  readonly codes: Baseline[string];
}

/** Writes what a call found as what is known from now on; sorted, so that changes of it are small. @throws where it cannot be written */
export function writeBaseline(entries: readonly BaselineEntry[], { cwd, baseline }: BaselinePlace): void {
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const findings = Object.fromEntries(sorted.map(({ name, codes }) => [name, codes]));
  writeFile(resolve(cwd, baseline), Buffer.from(`${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`));
}

function nameIn({ cwd, baseline }: BaselinePlace, path: string): string {
  return wayFrom(dirname(resolve(cwd, baseline)), resolve(cwd, path));
}
