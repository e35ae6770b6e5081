/**
 * What each part of the server may import of the others, in one list that both ESLint (while typing) and
 * test/architecture (for all files together) read. A part is a folder of server/src, or files of it.
 */

/**
 * @typedef {object} Part
 * @property {string[]} mayImport the parts that it may import; itself always
 * @property {boolean} [hostless] whether it runs without Node, browser, editor, clock and network
 * @property {string[]} [files] the files of server/src that it is, where it is no folder
 */

/** @type {Readonly<Record<string, Part>>} */
export const parts = {
  texts: { mayImport: [], hostless: true },
  syntax: { mayImport: ['texts'], hostless: true },
  forms: { mayImport: ['texts', 'syntax'], hostless: true },
  model: { mayImport: ['texts', 'syntax', 'forms'], hostless: true },
  collection: { mayImport: ['texts', 'syntax', 'forms', 'model'], hostless: true },
  rules: { mayImport: ['texts', 'syntax', 'forms', 'model', 'collection'], hostless: true },
  types: { mayImport: ['texts', 'syntax', 'forms', 'model', 'collection', 'rules'], hostless: true },
  suppression: { mayImport: ['texts', 'syntax', 'types'], hostless: true },
  address: { mayImport: [], hostless: true, files: ['office-address.ts'] },
  settings: { mayImport: ['texts', 'syntax', 'types', 'forms', 'collection', 'rules', 'address'], hostless: true },
  engine: {
    mayImport: ['texts', 'syntax', 'forms', 'model', 'collection', 'rules', 'suppression', 'settings', 'types'],
    hostless: true,
    files: ['chinese-bytes.ts', 'comparing.ts', 'digests.ts', 'document.ts', 'judging.ts', 'diagnosis.ts', 'ignore-rules.ts', 'recogniser.ts', 'report-files.ts', 'trial.ts', 'tried-fixes.ts', 'unmarked-utf16.ts', 'unread-files.ts'],
  },
  official: { mayImport: ['forms'], hostless: true, files: ['official-forms.ts'] },
  features: { mayImport: ['texts', 'syntax', 'forms', 'model', 'collection', 'rules', 'suppression', 'settings', 'types', 'engine'], hostless: true },
  service: {
    mayImport: ['texts', 'syntax', 'forms', 'model', 'collection', 'rules', 'suppression', 'settings', 'types', 'engine', 'official', 'features'],
    hostless: true,
    files: ['service.ts'],
  },
  office: { mayImport: ['texts'], hostless: true },
  folder: { mayImport: ['texts', 'syntax', 'rules', 'types', 'settings'], hostless: true },
  export: { mayImport: ['texts', 'syntax', 'rules', 'types', 'office', 'folder'], hostless: true },
  'pdf-glyphs': { mayImport: ['office'] },
  messages: { mayImport: [], hostless: true, files: ['l10n.ts'] },
  version: { mayImport: [], files: ['version.ts'] },
  lsp: { mayImport: ['texts', 'address', 'office', 'folder', 'export', 'syntax', 'forms', 'collection', 'rules', 'suppression', 'settings', 'types', 'engine', 'official', 'messages', 'version'] },
  cli: { mayImport: ['texts', 'syntax', 'collection', 'rules', 'suppression', 'settings', 'types', 'engine', 'official', 'service', 'office', 'folder', 'export', 'messages', 'pdf-glyphs', 'version'] },
  library: { mayImport: ['cli', 'collection', 'forms', 'messages', 'office', 'official', 'settings', 'engine'] },
  node: { mayImport: ['lsp', 'cli', 'office', 'messages', 'service', 'types'] },
  browser: { mayImport: ['lsp', 'messages', 'service', 'types'] },
};

/** Files beside the folders that belong to one of them. */
const besideFolder = { 'cli.ts': 'cli', 'service-types.ts': 'types' };

/** Folders that nothing outside of their part may import. */
export const innerFolders = ['rules/support'];

/** What the parts without a host may not name. */
export const hostGlobals = [
  'process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'global', 'globalThis', 'console', 'performance',
  'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'window', 'document', 'self', 'navigator', 'Date', 'Intl',
];

/** What opens a connection, and is named nowhere. */
export const networkGlobals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection'];

/** The modules that open connections. */
export const networkModules = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'inspector', 'undici'];

/** Packages that the parts without a host may use: plain functions over plain data. */
export const plainPackages = ['@cfworker/json-schema', '@noble/hashes/legacy.js', '@vscode/l10n', 'fflate/browser', 'htmlparser2', 'ignore', 'jsonc-parser', 'vscode-languageserver-textdocument'];

/**
 * The part that a file of the server belongs to.
 * @param {string} path from the project's root
 * @returns {string | undefined} undefined where no part is declared for it
 */
export function partOf(path) {
  const inner = path.replace(/^server\/src\//u, '');
  const [first = ''] = inner.split('/');
  if (first !== inner) return first in parts ? first : undefined;
  const beside = Object.entries(besideFolder).find(([file]) => file === inner)?.[1];
  return beside ?? Object.keys(parts).find((part) => parts[part]?.files?.includes(inner));
}

/**
 * The files beside the folders that belong to a part.
 * @param {string} part
 */
function besideOf(part) {
  return Object.entries(besideFolder).flatMap(([file, name]) => (name === part ? [file] : []));
}

/**
 * The names, below server/src, of all that a part may not import.
 * @param {string} part
 * @returns {string[]} folders and files
 */
export function bannedFor(part) {
  const allowed = new Set([part, ...(parts[part]?.mayImport ?? [])]);
  return [
    ...Object.entries(parts).flatMap(([name, { files }]) => (allowed.has(name) ? [] : files ?? [name, ...besideOf(name)])),
    ...innerFolders.filter((folder) => !folder.startsWith(`${part}/`)),
  ];
}

/**
 * The files of a part, as ESLint's globs.
 * @param {string} part
 */
export function globsOf(part) {
  const files = parts[part]?.files ?? [`${part}/**/*.ts`, ...besideOf(part)];
  return files.map((file) => `server/src/${file}`);
}
