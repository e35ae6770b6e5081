import { Disposable } from 'vscode';
import type { ActiveReport } from '../active-report.ts';
import type { ServerConnection } from '../connection.ts';
import { registerTableCommands } from './commands.ts';
import { createFigures } from './figures.ts';
import { followTyping } from './following.ts';
import { createFormatting } from './formatting.ts';
import { createNavigation } from './navigation.ts';
import { offerPasting } from './pasting.ts';
import { createStatus } from './status.ts';

/** All that helps to write the tables of a report: formatting, conversion, totals, sums, keys. */
export function createTables(server: ServerConnection, active: ActiveReport): Disposable {
  const readFigures = createFigures(server);
  return Disposable.from(
    createStatus(server, active, readFigures),
    createNavigation(server, readFigures),
    followTyping(server),
    createFormatting(server),
    registerTableCommands(server, active),
    offerPasting(server),
  );
}
