/** What client and server say of a folder's list of findings (问题清单) and its page. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { FolderFormat } from '../export/index.ts';
import type { FolderFile } from '../folder/index.ts';
import type { ReviewDecision } from '../settings/index.ts';

export type { FolderFile, FolderFormat, ReviewDecision };

export const folderFileMethod = 'disclosureReport/folderFile';
export const folderPageMethod = 'disclosureReport/folderPage';
export const folderExportMethod = 'disclosureReport/folderExport';
export const reviewMethod = 'disclosureReport/review';

interface FolderFileParams {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** As people know the file. */
  readonly path: string;
}

/** Which page of a folder. */
export type FolderView = 'list' | 'page';

interface ReviewParams {
  readonly uri: string;
  readonly code: string;
  readonly figure?: string;
  /** What stands at the finding. */
  readonly text: string;
  /** Absent where what was decided before is taken back. */
  readonly decision?: ReviewDecision;
}

export interface FolderRequests {
  /** What the list and the page show of a file, open or not; null where it holds no report. */
  readonly [folderFileMethod]: { readonly params: FolderFileParams; readonly answer: FolderFile | null };
  /** The body of a page, for an editor. */
  readonly [folderPageMethod]: { readonly params: { readonly files: readonly FolderFile[]; readonly view: FolderView }; readonly answer: string | null };
  /** A file as base64. */
  readonly [folderExportMethod]: {
    readonly params: { readonly files: readonly FolderFile[]; readonly to: FolderFormat; readonly language: string }; readonly answer: string | null;
  };
  /** The edit that writes a decision into the settings file; null where it cannot be written, of which the user is told. */
  readonly [reviewMethod]: { readonly params: ReviewParams; readonly answer: WorkspaceEdit | null };
}
