/** What is wrong with the parameters of a request; undefined where nothing is. Clients of all kinds ask, and what is asked wrongly is told. */
export function faultIn(method: string, params: unknown): string | undefined {
  if (!isRecord(params)) {
    return `${method}: params`;
  }
  const wrong = Object.entries(wantedBy(method)).find(([key, isRight]) => !isRight(params[key]));
  return wrong && `${method}: ${wrong[0]}`;
}

type Check = (value: unknown) => boolean;

/** What the protocol asks for by method, as far as the answer is made of it. */
function wantedBy(method: string): Readonly<Record<string, Check>> {
  return { ...(method.startsWith('textDocument/') ? { textDocument: isDocument } : {}), ...wanted.get(method) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isDocument: Check = (value) => isRecord(value) && typeof value['uri'] === 'string';
const isResult: Check = (value) => isRecord(value) && typeof value['uri'] === 'string' && typeof value['value'] === 'string';
const isCount: Check = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isPosition: Check = (value) => isRecord(value) && isCount(value['line']) && isCount(value['character']);
const isRange: Check = (value) => isRecord(value) && isPosition(value['start']) && isPosition(value['end']);

const wanted = new Map<string, Readonly<Record<string, Check>>>([
  ...['hover', 'completion', 'signatureHelp', 'definition', 'references', 'documentHighlight']
    .map((name) => [`textDocument/${name}`, { position: isPosition }] as const),
  ...['codeAction', 'inlayHint', 'rangeFormatting', 'semanticTokens/range'].map((name) => [`textDocument/${name}`, { range: isRange }] as const),
  ['textDocument/selectionRange', { positions: (value: unknown) => Array.isArray(value) && value.every(isPosition) }],
  ['workspace/diagnostic', { previousResultIds: (value: unknown) => Array.isArray(value) && value.every(isResult) }],
  ['workspace/symbol', { query: (value: unknown) => typeof value === 'string' }],
]);
