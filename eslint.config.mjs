import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import {
  bannedFor, globsOf, hostGlobals, networkGlobals, networkModules, parts, plainPackages,
} from './tools/architecture/layers.mjs';
import { withNull } from './tools/architecture/nulls.mjs';

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

const privacy = { selector: '[accessibility]', message: 'What is private is named #so; all else is public.' };
const absence = { selector: 'TSNullKeyword', message: 'What is absent is undefined; null is the value of a figure that is not known, or an answer in JSON.' };

/** A layout is asked what holds in it, not which it is: its name is compared where layouts are made alone. */
const layoutNames = ['[object.name=/^layout$/i]', '[object.property.name=/^layout$/i]'].map((object) => ({
  selector: `MemberExpression[property.name="name"]${object}`, message: 'Ask what holds in a layout, not which it is.',
}));

/** What is remembered of the objects that each version of a text has anew. */
const versions = {
  selector: 'NewExpression[callee.name=/^Weak(Map|Set)$/] > TSTypeParameterInstantiation > TSTypeReference:first-child[typeName.name=/^(Cell|Row|Table|Prose|Heading|Node|Chunk|Source|Report|BoundTable|ReportDocument|OpenDocument|Figure|Finding|Diagnostic)$/]',
  message: 'Note it on the object (syntax/notes.ts): what a WeakMap holds outlives its key by many edits.',
};

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'out/', '.vscode-host/', '.screenshots/', '.start/', '.bench/', '.soak/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [tseslint.configs.recommended],
    rules: {
      'prefer-const': 'error',
      'eqeqeq': 'error',
      'no-var': 'error',
      'no-duplicate-imports': 'error',
      'object-shorthand': 'error',
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...networkGlobals], 'no-restricted-syntax': ['error', privacy, absence, versions, ...layoutNames] },
  },
  { files: withNull, rules: { 'no-restricted-syntax': ['error', privacy, versions, ...layoutNames] } },
  { files: ['server/src/syntax/tables/**/*.ts'], rules: { 'no-restricted-syntax': ['error', privacy, absence, versions] } },
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    rules: { 'max-len': ['error', { code: 160, ignorePattern: '^import ', ignoreRegExpLiterals: true, ignoreStrings: true, ignoreTemplateLiterals: true }] },
  },
  {
    files: ['client/src/**/*.ts', 'server/src/**/*.ts', 'tools/**/*.{ts,mjs}', 'bench/**/*.{ts,mjs}'],
    rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  ...partRules,
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
