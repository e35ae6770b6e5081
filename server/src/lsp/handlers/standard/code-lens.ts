import * as l10n from '@vscode/l10n';
import { CodeLensRequest, type CodeLens } from 'vscode-languageserver';
import type { CountedIdentities } from '../../../service-types.ts';
import { ofReport, standard } from '../../handler.ts';
import { showIdentitiesCommand } from '../../protocol.ts';

/** Above each table, how many of its identities hold; only for who can show which, since a lens is a command. */
export const codeLens = standard(CodeLensRequest.type, ofReport({
  capabilities: ({ options }) => (options.showsIdentities === true ? { codeLensProvider: { resolveProvider: false } } : {}),
  empty: () => [],
  answer: (document, _, { service }) => service.identityCounts(document).map((counted) => toLens(counted, document.uri)),
}));

function toLens({ holds, broken, unknown, range, report, table }: CountedIdentities, uri: string): CodeLens {
  const title = l10n.t('{0} identities: {1} hold, {2} do not hold, {3} cannot be judged', holds + broken + unknown, holds, broken, unknown);
  return { range, command: { title, command: showIdentitiesCommand, arguments: [uri, report, table] } };
}
