/** Each report in a file of its own. */
const pageFormats = ['docx', 'html'] as const;
/** The figures of all reports in one file. */
const figureFormats = ['xlsx', 'csv', 'json'] as const;

export type PageFormat = (typeof pageFormats)[number];
export type FigureFormat = (typeof figureFormats)[number];
export type ExportFormat = PageFormat | FigureFormat;

export const exportFormats: readonly ExportFormat[] = [...pageFormats, ...figureFormats];

export function isPageFormat(format: ExportFormat): format is PageFormat {
  return (pageFormats as readonly string[]).includes(format);
}

/** The findings of many files in one. */
export const folderFormats = ['html', 'xlsx', 'csv', 'page'] as const;
export type FolderFormat = (typeof folderFormats)[number];
