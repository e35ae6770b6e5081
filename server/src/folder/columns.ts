import * as l10n from '@vscode/l10n';
import { severityName } from '../rules/codes.ts';
import type { ReviewStatus } from '../service-types.ts';
import type { FindingRow, FolderFile } from './types.ts';

/** A row with the file that it stands in, and where both stand in what they came from. */
export interface PlacedRow {
  readonly file: FolderFile;
  readonly row: FindingRow;
  readonly fileAt: number;
  readonly rowAt: number;
}

/** A column of the list. */
export interface ListColumn {
  readonly id: 'organ' | 'year' | 'section' | 'place' | 'severity' | 'message' | 'text' | 'proposal' | 'status' | 'note' | 'path' | 'code';
  readonly title: string;
  /** Of a spreadsheet, in characters. */
  readonly width: number;
  readonly value: (placed: PlacedRow) => string | number;
}

/** The columns of the list, in their order; titles and words are those of the locale. */
export function listColumns(): readonly ListColumn[] {
  return [
    { id: 'organ', title: l10n.t('Reporting organ'), width: 20, value: ({ row }) => row.organ ?? '' },
    { id: 'year', title: l10n.t('Year'), width: 7, value: ({ row }) => row.year ?? '' },
    { id: 'section', title: l10n.t('Section'), width: 20, value: ({ row }) => row.section },
    { id: 'place', title: l10n.t('Place'), width: 14, value: ({ row }) => row.place },
    { id: 'severity', title: l10n.t('Severity'), width: 9, value: ({ row }) => severityName(row.severity) },
    { id: 'message', title: l10n.t('Problem'), width: 48, value: ({ row }) => row.message },
    { id: 'text', title: l10n.t('Original text'), width: 24, value: ({ row }) => excerpt(row.text) },
    { id: 'proposal', title: l10n.t('Proposal'), width: 28, value: ({ row }) => row.proposal },
    { id: 'status', title: l10n.t('Review'), width: 11, value: ({ row }) => statusName(row.status) },
    { id: 'note', title: l10n.t('Note'), width: 20, value: ({ row }) => row.note ?? '' },
    { id: 'path', title: l10n.t('File'), width: 30, value: ({ file }) => file.path },
    { id: 'code', title: l10n.t('Code'), width: 18, value: ({ row }) => row.code },
  ];
}

/** What a reviewer decided, in a word; empty where nothing. */
function statusName(status: ReviewStatus | undefined): string {
  switch (status) {
    case undefined: return '';
    case 'checked': return l10n.t('Checked');
    case 'kept': return l10n.t('Kept as it is');
  }
}

/** A finding on a whole section would bring its whole text into a cell. */
const longest = 120;

function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : line;
}

/** All rows: by organ, the newest year first, then as they stand in their files. */
export function placedRows(files: readonly FolderFile[]): readonly PlacedRow[] {
  const rows = files.flatMap((file, fileAt) => file.rows.map((row, rowAt): PlacedRow => ({ file, row, fileAt, rowAt })));
  return rows.sort((one, other) => compareTexts(one.row.organ ?? '', other.row.organ ?? '') || (other.row.year ?? 0) - (one.row.year ?? 0)
    || one.fileAt - other.fileAt || one.rowAt - other.rowAt);
}

/** The same order on every machine; what has no name stands last. */
export function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one === '' ? 1 : other === '' ? -1 : one < other ? -1 : 1;
}
