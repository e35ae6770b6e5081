import { escapeHtml } from './html.ts';
import assets from './page-assets.json' with { type: 'json' };

/** Of a page about a folder. */
export interface FolderPage {
  readonly title: string;
  /** HTML, every text of it escaped. */
  readonly body: string;
}

/** How pages about a folder are made. */
export interface PageLook {
  /** Of the page's own words, e.g. `zh-CN`. */
  readonly language: string;
  /** Whether rows and cells lead to their texts, and findings can be decided on: within an editor. */
  readonly isInteractive: boolean;
}

/** A page as one file: nothing is loaded, and nothing runs but the script that sorts and filters, known by its hash. */
export function standAlone({ title, body }: FolderPage, { language }: PageLook): string {
  const policy = `default-src 'none'; style-src '${assets.styleHash}'; script-src '${assets.scriptHash}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${assets.style}</style>
</head>
<body>
${body}
<script>${assets.script}</script>
</body>
</html>
`;
}

/** An element with attributes, of which those that are undefined are left out. */
export function tag(name: string, attributes: Readonly<Record<string, string | number | undefined>>, inner: string): string {
  const written = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeHtml(String(value))}"`));
  return `<${name}${written.join('')}>${inner}</${name}>`;
}
