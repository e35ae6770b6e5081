import { writeFolder, writeFolderBody } from '../../../export/index.ts';
import { toBase64 } from '../../base64.ts';
import { folderExportMethod, folderPageMethod } from '../../folder-protocol.ts';
import { own } from '../../handler.ts';

export const showFolder = own(folderPageMethod, {
  empty: () => null,
  answer: ({ files, view }) => writeFolderBody(files, view),
});

export const exportFolder = own(folderExportMethod, {
  empty: () => null,
  answer: ({ files, to, language }) => toBase64(writeFolder(files, to, language)),
});
