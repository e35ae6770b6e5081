/** A headless Chromium of the system's, driven by Playwright. */
import { chromium } from 'playwright-core';
import { ensureDebianPackages } from './debian.mjs';
import { findProgram } from './paths.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];

/** Chromium's own background connections are of no use here and are refused where there is no network. */
const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];

/**
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws when no Chromium is found; the message says what to install
 */
export async function launchBrowser() {
  return chromium.launch({ executablePath: await ensureChromium(), headless: true, args: flags });
}

/** The path of a Chromium: CHROMIUM_PATH, else one on the path, else Debian's, installed with Chinese fonts. */
async function ensureChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (!findProgram(...names)) await ensureDebianPackages('chromium', 'fonts-noto-cjk', 'ripgrep');
  const found = findProgram(...names);
  if (!found) {
    throw new Error('No Chromium was found. Install it (Debian: apt install chromium fonts-noto-cjk ripgrep), '
      + 'or name one in CHROMIUM_PATH.');
  }
  return found;
}
