import { ExecuteCommandRequest } from 'vscode-languageserver';
import { showPlaceCommand, type Place } from '../../actions/last-year.ts';
import { standard } from '../../handler.ts';

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
