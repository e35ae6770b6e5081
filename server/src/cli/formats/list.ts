import type { FolderFormat } from '../../export/formats.ts';
import { writeFolder } from '../../export/index.ts';
import { folderContent, withDecisions, type FolderFile } from '../../folder/index.ts';
import { positionsIn } from '../../syntax/positions.ts';
import type { CheckedFile } from '../checking/examine.ts';
import type { CheckFormatter } from './format.ts';
import type { Locale } from '../locale.ts';

/** The list of findings, or the folder on a page: what is known of each file comes as JSON, and is made into one file at the end. */
export function createListFormatter(format: FolderFormat, locale: Locale): CheckFormatter {
  return {
    head: () => '',
    file: (file) => JSON.stringify(toFolderFile(file)),
    separator: '',
    foot: () => '',
    whole: (parts) => writeFolder(parts.map((part) => JSON.parse(part) as FolderFile), format, locale === 'en' ? 'en' : 'zh-CN'),
  };
}

function toFolderFile({ path, text, findings, whereOf, about }: CheckedFile): FolderFile {
  const { states, keyFigures, review, organKey } = about?.() ?? { states: [], keyFigures: [], review: [], organKey: (name: string) => name };
  const content = folderContent({ states, keyFigures, findings, organKey, textAt: positionsIn(text).textAt, ...(whereOf && { whereOf }) });
  return { path, ...withDecisions(content, review) };
}
