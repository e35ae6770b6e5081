import { writeFolder, writeFolderBody } from '../../../export/index.ts';
import { toBase64 } from '../../base64.ts';
import { folderFiles } from '../../folder-files.ts';
import { folderExportMethod, folderPageMethod } from '../../folder-protocol.ts';
import { own } from '../../handler.ts';

export const showFolder = own(folderPageMethod, {
  empty: () => null,
  async answer({ files, view }, session) {
    const { known, unknown } = await folderFiles(files, session);
    return { body: writeFolderBody(known, view), files: known.map(({ uri, path, rows }) => ({ uri, path, rows })), unknown };
  },
});

export const exportFolder = own(folderExportMethod, {
  empty: () => null,
  answer: async ({ files, to, language }, session) => toBase64(writeFolder((await folderFiles(files, session)).known, to, language)),
});
