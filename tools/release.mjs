/**
 * `npm run release`: makes in release/ all that a release consists of: the extension, the npm package, the notices of what
 * they contain, and the checksums of the three. `--pre-release` marks the extension as one.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './host/paths.mjs';
import { packageExtension } from './package.mjs';

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = join(root, 'release');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

await packageExtension(join('release', `${name}-${version}.vsix`), { preRelease: process.argv.includes('--pre-release') });
// The bundles are made and minified by now; what packs the package need not make them again.
execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
cpSync(join(root, 'THIRD-PARTY-NOTICES.txt'), join(folder, 'THIRD-PARTY-NOTICES.txt'));

const sums = readdirSync(folder).sort().map((file) => `${createHash('sha256').update(readFileSync(join(folder, file))).digest('hex')}  ${file}\n`);
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
console.log(sums.join('').trimEnd());
