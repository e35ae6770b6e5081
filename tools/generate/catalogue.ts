import type { RulePage } from './pages.ts';

/** Code, severity, title and description of every finding, as the program needs them at run time. */
export function renderCatalogue(pages: readonly RulePage[]): string {
  const entries = pages.map((page) => [page.code, {
    severity: page.severity,
    aboutForm: page.form,
    title: { 'en': page.titleEn, 'zh-cn': page.title },
    description: { 'en': page.descriptionEn, 'zh-cn': page.description },
  }]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
