import { env, Uri, type Webview } from 'vscode';
import { printMark } from '../../../server/src/lsp/protocol.ts';

/** Where the page's script and style are. */
export function resourcesOf(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist');
}

/** The page before it has anything to show but a word of what is to come: nothing may be loaded or run but its own script and style. */
export function pageOf(webview: Webview, extension: Uri, page = 'preview', first = ''): string {
  const nonce = randomText();
  const at = (name: string): string => webview.asWebviewUri(Uri.joinPath(resourcesOf(extension), name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${at(`${page}.css`)}">
</head>
<body>
${first === '' ? '' : `<p>${escape(first)}</p>\n`}<script nonce="${nonce}" src="${at(`${page}.js`)}"></script>
</body>
</html>`;
}

/** A page that stands alone, with its style in it, for a browser to print; whoever checks its folder takes it for no report. */
export function printedPage(title: string, style: string, body: string): string {
  const policy = 'default-src \'none\'; style-src \'unsafe-inline\'';
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${printMark}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escape(title)}</title>
<style>
${style}
</style>
</head>
<body class="printed">
${body}
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}

function randomText(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
