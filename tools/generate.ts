/**
 * `npm run generate`: writes what follows from the forms and from the rules' pages: the grammars, a page for each form,
 * the lower part of each rule's page and their index, the catalogue of codes, the settings in the manifest and their
 * schema, the schema of form files, style and script of pages that stand alone, the manifest's fields that publishing.json sets. The output is stable; `npm test` fails when a file is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderCatalogue } from './generate/catalogue.ts';
import { folder as formFolder, renderForms } from './generate/forms.ts';
import { renderGrammar, renderInjection } from './generate/grammar.ts';
import { renderManifest, renderMessages } from './generate/manifest.ts';
import { readPublishing, renderPublishing } from './generate/publishing.ts';
import { renderPageAssets } from './generate/page-assets.ts';
import { renderSettingsSchema } from './generate/settings-schema.ts';
import { folder, readPages, renderIndex, renderPage } from './generate/pages.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pages = readPages(root);

/** Writes a file if that changes it. */
function update(path: string, render: (text: string) => string): void {
  const file = join(root, path);
  const before = read(file);
  const after = render(before);
  if (after !== before) {
    writeFileSync(file, after);
    console.log(`updated  ${path}`);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

update('syntaxes/disclosure-report.tmLanguage.json', renderGrammar);
update('syntaxes/markdown-injection.tmLanguage.json', renderInjection);
pages.forEach((page) => update(`${folder}/${page.code}.md`, () => renderPage(page)));
update(`${folder}/README.md`, () => renderIndex(pages));
renderForms().forEach((page, id) => update(`${formFolder}/${id}.md`, () => page));
update('server/src/rules/catalogue.json', () => renderCatalogue(pages));
update('package.json', (text) => renderPublishing(renderManifest(text, pages), readPublishing(root)));
update('package.nls.json', (text) => renderMessages(text, pages, (page) => page.titleEn));
update('package.nls.zh-cn.json', (text) => renderMessages(text, pages, (page) => page.title));
update('server/src/settings/settings.schema.json', () => renderSettingsSchema(pages));
update('schemas/settings.schema.json', () => read(join(root, 'server/src/settings/settings.schema.json')));
update('server/src/export/page-assets.json', () => renderPageAssets(root));
update('schemas/form.schema.json', () => read(join(root, 'server/src/forms/form.schema.json')));
