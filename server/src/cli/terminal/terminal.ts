import { randomBytes } from 'node:crypto';
import type { Host } from '../host.ts';
import { visible } from './shown-text.ts';

/**
 * The host with nothing on its way to a terminal but what this file lets through: whatever a formatter forgets, no file's name
 * or text commands the terminal. Standard error is guarded wherever it goes; results that are redirected keep every character.
 */
export function guarded(host: Host): Host {
  const colourKey = randomBytes(8).toString('hex');
  return {
    ...host,
    colourKey,
    write: (data) => host.write(host.outIsTerminal ? forTerminal(data, colourKey) : data),
    warn: (text) => host.warn(visible(text)),
    showProgress: (line) => host.showProgress(visible(line)),
  };
}

function forTerminal(data: string | Uint8Array, key: string): string {
  const text = typeof data === 'string' ? data : Buffer.from(data).toString('utf8');
  const parts = text.split(new RegExp(`\uFDD0${key}(\\d+m)`, 'u'));
  return parts.map((part, index) => (index % 2 === 0 ? visible(part) : `\u001b[${part}`)).join('');
}

/** The key for colours, where a person reads the results; `NO_COLOR` (no-color.org) counts where it is set and not empty. */
export function coloursOf({ env, outIsTerminal, colourKey }: Host): string | undefined {
  return outIsTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb' ? colourKey : undefined;
}
