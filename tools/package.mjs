/** `npm run package`: makes disclosure-report-VERSION.vsix, or the file named, from freshly minified bundles. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX, listFiles } from '@vscode/vsce';
import { buildAll } from './build.mjs';
import { root } from './host/paths.mjs';
import { writeNotices } from './notices.mjs';
import { packagedReadme } from './packaged-readme.mjs';

/**
 * @param {string} [file] where to put it
 * @param {{ preRelease?: boolean }} [how]
 * @returns {Promise<string>} its full path
 */
export async function packageExtension(file, { preRelease = false } = {}) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packagePath = resolve(root, file ?? `${name}-${version}.vsix`);
  await buildAll({ minify: true });
  writeNotices();
  const stage = join(root, 'out/extension');
  rmSync(stage, { recursive: true, force: true });
  await copyInto(stage);
  writeFileSync(join(stage, 'README.md'), packagedReadme(root));
  // What is there was chosen by .vscodeignore; the manifest's own list is that of the npm package.
  const { files: _npm, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  await createVSIX({ cwd: stage, packagePath, preRelease, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  return packagePath;
}

/**
 * Copies what .vscodeignore lets through, so that pages can be packed otherwise than they stand here.
 * @param {string} folder
 */
async function copyInto(folder) {
  for (const path of await listFiles({ cwd: root })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const args = process.argv.slice(2);
  console.log(await packageExtension(args.find((arg) => !arg.startsWith('-')), { preRelease: args.includes('--pre-release') }));
}
