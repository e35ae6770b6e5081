import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What the core may not name, so that "runs in a worker" cannot rot. */
const hostGlobals = [
  'process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'global', 'console', 'performance',
  'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'window', 'document', 'self', 'navigator', 'Date',
];

/** Folders that a layer may not import from, by layer; each arrow points one way. */
const layers = {
  forms: ['model', 'rules', 'features', 'workspace', 'convert', 'service.ts', 'lsp', 'node', 'browser', 'cli'],
  syntax: ['forms', 'model', 'rules', 'features', 'workspace', 'convert', 'service.ts', 'lsp', 'node', 'browser', 'cli'],
  model: ['rules', 'features', 'workspace', 'convert', 'service.ts', 'lsp', 'node', 'browser', 'cli'],
  rules: ['workspace', 'convert', 'service.ts', 'lsp', 'node', 'browser', 'cli'],
  features: ['service.ts', 'lsp', 'node', 'browser', 'cli'],
  workspace: ['service.ts', 'lsp', 'node', 'browser', 'cli'],
  convert: ['service.ts', 'lsp', 'node', 'browser', 'cli'],
};

const layerRules = Object.entries(layers).map(([layer, banned]) => ({
  files: [`server/src/${layer}/**/*.ts`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [
        { group: ['node:*', 'vscode', 'vscode-languageserver', 'vscode-languageserver/*'], message: 'The core runs without a host.' },
        {
          regex: `^(\\.\\./)+(${banned.map((name) => name.replace('.', '\\.')).join('|')})(/|$)`,
          message: `${layer} stands below that layer.`,
        },
      ],
    }],
  },
}));

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'out/', '.vscode-host/', '.screenshots/', '.start/', '.bench/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [tseslint.configs.recommended],
    rules: {
      'prefer-const': 'error',
      'eqeqeq': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/lsp/**', 'server/src/node/**', 'server/src/browser/**', 'server/src/cli.ts', 'server/src/cli/**'],
    rules: { 'no-restricted-globals': ['error', ...hostGlobals] },
  },
  ...layerRules,
  {
    files: ['client/src/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [{
          regex: 'server/src/(?!lsp/protocol\\.ts$)',
          message: 'The client imports nothing of the server but lsp/protocol.ts.',
        }],
      }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', {
        selector: 'MemberExpression[object.name=/^(describe|it)$/][property.name=/^(only|skip)$/]',
        message: 'No test is skipped, and none runs alone.',
      }],
    },
  },
);
