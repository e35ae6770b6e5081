/** In a release: sees that the tag is that of the version in package.json, and that the changelog knows that version. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './host/paths.mjs';

const tag = process.argv[2] ?? '';
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const isKnown = new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'mu').test(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
if (tag !== `v${version}` || !isKnown) {
  console.error(tag === `v${version}` ? `CHANGELOG.md has no ## ${version}.` : `The tag ${tag} is not v${version}, the version in package.json.`);
  process.exitCode = 1;
}
