export { listColumns, placedRows, type ListColumn, type PlacedRow } from './columns.ts';
export { folderContent, withDecisions, type CheckedParts } from './folder-file.ts';
export { overviewOf, type Bars, type FolderOverview, type OrganLine, type PlacedReport } from './overview.ts';
export type { FindingRow, FolderContent, FolderFile, FolderReport } from './types.ts';
