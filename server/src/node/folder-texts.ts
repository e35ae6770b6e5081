import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../cli/reading/encoding.ts';
import { findInputs } from '../cli/walking/inputs.ts';
import { languageOfFile, largestText } from '../lsp/protocol.ts';
import type { FolderTexts } from '../lsp/workspace-diagnostics.ts';

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
    // A binary file that bears a text's name holds no report.
    return decode(await readFile(fileURLToPath(uri)))?.text ?? '';
  },
};

/** A file may have gone since its folder was read. */
function enter(path: string, texts: Map<string, string>): void {
  try {
    const { ctimeMs, size } = statSync(path);
    if (size > largestText) {
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
