import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync, transformSync } from 'esbuild';

/** Style and script of the pages about a folder, as they stand in a file of its own, with the hashes that a policy names them by. */
export function renderPageAssets(root: string): string {
  const style = transformSync(readFileSync(join(root, 'media/folder-page.css'), 'utf8'), { loader: 'css', minify: true }).code.trim();
  const built = buildSync({
    absWorkingDir: root, entryPoints: ['client/src/folder-page/page/stand-alone.ts'],
    bundle: true, minify: true, write: false, format: 'iife', target: 'es2022', charset: 'utf8', legalComments: 'none',
  });
  const script = (built.outputFiles[0]?.text ?? '').trim();
  return `${JSON.stringify({ style, styleHash: hashOf(style), script, scriptHash: hashOf(script) }, undefined, 2)}\n`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
