import { Disposable, workspace } from 'vscode';
import { officeScheme } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { OfficeFileSystem } from './file-system.ts';
import { hoverPlaces } from './hover.ts';
import { markFiles } from './marks.ts';
import { registerOpening } from './open.ts';
import { watchOfficeTexts } from './status.ts';

/** Office files as texts that are checked, corrected and saved like any other. */
export function createOfficeTexts(server: ServerConnection): Disposable {
  const files = new OfficeFileSystem(server);
  return Disposable.from(
    files,
    workspace.registerFileSystemProvider(officeScheme, files, { isCaseSensitive: true }),
    registerOpening(files),
    watchOfficeTexts(files),
    hoverPlaces(files),
    markFiles(),
  );
}
