import { Uri, workspace } from 'vscode';
import { fileUriOf, isOfficeFile, officeScheme, officeUri } from '../../../server/src/lsp/protocol.ts';

/** The document in which a file is shown: of an office file the one that has its text. */
export function documentOf(file: Uri): Uri {
  return isOfficeFile(file.path) && file.scheme !== officeScheme ? Uri.parse(officeUri(file.toString())) : file;
}

/** The file that a document is of. */
export function fileOf(document: Uri): Uri {
  return document.scheme === officeScheme ? Uri.parse(fileUriOf(document.toString())) : document;
}

/** The path of a document's file as people know it, from the folder that is open; of a text that no file holds yet, that of the file it is to become. */
export function pathOf(document: Uri): string {
  const file = fileOf(document);
  const [folder] = workspace.workspaceFolders ?? [];
  return workspace.asRelativePath(file.scheme === 'untitled' && folder ? folder.uri.with({ path: file.path }) : file);
}
