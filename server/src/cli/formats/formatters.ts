import { csvFigures } from './csv.ts';
import { createGithubFormatter } from './github.ts';
import { jsonFigures, jsonFormatter } from './json.ts';
import { junitFormatter } from './junit.ts';
import { createSarifFormatter } from './sarif.ts';
import { createListFormatter } from './list.ts';
import { createTextFormatter } from './text.ts';
import type { CheckFormatter, FormatOptions } from './format.ts';

export function checkFormatter(options: FormatOptions): CheckFormatter {
  switch (options.format) {
    case 'json': return jsonFormatter;
    case 'sarif': return createSarifFormatter(options.locale, options.docs, options.cwd);
    case 'junit': return junitFormatter;
    case 'github': return createGithubFormatter(options.locale, options.workspace, options.cwd);
    case 'html':
    case 'page':
    case 'xlsx':
    case 'csv': return createListFormatter(options.format, options.locale);
    default: return createTextFormatter(options.colourKey);
  }
}

export function extractFormatter({ format }: FormatOptions): typeof csvFigures | typeof jsonFigures {
  return format === 'csv' ? csvFigures : jsonFigures;
}
