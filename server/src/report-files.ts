/** Above this, in bytes, a text is no report: a whole district's reports have a tenth of it. */
export const largestText = 20_000_000;

/** The names of files in which reports come, by their ends, and the language that an editor gives each. */
const languages: Readonly<Record<string, string>> = {
  md: 'markdown', markdown: 'markdown', txt: 'plaintext', html: 'html', htm: 'html',
};

/** What a file that is no text is called by people, whichever program wrote it. */
export type OfficeFamily = 'pdf' | UnreadFamily;
export type UnreadFamily = 'word' | 'sheet' | 'ofd' | 'picture' | 'archive';

/** The formats that are no text and are read, by the ends of names; why a file of them has no text its content tells better than its name. */
const readOffices: Readonly<Record<string, OfficeFamily>> = {
  docx: 'word', docm: 'word', doc: 'word', wps: 'word', xlsx: 'sheet', xlsm: 'sheet', pdf: 'pdf',
};

/** Those in which reports come as well, and that are not read. */
const unreadOffices: Readonly<Record<string, UnreadFamily>> = {
  wpt: 'word', rtf: 'word', odt: 'word', xls: 'sheet', xlsb: 'sheet', et: 'sheet', ods: 'sheet', ofd: 'ofd',
};

/** Reports are sent packed; an editor does not unpack them, the command line those of the first kind. */
const archives: ReadonlySet<string> = new Set(['zip', 'rar', '7z']);

/** A picture is a report that was scanned only where somebody says so by naming it. */
const pictures: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'bmp', 'gif', 'tif', 'tiff', 'webp', 'heic']);

const end = /\.([^./\\]+)$/u;

function endOf(path: string): string {
  return end.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** The ends of the names of all files that are read, those that people write reports in first. */
export const readEnds: readonly string[] = [...Object.keys(readOffices), ...Object.keys(languages)].map((name) => `.${name}`);

/** The language of a file by its name; undefined where no report is looked for in it. */
export function languageOfFile(path: string): string | undefined {
  return languages[endOf(path)];
}

/** Whether a file is by its name one that is no text and can be read. */
export function isReadOffice(path: string): boolean {
  return endOf(path) in readOffices;
}

/** What a file that is no text is by its name, read or not. */
export function familyOf(path: string): OfficeFamily | undefined {
  return readOffices[endOf(path)] ?? unreadFamily(path);
}

/** Whether a file is by its name one of a format that is no text and in which reports come. */
export function isOfficeFile(path: string): boolean {
  return isReadOffice(path) || endOf(path) in unreadOffices;
}

/** What a file is by its name, where reports come in such files and they are not read; undefined elsewhere. */
export function unreadFamily(path: string): UnreadFamily | undefined {
  const name = endOf(path);
  return unreadOffices[name] ?? (pictures.has(name) ? 'picture' : archives.has(name) ? 'archive' : undefined);
}

/** Whether a file that nobody named is looked at: to be read, or to be told that it cannot be. */
export function isFoundInFolder(path: string): boolean {
  return (languageOfFile(path) !== undefined || isOfficeFile(path) || archives.has(endOf(path))) && !isOwnerFile(path);
}

/** The files that Word, WPS or LibreOffice keep beside one of this name that they have open. */
export function ownerFiles(name: string): readonly string[] {
  // Word puts its two characters in the place of the first ones of a longer name.
  return [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`, `.~${name}`, `.~lock.${name}#`];
}

/** Whether a file is one that Word or WPS keep beside another. */
function isOwnerFile(path: string): boolean {
  return /(?:^|[/\\])(?:~\$|\.~)[^/\\]*$/u.test(path);
}

/** A glob of all files in which reports come, those that are not read as well, in capital letters too. */
export const allReportFiles = `**/*.{${[...[languages, readOffices, unreadOffices].flatMap(Object.keys), ...archives].flatMap((name) => [name, name.toUpperCase()]).join(',')}}`;
