/** What client and server say of a folder's list of findings (问题清单) and its page. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { FolderFormat } from '../export/formats.ts';
import type { FindingRow } from '../folder/index.ts';
import type { ReviewDecision } from '../settings/index.ts';

export type { FindingRow, FolderFormat, ReviewDecision };

export const folderPageMethod = 'disclosureReport/folderPage';
export const folderExportMethod = 'disclosureReport/folderExport';
export const reviewMethod = 'disclosureReport/review';

/** A file of a folder, open or checked. */
export interface ListedFile {
  readonly uri: string;
  /** As people know the file. */
  readonly path: string;
}

/** A file that a page shows. */
export interface ShownFile extends ListedFile {
  readonly rows: readonly FindingRow[];
}

export interface FolderPage {
  /** HTML for an editor; a row in it names its file and itself by their indexes. */
  readonly body: string;
  readonly files: readonly ShownFile[];
  /** The files of which nothing is known here: they have to be checked first. */
  readonly unknown: readonly string[];
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
  /** A page about files, by what was found when they were checked, or as they stand where they are open. */
  readonly [folderPageMethod]: { readonly params: { readonly files: readonly ListedFile[]; readonly view: FolderView }; readonly answer: FolderPage | null };
  /** A file as base64. */
  readonly [folderExportMethod]: {
    readonly params: { readonly files: readonly ListedFile[]; readonly to: FolderFormat; readonly language: string }; readonly answer: string | null;
  };
  /** The edit that writes a decision into the settings file; null where it cannot be written, of which the user is told. */
  readonly [reviewMethod]: { readonly params: ReviewParams; readonly answer: WorkspaceEdit | null };
}
