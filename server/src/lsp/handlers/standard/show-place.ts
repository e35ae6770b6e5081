import { ExecuteCommandRequest } from 'vscode-languageserver';
import type { Range } from '../../../service-types.ts';
import { standard } from '../../handler.ts';

/** A command of the server's own, for actions that lead to another document; the editor is asked to show it. */
export const showPlaceCommand = 'disclosureReport.showPlace';

export interface Place {
  readonly uri: string;
  readonly range: Range;
}

export const showPlace = standard(ExecuteCommandRequest.type, {
  capabilities: ({ showsDocuments }) => (showsDocuments ? { executeCommandProvider: { commands: [showPlaceCommand] } } : {}),
  empty: () => null,
  async answer({ command, arguments: given }, { connection }) {
    const place: unknown = given?.[0];
    if (command === showPlaceCommand && isPlace(place)) {
      await connection.window.showDocument({ uri: place.uri, selection: place.range, takeFocus: true });
    }
    return null;
  },
});

/** Whoever calls the command may hand over anything. */
function isPlace(value: unknown): value is Place {
  const { uri, range } = (value ?? {}) as Partial<Place>;
  return typeof uri === 'string' && typeof range?.start.line === 'number' && typeof range.end.line === 'number';
}
