/** `npm run package`: makes disclosure-report-VERSION.vsix, or the file named, from freshly minified bundles. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { buildAll } from './build.mjs';
import { root } from './host/paths.mjs';

/**
 * @param {string} [file] where to put it
 * @returns {Promise<string>} its full path
 */
export async function packageExtension(file) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packagePath = resolve(root, file ?? `${name}-${version}.vsix`);
  await buildAll({ minify: true });
  await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  return packagePath;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await packageExtension(process.argv[2]));
