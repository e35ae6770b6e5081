/** The names of files in which reports come, by their ends, and the language that an editor gives each. */
const languages: Readonly<Record<string, string>> = {
  md: 'markdown', markdown: 'markdown', txt: 'plaintext', html: 'html', htm: 'html',
};

const end = /\.([^./\\]+)$/u;

/** The language of a file by its name; undefined where no report is looked for in it. */
export function languageOfFile(path: string): string | undefined {
  return languages[end.exec(path)?.[1]?.toLowerCase() ?? ''];
}

/** A glob of all those files, in capital letters too. */
export const reportFiles = `**/*.{${Object.keys(languages).flatMap((name) => [name, name.toUpperCase()]).join(',')}}`;
