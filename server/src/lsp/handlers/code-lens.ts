import * as l10n from '@vscode/l10n';
import { CodeLensRequest, type CodeLens } from 'vscode-languageserver';
import type { IdentityList } from '../../service-types.ts';
import { ofReport, standard } from '../handler.ts';
import { showIdentitiesCommand } from '../protocol.ts';

/** Above each table, how many of its identities hold. */
export const codeLens = standard(CodeLensRequest.type, ofReport({
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  empty: () => [],
  answer(document, _, { client, service }) {
    const command = client.options.showsIdentities === true ? showIdentitiesCommand : '';
    return service.identityLists(document).map((list) => toLens(list, document.uri, command));
  },
}));

function toLens({ identities, range, report, table }: IdentityList, uri: string, command: string): CodeLens {
  const count = (state: string): number => identities.filter((identity) => identity.state === state).length;
  const title = l10n.t('{0} identities: {1} hold, {2} do not hold, {3} cannot be judged',
    identities.length, count('holds'), count('broken'), count('unknown'));
  return { range, command: { title, command, arguments: command === '' ? [] : [uri, report, table] } };
}
