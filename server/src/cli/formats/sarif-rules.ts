import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes, dataOf, type Code, type Severity } from '../../rules/codes.ts';
import type { Locale } from '../locale.ts';

/** The levels of SARIF. */
export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error', warning: 'warning', information: 'note', hint: 'note',
};

/** How GitHub sorts what is no matter of security. */
const githubSeverities = { error: 'error', warning: 'warning', note: 'recommendation' } as const;

/** Every rule as a `reportingDescriptor`, with its page as help: there is no address at which it could be looked up. */
export function sarifRules(locale: Locale, docs: string): readonly object[] {
  return codes.map((code) => {
    const { title, description, severity } = dataOf(code);
    const level = levels[severity];
    return {
      id: code,
      name: nameOf(code),
      shortDescription: { text: title[locale] },
      fullDescription: { text: description[locale] },
      help: helpOf(code, locale, docs),
      defaultConfiguration: { level },
      properties: { 'tags': ['disclosure-report'], 'problem.severity': githubSeverities[level] },
    };
  });
}

/** `results-total` as `ResultsTotal`, which is how names are written there. */
function nameOf(code: Code): string {
  return code.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function helpOf(code: Code, locale: Locale, docs: string): { text: string; markdown: string } {
  const { title, description } = dataOf(code);
  const plain = `${title[locale]}\n\n${description[locale]}`;
  const page = locale === 'en' ? undefined : pageOf(code, docs);
  return { text: page === undefined ? plain : withoutMarkup(page), markdown: page ?? `# ${plain}` };
}

/** What a person wrote of the rule, without the head of data and what was generated below it, and its links as words. */
function pageOf(code: Code, docs: string): string | undefined {
  try {
    const text = readFileSync(join(docs, `${code}.md`), 'utf8').replaceAll('\r\n', '\n');
    const [body = ''] = text.replace(/^---\n[^]*?\n---\n/u, '').split('\n<!-- ');
    return body.replace(/\[([^[\]]*)\]\([^()]*\)/gu, '$1').trim();
  } catch {
    return undefined;
  }
}

function withoutMarkup(page: string): string {
  return page.replace(/^#+ /gmu, '').replace(/^```.*$/gmu, '').replace(/\n{3,}/gu, '\n\n');
}
