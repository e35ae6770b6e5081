import { codes } from '../../rules/codes.ts';
import type { QuickFix, Range, RelatedInformation } from '../../service-types.ts';
import { pathsFromRoot, toUri, type PathFromRoot } from '../walking/addresses.ts';
import type { CheckedFile, Finding } from '../checking/examine.ts';
import { findingKeys } from '../checking/finding-keys.ts';
import type { Troubles } from '../terminal/failures.ts';
import type { CheckFormatter } from './format.ts';
import { lineHashes } from './line-hashes.ts';
import type { Locale } from '../locale.ts';
import { levels, sarifRules } from './sarif-rules.ts';
import { toJson } from '../terminal/shown-text.ts';
import { version } from '../../version.ts';

const ruleIndices = new Map<string, number>(codes.map((code, index) => [code, index]));

/** The name of the folder that all addresses are relative to, which each machine has at a place of its own. */
const root = '%SRCROOT%';

/**
 * SARIF 2.1.0 (OASIS), one run, with what code scanning on GitHub demands of it besides; nothing in it tells where on this
 * machine the files lie.
 * @param docs the folder of the rules' pages
 */
export function createSarifFormatter(locale: Locale, docs: string, cwd: string): CheckFormatter {
  const fromRoot = pathsFromRoot(cwd);
  return {
    head: () => `${[
      '{ "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",',
      '"version": "2.1.0",',
      `"runs": [{ "tool": ${toJson({ driver: { name: 'disclosure-report', semanticVersion: version, rules: sarifRules(locale, docs) } })},`,
      `"language": "${locale === 'en' ? 'en' : 'zh-CN'}",`,
      '"columnKind": "utf16CodeUnits",',
      `"originalUriBaseIds": ${toJson({ [root]: { description: { text: 'The root of the repository.' } } })},`,
      '"results": [',
    ].join('\n')}\n`,
    file: (file) => toResults(file, fromRoot).map((result) => toJson(result)).join(',\n'),
    separator: ',\n',
    foot: (_counts, troubles) => `\n],\n"invocations": ${toJson([toInvocation(troubles, fromRoot)])} }] }\n`,
  };
}

function toInvocation({ failures, unread }: Troubles, fromRoot: PathFromRoot): object {
  return {
    executionSuccessful: failures.length === 0 && !unread.some(({ isFailure }) => isFailure),
    toolExecutionNotifications: [
      ...failures.map(({ path, message }) => toNotification(path, message, 'error', fromRoot)),
      ...unread.map(({ path, reason, isFailure }) => toNotification(path, reason, isFailure ? 'error' : 'warning', fromRoot)),
    ],
  };
}

function toNotification(path: string | undefined, message: string, level: 'error' | 'warning', fromRoot: PathFromRoot): object {
  const text = path !== undefined && message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
  return {
    level,
    message: { text },
    locations: path === undefined ? undefined : [{ physicalLocation: { artifactLocation: toArtifact(fromRoot(path)) } }],
  };
}

function toResults(file: CheckedFile, fromRoot: PathFromRoot): object[] {
  const path = fromRoot(file.path);
  const keys = findingKeys(file);
  const hashOf = file.source === undefined ? lineHashes(file.text) : () => undefined;
  return file.findings.map((finding) => {
    const key = keys.get(finding) as string;
    return toResult(finding, file, { path, fromRoot, fingerprints: {
      'primaryLocationLineHash': hashOf(finding.range.start.line) ?? `${key.slice(0, 16)}:1`, 'finding/v1': key,
    } });
  });
}

interface ResultPlace {
  readonly path: string;
  readonly fromRoot: PathFromRoot;
  readonly fingerprints: Readonly<Record<string, string>>;
}

function toResult(finding: Finding, { source, whereOf }: CheckedFile, { path, fromRoot, fingerprints }: ResultPlace): object {
  const { code, severity, message, range, related, figure } = finding;
  const where = whereOf?.(range);
  const fixes = source === undefined ? finding.fixes : [];
  return {
    ruleId: code,
    ruleIndex: ruleIndices.get(code),
    level: levels[severity],
    message: { text: where === undefined ? message : `${where}: ${message}` },
    locations: [{
      physicalLocation: { artifactLocation: toArtifact(path), region: source === undefined ? toRegion(range) : wholeFile },
      message: where === undefined ? undefined : { text: where },
    }],
    relatedLocations: related.length === 0 ? undefined : related.map((entry, index) => toRelated(entry, index, path, fromRoot, source === undefined)),
    partialFingerprints: fingerprints,
    fixes: fixes.length === 0 ? undefined : fixes.map((fix) => toFix(fix, path)),
    properties: figure === undefined ? undefined : { figure },
  };
}

function toRelated({ uri, range, message }: RelatedInformation, index: number, path: string, fromRoot: PathFromRoot, isText: boolean): object {
  const isHere = uri === undefined;
  return {
    id: index + 1,
    physicalLocation: { artifactLocation: toArtifact(isHere ? path : fromRoot(uri)), region: isText || !isHere ? toRegion(range) : wholeFile },
    message: { text: message },
  };
}

function toArtifact(path: string): object {
  return { uri: toUri(path), uriBaseId: root };
}

/** A file that is no text has no lines, yet code scanning shows no result without a region. */
const wholeFile = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

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
      artifactLocation: toArtifact(path),
      replacements: edits.map(({ range, newText }) => ({ deletedRegion: toRegion(range), insertedContent: { text: newText } })),
    }],
  };
}
