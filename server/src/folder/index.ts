export { listColumns, placedRows, type ListColumn, type PlacedRow } from './columns.ts';
export { folderFile, type CheckedParts } from './folder-file.ts';
export { overviewOf, type Bars, type FolderOverview, type OrganLine, type PlacedReport } from './overview.ts';
export type { FolderFile, FolderReport } from './types.ts';
