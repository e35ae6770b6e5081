import { SymbolKind, WorkspaceSymbolRequest, type SymbolInformation } from 'vscode-languageserver';
import * as l10n from '@vscode/l10n';
import { rangeOf } from '../../../collection/digest.ts';
import type { CollectedReport } from '../../../collection/index.ts';
import type { OutlineEntry } from '../../../service-types.ts';
import { standard } from '../../handler.ts';
import type { Session } from '../../session.ts';

/** A longer list is read by nobody; the client asks again with every letter. */
const most = 200;

/** Reports by organ and year, of files that are not open too, and the rows with figures of open reports. */
export const workspaceSymbol = standard(WorkspaceSymbolRequest.type, {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  empty: () => [],
  answer({ query }, session) {
    const words = query.split(/\s+/u).filter((word) => word !== '');
    const isWanted = ({ name, containerName = '' }: SymbolInformation): boolean => words.every((word) => `${containerName} ${name}`.includes(word));
    const all = session.together.collection.reports().flatMap((report) => symbolsOf(report, session));
    return all.filter(isWanted).slice(0, most);
  },
});

function symbolsOf({ uri, index, report: { organ, year, title } }: CollectedReport, { service, reportAt }: Session): SymbolInformation[] {
  const name = organ === undefined || year === undefined ? organ : l10n.t('{0}, year {1}', organ, String(year));
  const document = reportAt(uri);
  const rows = (document ? rowsIn(outlineOf(service.outline(document), index)) : []).map((row): SymbolInformation =>
    ({ name: row.name, ...(name === undefined ? {} : { containerName: name }), kind: SymbolKind.Field, location: { uri, range: row.range } }));
  return [...name === undefined ? [] : [{ name, kind: SymbolKind.File, location: { uri, range: rangeOf(title) } }], ...rows];
}

/** Of a document with one report the outline begins with its sections. */
function outlineOf(entries: readonly OutlineEntry[], index: number): readonly OutlineEntry[] {
  return entries[0]?.kind === 'report' ? entries[index]?.children ?? [] : entries;
}

/** The rows of tables, at any depth. */
function rowsIn(entries: readonly OutlineEntry[]): OutlineEntry[] {
  return entries.flatMap((entry) => [...entry.kind === 'row' ? [entry] : [], ...rowsIn(entry.children)]);
}
