/** The names of files in which reports come, by their ends, and the language that an editor gives each. */
const languages: Readonly<Record<string, string>> = {
  md: 'markdown', markdown: 'markdown', txt: 'plaintext', html: 'html', htm: 'html',
};

/** What a file that is no text is called by people, whichever program wrote it. */
export type OfficeFamily = 'word' | 'sheet' | 'pdf' | 'ofd' | 'picture';

/** The formats that are no text and in which reports come, by the ends of names. */
const offices: Readonly<Record<string, OfficeFamily>> = {
  docx: 'word', doc: 'word', wps: 'word', wpt: 'word', rtf: 'word', odt: 'word',
  xlsx: 'sheet', xls: 'sheet', et: 'sheet', pdf: 'pdf', ofd: 'ofd',
};

/** Of these the formats that an editor opens; why one of them has no text its content tells better than its name. */
const openedOffices: ReadonlySet<string> = new Set(['docx', 'xlsx', 'pdf', 'doc', 'wps']);

/** A picture is a report that was scanned only where somebody says so by naming it. */
const pictures: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'bmp', 'gif', 'tif', 'tiff', 'webp', 'heic']);

/** Of the formats that are no text those that are read. */
const readOffices: ReadonlySet<string> = new Set(['docx', 'xlsx', 'pdf', 'doc', 'wps']);

const end = /\.([^./\\]+)$/u;

function endOf(path: string): string {
  return end.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** The language of a file by its name; undefined where no report is looked for in it. */
export function languageOfFile(path: string): string | undefined {
  return languages[endOf(path)];
}

/** Whether a file is by its name one that is no text and can be read. */
export function isReadOffice(path: string): boolean {
  return readOffices.has(endOf(path));
}

/** Whether reports are looked for in a file of this name and it can be read, as a text or as what has a text. */
export function isReadFile(path: string): boolean {
  return languageOfFile(path) !== undefined || isReadOffice(path);
}

/** Whether a file is by its name one of which the content tells what is in it, and whether that can be read. */
export function isOpenedOffice(path: string): boolean {
  return openedOffices.has(endOf(path));
}

/** What a file that is no text is by its name, read or not. */
export function familyOf(path: string): OfficeFamily | undefined {
  const name = endOf(path);
  return offices[name] ?? (pictures.has(name) ? 'picture' : undefined);
}

/** Whether a file is by its name one of a format that is no text and in which reports come. */
export function isOfficeFile(path: string): boolean {
  return endOf(path) in offices;
}

/** What a file is by its name, where reports come in such files and they are not read; undefined elsewhere. */
export function unreadFamily(path: string): OfficeFamily | undefined {
  return readOffices.has(endOf(path)) ? undefined : familyOf(path);
}

/** Whether a file that is found in a folder is one that has to be named because it is not read. */
export function isUnreadInFolder(path: string): boolean {
  const family = unreadFamily(path);
  return family !== undefined && family !== 'picture' && !isOwnerFile(path);
}

/** Word and WPS keep such a file beside one that they have open. */
export function isOwnerFile(path: string): boolean {
  return /(?:^|[/\\])(?:~\$|\.~)[^/\\]*$/u.test(path);
}

/** A glob of all files in which reports come, those that are not read as well, in capital letters too. */
export const allReportFiles = `**/*.{${[...Object.keys(languages), ...Object.keys(offices)].flatMap((name) => [name, name.toUpperCase()]).join(',')}}`;
