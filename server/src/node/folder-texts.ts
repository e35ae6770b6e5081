import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findInputs } from '../cli/inputs.ts';
import { decode, languageOfFile } from '../lsp/protocol.ts';
import type { FolderTexts } from '../lsp/workspace-diagnostics.ts';

/** Above this, in bytes, a text is no report: a whole district's reports have a tenth of it. */
const largest = 20_000_000;

/** The files that the command line would find in a folder, without those that no editor shows as a text. */
export const folderTexts: FolderTexts = {
  list(folder) {
    const texts = new Map<string, string>();
    if (!folder.startsWith('file:')) {
      return texts;
    }
    const path = fileURLToPath(folder);
    for (const { absolute, archived, rawPath } of findInputs([path], path, tell).files) {
      if (rawPath !== undefined) {
        tell(absolute, 'its name is no UTF-8, and no address names it');
      } else if (archived === undefined && languageOfFile(absolute) !== undefined) {
        enter(absolute, texts);
      }
    }
    return texts;
  },
  async read(uri) {
    return decode(await readFile(fileURLToPath(uri)));
  },
};

/** A file may have gone since its folder was read. */
function enter(path: string, texts: Map<string, string>): void {
  try {
    const { ctimeMs, size } = statSync(path);
    if (size > largest) {
      tell(path, `${size} bytes are more than a report has`);
    } else {
      texts.set(pathToFileURL(path).href, `${ctimeMs} ${size}`);
    }
  } catch (error) {
    tell(path, error);
  }
}

function tell(path: string, error: unknown): void {
  console.error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
}
