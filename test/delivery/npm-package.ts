import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const isWindows = process.platform === 'win32';

export function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', shell: isWindows, stdio: ['ignore', 'pipe', 'pipe'] });
}

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

export interface Installed {
  /** An empty folder but for the package, installed from its tarball without any network. */
  readonly folder: string;
  readonly packed: Packed;
}

let installed: Installed | undefined;

/** The npm package, packed from the bundles that there are and installed; once for all tests. */
export function installPackage(): Installed {
  if (installed === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-package-'));
    const [packed] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder)) as [Packed];
    npm(folder, 'init', '--yes');
    npm(folder, 'install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    installed = { folder, packed };
  }
  return installed;
}
