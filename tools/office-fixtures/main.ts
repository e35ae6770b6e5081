/**
 * Makes test/fixtures/office anew: invented reports as LibreOffice and Chromium write them, and beside them, in JSON,
 * the figures that were put in. Needs soffice, Chromium and the fonts Noto CJK and WenQuanYi Micro Hei (Debian: apt install
 * libreoffice-writer-nogui libreoffice-calc-nogui chromium fonts-noto-cjk fonts-wqy-microhei); the tests need none of them.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launchBrowser } from '../host/browser.mjs';
import { root } from '../host/paths.mjs';
import { flatSheets, type Book } from './flat-sheets.ts';
import { flatText, type Look } from './flat-text.ts';
import { printedPage } from './page.ts';
import { inventedReport, type Report } from './report.ts';
import { reviewed } from './reviewed.ts';

const target = join(root, 'test/fixtures/office');
const work = mkdtempSync(join(tmpdir(), 'office-fixtures-'));

const looks: Readonly<Record<'2019' | '2021', Look>> = {
  2019: { landscape: false, numbered: false, vertical: false, rules: true, repeatedHeads: false },
  2021: { landscape: true, numbered: true, vertical: true, rules: true, repeatedHeads: true },
};

/** Has LibreOffice write the file in these formats; `name` is without its ending. */
function convert(name: string, ending: string, text: string, formats: readonly string[]): void {
  writeFileSync(join(work, `${name}.${ending}`), text);
  for (const format of formats) {
    execFileSync('soffice', [
      `-env:UserInstallation=file://${work}/profile`, '--headless', '--convert-to', format, '--outdir', work, join(work, `${name}.${ending}`),
    ], { stdio: 'ignore' });
    const made = `${name}.${format.split(':')[0]}`;
    copyFileSync(join(work, made), join(target, made));
  }
}

function writerFiles(name: string, report: Report, look: Look, formats: readonly string[]): void {
  convert(name, 'fodt', flatText(report, look), formats);
}

function calcFiles(name: string, report: Report, book: Book, formats: readonly string[]): void {
  convert(name, 'fods', flatSheets(report, book), formats);
}

async function printed(pages: Readonly<Record<string, string>>): Promise<void> {
  const browser = await launchBrowser();
  try {
    for (const [name, html] of Object.entries(pages)) {
      const page = await browser.newPage();
      await page.setContent(html);
      await page.pdf({
        path: join(target, `${name}.pdf`), preferCSSPageSize: true, displayHeaderFooter: true,
        headerTemplate: '<span style="font-size:8px;margin:auto">政府信息公开</span>',
        footerTemplate: '<span style="font-size:8px;margin:auto"><span class="pageNumber"></span> / <span class="totalPages"></span></span>',
      });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

async function makeAll(): Promise<void> {
  mkdirSync(target, { recursive: true });
  for (const form of ['2019', '2021'] as const) {
    const report = inventedReport(form, Number(form));
    const look = looks[form];
    const { organ, year } = report;
    writeFileSync(join(target, `${form}.json`), `${JSON.stringify({ organ, year, figures: Object.fromEntries(report.figures) }, undefined, 1)}\n`);
    writerFiles(form, report, look, ['docx', 'doc', 'html', 'pdf', ...(form === '2021' ? ['odt', 'rtf'] : [])]);
    if (form === '2021') {
      convert(`${form}-reviewed`, 'fodt', reviewed(flatText(report, look)), ['docx', 'doc']);
    }
    writerFiles(`${form}-unruled`, report, { ...look, rules: false }, ['pdf']);
    calcFiles(form, report, { sheets: 'section', hidden: true, formulas: true }, ['xlsx', ...(form === '2021' ? ['xls', 'ods'] : [])]);
    calcFiles(`${form}-one-sheet`, report, { sheets: 'one', hidden: false, formulas: false }, ['xlsx']);
    await printed({
      [`${form}-browser`]: printedPage(report, true, 'WenQuanYi Micro Hei'),
      ...(form === '2021' ? { [`${form}-browser-unruled`]: printedPage(report, false, 'Noto Sans CJK SC') } : {}),
    });
  }
}

void makeAll().finally(() => {
  rmSync(work, { recursive: true, force: true });
});
