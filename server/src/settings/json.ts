import * as l10n from '@vscode/l10n';
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** What is wrong with the JSON of a file, and where. */
export interface JsonFault {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
}

/** Reads JSON with comments and trailing commas; what could be read counts. Never throws. */
export function readTree(text: string, report: (fault: JsonFault) => void): Node | undefined {
  const errors: ParseError[] = [];
  const clean = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  let root: Node | undefined;
  try {
    root = parseTree(clean, errors, { allowTrailingComma: true, allowEmptyContent: true });
  } catch {
    // The parser descends by calls, and a hostile depth exhausts the stack.
    report({ offset: 0, length: 1, message: l10n.t('The file is nested too deeply.') });
    return undefined;
  }
  // One slip makes the parser complain several times; the first complaint names the place.
  const [first] = errors;
  if (first) {
    report({
      offset: first.offset,
      length: Math.max(first.length, 1),
      message: l10n.t('The file is no valid JSON here ({0}); what could be read counts.', printParseErrorCode(first.error)),
    });
  }
  return root;
}
