import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IRawGrammar } from 'vscode-textmate';

const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'syntaxes');

const inline = { patterns: [{ include: '#inline' }] };

/** What VS Code's own Markdown grammar does with headings, tables, fences and inline code. */
const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [
    { name: 'markup.fenced_code.block.markdown', begin: '^```.*$', end: '^```$' },
    {
      name: 'markup.heading.markdown',
      match: '(?:^|\\G)[ ]{0,3}((#{1,6})\\s+(.*?)(?:\\s+(#{1,6}))?\\s*)$',
      captures: {
        1: {
          patterns: [{
            match: '(#{1,6})\\s+(.*)$',
            name: 'heading.markdown',
            captures: { 2: { name: 'entity.name.section.markdown', ...inline } },
          }],
        },
      },
    },
    {
      name: 'markup.table.markdown',
      begin: '(^|\\G)(\\|)(?=[^|].+\\|\\s*$)',
      while: '(^|\\G)(?=\\|)',
      patterns: [
        { match: '\\|', name: 'punctuation.definition.table.markdown' },
        { match: '\\s*([^|\\s][^|]*?)\\s*(?=\\|)', captures: { 1: inline } },
      ],
    },
    { include: '#inline' },
  ],
  repository: { inline: { patterns: [{ match: '`[^`]+`', name: 'markup.inline.raw.string.markdown' }] } },
};

const files: Readonly<Record<string, string>> = {
  'text.disclosure-report': 'disclosure-report.tmLanguage.json',
  'text.disclosure-report.markdown': 'markdown-injection.tmLanguage.json',
};

async function createRegistry(): Promise<Registry> {
  const require = createRequire(import.meta.url);
  await loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  return new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) => Promise.resolve(
      scope === 'text.html.markdown' ? markdown as unknown as IRawGrammar : load(scope)),
    getInjections: (scope) => (scope === 'text.html.markdown' ? ['text.disclosure-report.markdown'] : undefined),
  });
}

function load(scope: string): IRawGrammar | null {
  const file = files[scope];
  return file === undefined ? null : parseRawGrammar(readFileSync(join(folder, file), 'utf8'), file);
}

let registry: Promise<Registry> | undefined;

export async function loadGrammar(scope: string): Promise<IGrammar> {
  registry ??= createRegistry();
  const grammar = await (await registry).loadGrammar(scope);
  if (!grammar) {
    throw new Error(`no grammar ${scope}`);
  }
  return grammar;
}

/** The pieces of a text that carry a scope starting with `prefix`, in order, neighbours joined. */
export function scoped(grammar: IGrammar, text: string, prefix: string): string[] {
  const pieces: string[] = [];
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    let end = -1;
    for (const token of result.tokens) {
      if (!token.scopes.some((scope) => scope.startsWith(prefix))) {
        continue;
      }
      const piece = line.slice(token.startIndex, token.endIndex);
      if (end === token.startIndex) {
        pieces.push(pieces.pop() + piece);
      } else {
        pieces.push(piece);
      }
      end = token.endIndex;
    }
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
