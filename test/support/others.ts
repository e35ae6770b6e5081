import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../architecture/sources.ts';

/** A text that is no report, or not what it looks like. */
export interface OtherText {
  readonly name: string;
  readonly language: 'plaintext' | 'markdown' | 'html';
  readonly text: string;
}

/** All texts of a folder below the fixtures: each begins behind a line `======== name | language` (default: plaintext). */
export function readTexts(folder: string): OtherText[] {
  const path = join(root, 'test/fixtures', folder);
  return readdirSync(path).sort().flatMap((file) => readFileSync(join(path, file), 'utf8').split(/^======== /mu).slice(1).map((part): OtherText => {
    const end = part.indexOf('\n');
    const [name = '', language = 'plaintext'] = part.slice(0, end).split(' | ');
    return { name, language: language as OtherText['language'], text: part.slice(end + 1) };
  }));
}

export const extensions = { plaintext: '.txt', markdown: '.md', html: '.html' } as const;
