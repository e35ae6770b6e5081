/**
 * The README as the extension shows it. VS Code loads no pictures and follows no links from there but those with an address
 * on the web, of which the project may have none: pictures are put into the text, and links to pages become their words; the
 * pages are packed too, and a command of the extension opens them.
 */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** @type {Record<string, string>} */
const types = { '.png': 'image/png', '.jpg': 'image/jpeg' };

const hint = '> 本页提到的说明随扩展安装：命令“查看说明”（`Ctrl+Shift+P`）列出全部。 · The pages named here are installed as well: the command “Show Guide” lists them.';

/**
 * @param {string} root the project's folder
 * @returns {string}
 */
export function packagedReadme(root) {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const withPictures = text.replace(/!\[([^\]]*)\]\((?!https:)([^)\s]+)\)/gu, (_, words, path) => `![${words}](${dataOf(join(root, path))})`);
  const withoutLinks = withPictures.replace(/(?<!!)\[([^\]]+)\]\((?!https:|#|data:)[^)\s]+\)/gu, '$1');
  return withoutLinks.replace('\n\n', `\n\n${hint}\n\n`);
}

/** @param {string} file */
function dataOf(file) {
  return `data:${types[extname(file)]};base64,${readFileSync(file).toString('base64')}`;
}
