export { compareTexts, listColumns, placedRows, statusName, type ListColumn, type PlacedRow } from './columns.ts';
export { folderFile, type CheckedParts, type ListedFinding } from './folder-file.ts';
export { overviewOf, type Bars, type FolderOverview, type OrganLine, type PlacedReport } from './overview.ts';
export type { FindingRow, FolderFile, FolderReport } from './types.ts';
