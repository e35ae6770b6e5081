import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import {
  bannedFor, globsOf, hostGlobals, networkGlobals, networkModules, parts, plainPackages,
} from './tools/architecture/layers.mjs';

const toEscape = /[.*+?^${}()|[\]\\]/gu;

/** A pattern of relative imports of any of these folders and files of server/src. */
function relativeTo(names) {
  return `^(\\.{1,2}/)+(${names.map((name) => name.replace(toEscape, '\\$&')).join('|')})(/|$)`;
}

const noNetwork = {
  group: networkModules.flatMap((name) => [name, `node:${name}`, `${name}/*`, `node:${name}/*`]),
  message: 'Nothing leaves the machine.',
};

/** Each part of the server: what it may import, and what it may name. */
const partRules = Object.entries(parts).map(([part, { hostless }]) => ({
  files: globsOf(part),
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [
        noNetwork,
        { regex: relativeTo(bannedFor(part)), message: `${part} may not import that part; see tools/architecture/layers.mjs.` },
        { regex: '(^|/)client/', message: 'The server knows no client.' },
        ...(part === 'syntax' ? [] : [{ regex: 'syntax/tables/(?!(index|cells)\\.ts$)', message: 'Ask what holds in a layout, not which it is.' }]),
        ...(hostless ? [{ regex: `^(?!\\.)(?!(${plainPackages.join('|')})$)`, message: 'This part runs without a host.' }] : []),
      ],
    }],
    ...(hostless ? { 'no-restricted-globals': ['error', ...hostGlobals, ...networkGlobals] } : {}),
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
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...networkGlobals] },
  },
  ...partRules,
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    ignores: ['server/src/syntax/tables/**'],
    rules: {
      'no-restricted-syntax': ['error', ...['[object.name=/^layout$/i]', '[object.property.name=/^layout$/i]'].map((object) => ({
        selector: `MemberExpression[property.name="name"]${object}`, message: 'Ask what holds in a layout, not which it is.',
      }))],
    },
  },
  {
    files: ['client/src/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [
          noNetwork,
          { regex: 'server/src/(?!lsp/protocol\\.ts$)', message: 'The client imports nothing of the server but lsp/protocol.ts.' },
        ],
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
