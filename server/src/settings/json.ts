import * as l10n from '@vscode/l10n';
import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** What is wrong with the JSON of a file, and where. */
interface JsonFault {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
}

/** A JSON text as the places of its values, and as its value; of a key given twice the last counts. */
interface JsonText {
  readonly root: Node;
  readonly value: unknown;
}

/** Reads JSON with comments and trailing commas; what could be read counts. Never throws. */
export function readJson(text: string, report: (fault: JsonFault) => void): JsonText | undefined {
  const errors: ParseError[] = [];
  const clean = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  let json: JsonText | undefined;
  try {
    const root = parseTree(clean, errors, { allowTrailingComma: true, allowEmptyContent: true });
    json = root && { root, value: getNodeValue(root) };
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
  return json;
}

/** What stands at a path, or the nearest around it that the text has, with the key that names it. */
export function nodeAt(root: Node, path: readonly (string | number)[]): { readonly node: Node; readonly key: Node | undefined } {
  let found: { readonly node: Node; readonly key: Node | undefined } = { node: root, key: undefined };
  for (const step of path) {
    const { children = [], type } = found.node;
    const property = type === 'object' ? children.findLast((child) => child.children?.[0]?.value === String(step))?.children : [undefined, children[Number(step)]];
    const node = property?.[1];
    if (!node) {
      break;
    }
    found = { node, key: property[0] };
  }
  return found;
}
