/** Debian's packages, installed when that can be done without asking. */
import { findProgram } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Installs Debian packages as root; elsewhere it does nothing, and the caller says what is missing.
 * @param {...string} packages
 */
export async function ensureDebianPackages(...packages) {
  const aptGet = findProgram('apt-get');
  if (!aptGet || process.getuid?.() !== 0) return;
  console.log(`Installing from Debian: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run(aptGet, ['update', '-qq'], { env, quiet: true });
    await run(aptGet, ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, quiet: true });
  } catch (error) {
    console.log(`They could not be installed: ${error instanceof Error ? error.message : error}`);
  }
}
