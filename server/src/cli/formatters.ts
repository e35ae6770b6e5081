import type { BatchOptions } from './batch-options.ts';
import { csvFigures } from './format-csv.ts';
import { createGithubFormatter } from './format-github.ts';
import { jsonFigures, jsonFormatter } from './format-json.ts';
import { junitFormatter } from './format-junit.ts';
import { createSarifFormatter } from './format-sarif.ts';
import { createListFormatter } from './format-list.ts';
import { createTextFormatter } from './format-text.ts';
import type { CheckFormatter } from './format.ts';

export function checkFormatter(options: BatchOptions): CheckFormatter {
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

export function extractFormatter({ format }: BatchOptions): typeof csvFigures | typeof jsonFigures {
  return format === 'csv' ? csvFigures : jsonFigures;
}
