import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { namesOf, proposedNames, proposedUnits } from '../../collection/index.ts';
import type { Range, ReportDocument } from '../../service-types.ts';
import { settingsUris } from '../../settings/index.ts';
import type { Session } from '../session.ts';
import type { ProposedNames } from '../suppression.ts';
import type { ActionData } from './data.ts';

/** At a report's title: the names that the organ may have had, and the units that the folder's reports show. */
export function naming(document: ReportDocument, range: Range, { client, together, service }: Session): CodeAction[] {
  if (!client.resolvesEdits || !client.createsFiles || settingsUris(document.uri, []).length === 0) {
    return [];
  }
  const { uri, version } = document;
  const action = (title: string, names: ProposedNames): CodeAction =>
    ({ title, kind: CodeActionKind.QuickFix, data: { uri, version, range, names } satisfies ActionData });
  return together.collection.reportsOf(uri).filter(({ report }) => report.title[0] === range.start.line).flatMap(({ organ, report: { year } }) => {
    if (organ === undefined || year === undefined) {
      return [];
    }
    const all = together.collection.reports();
    const units = namesOf(service.settingsOf(document)).units.has(organ) ? [] : proposedUnits(all, organ);
    return [
      ...proposedNames(all, organ, year).map((name) =>
        action(l10n.t('Write into the settings file that {0} was called {1}', organ, name), { part: 'organs', name: organ, others: [name] })),
      ...(units.length === 0 ? [] : [action(l10n.t('Write the {0} units of {1} that are here into the settings file, to check the sums', units.length, organ),
        { part: 'hierarchy', name: organ, others: units })]),
    ];
  });
}
