import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codes, dataOf, type Severity } from '../rules/codes.ts';
import type { QuickFix, Range, RelatedInformation } from '../service-types.ts';
import type { CheckedFile, Finding } from './examine.ts';
import type { CheckFormatter, Troubles } from './format.ts';
import { positionsIn } from '../syntax/positions.ts';
import type { Locale } from './locale.ts';
import { version } from './version.ts';

const ruleIndices = new Map<string, number>(codes.map((code, index) => [code, index]));
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error', warning: 'warning', information: 'note', hint: 'note',
};

/** SARIF 2.1.0 (OASIS), one run; `docs` is the folder of the rules' pages. */
export function createSarifFormatter(locale: Locale, docs: string): CheckFormatter {
  return {
    head: () => `${[
      '{ "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",',
      '"version": "2.1.0",',
      `"runs": [{ "tool": ${JSON.stringify({ driver: driver(locale, docs) })},`,
      `"language": "${locale === 'en' ? 'en' : 'zh-CN'}",`,
      '"columnKind": "utf16CodeUnits",',
      '"results": [',
    ].join('\n')}\n`,
    file: (file) => toResults(file).map((result) => JSON.stringify(result)).join(',\n'),
    separator: ',\n',
    foot: (_counts, troubles) => `\n],\n"invocations": ${JSON.stringify([toInvocation(troubles)])} }] }\n`,
  };
}

function toInvocation({ failures, unread }: Troubles): object {
  return {
    executionSuccessful: failures.length === 0 && !unread.some(({ isFailure }) => isFailure),
    toolExecutionNotifications: [
      ...failures.map(({ path, message }) => toNotification(path, message)),
      ...unread.map(({ path, reason, isFailure }) => toNotification(path, `${path}: ${reason}`, isFailure ? 'error' : 'warning')),
    ],
  };
}

function toNotification(path: string | undefined, text: string, level: 'error' | 'warning' = 'error'): object {
  return {
    level,
    message: { text },
    locations: path === undefined ? undefined : [{ physicalLocation: { artifactLocation: { uri: toUri(path) } } }],
  };
}

function driver(locale: Locale, docs: string): object {
  return {
    name: 'disclosure-report',
    semanticVersion: version,
    rules: codes.map((code) => {
      const { title, description, severity } = dataOf(code);
      const page = join(docs, `${code}.md`);
      return {
        id: code,
        shortDescription: { text: title[locale] },
        fullDescription: { text: description[locale] },
        defaultConfiguration: { level: levels[severity] },
        helpUri: existsSync(page) ? pathToFileURL(page).href : undefined,
      };
    }),
  };
}

function toResults(file: CheckedFile): object[] {
  const { textAt } = positionsIn(file.text);
  const seen = new Map<string, number>();
  return file.findings.map((finding) => {
    const key = [file.path.split(sep).join('/'), finding.code, finding.figure ?? '', textAt(finding.range)].join('\0');
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return toResult(finding, file, createHash('sha256').update(`${key}\0${nth}`).digest('hex').slice(0, 32));
  });
}

/** The fingerprint stays when lines above are added or removed: it knows what was found, and not on which line. */
function toResult(finding: Finding, { path, source, whereOf }: CheckedFile, fingerprint: string): object {
  const { code, severity, message, range, related, figure } = finding;
  // The lines of the text of a file that is no text are not the file's.
  const isInText = source === undefined && (range.end.line > range.start.line || range.end.character > range.start.character);
  const where = whereOf?.(range);
  const fixes = source === undefined ? finding.fixes : [];
  return {
    ruleId: code,
    ruleIndex: ruleIndices.get(code),
    level: levels[severity],
    message: { text: message },
    locations: [{
      physicalLocation: toLocation(path, isInText ? range : undefined), message: where === undefined ? undefined : { text: where },
    }],
    relatedLocations: related.length === 0 ? undefined : related.map((entry, id) => toRelated(entry, path, id, source === undefined)),
    partialFingerprints: { 'finding/v1': fingerprint },
    fixes: fixes.length === 0 ? undefined : fixes.map((fix) => toFix(fix, path)),
    properties: figure === undefined ? undefined : { figure },
  };
}

function toRelated({ uri, range, message }: RelatedInformation, path: string, id: number, isText: boolean): object {
  return {
    id: id + 1,
    physicalLocation: { artifactLocation: { uri: uri ?? toUri(path) }, region: isText ? toRegion(range) : undefined },
    message: { text: message },
  };
}

function toLocation(path: string, range: Range | undefined): object {
  return { artifactLocation: { uri: toUri(path) }, region: range === undefined ? undefined : toRegion(range) };
}

/** SARIF counts lines and columns from 1. */
function toRegion({ start, end }: Range): object {
  return {
    startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1,
  };
}

function toFix({ title, edits }: QuickFix, path: string): object {
  return {
    description: { text: title },
    artifactChanges: [{
      artifactLocation: { uri: toUri(path) },
      replacements: edits.map(({ range, newText }) => ({ deletedRegion: toRegion(range), insertedContent: { text: newText } })),
    }],
  };
}

/** A relative path stays relative, so that the results of a checkout fit any other. */
function toUri(path: string): string {
  if (isAbsolute(path)) {
    return pathToFileURL(path).href;
  }
  return path.split(sep).map(encodeURIComponent).join('/');
}
