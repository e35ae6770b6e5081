import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root, sourceFiles } from './sources.ts';

/** The English texts that a source file passes to `l10n.t`. */
function messagesOf(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ES2023, true);
  const messages: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/u.test(node.expression.getText())) {
      const [first] = node.arguments;
      messages.push(...(first === undefined ? [] : textsOf(first, path)));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return messages;
}

/** The texts that an argument may be: a literal, or the branches of a choice. */
function textsOf(node: ts.Expression, path: string): string[] {
  if (ts.isStringLiteralLike(node)) {
    return [node.text];
  }
  if (ts.isConditionalExpression(node)) {
    return [...textsOf(node.whenTrue, path), ...textsOf(node.whenFalse, path)];
  }
  if (ts.isParenthesizedExpression(node)) {
    return textsOf(node.expression, path);
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return [[...textsOf(node.left, path), ...textsOf(node.right, path)].join('')];
  }
  throw new Error(`${path}: l10n.t is called with something else than a literal: ${node.getText()}`);
}

function json(path: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string>;
}

/** The keys that a file writes more than once, of which a JSON reader keeps only the last. */
function writtenTwice(path: string): string[] {
  const { statements: [statement] } = ts.parseJsonText(path, readFileSync(join(root, path), 'utf8'));
  const { properties } = statement!.expression as ts.ObjectLiteralExpression;
  const keys = properties.map(({ name }) => (name as ts.StringLiteral).text);
  return keys.filter((key, at) => keys.indexOf(key) !== at);
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/gu) ?? [])].sort();
}

describe('the messages', () => {
  const used = new Set(['server/src', 'client/src'].flatMap(sourceFiles).flatMap(messagesOf));
  const bundle = json('l10n/bundle.l10n.zh-cn.json');

  it('each have a Chinese text', () => {
    assert.deepEqual([...used].filter((message) => !(message in bundle)), []);
  });
  it('are each written once', () => {
    assert.deepEqual(writtenTwice('l10n/bundle.l10n.zh-cn.json'), []);
  });
  it('are all used', () => {
    assert.deepEqual(Object.keys(bundle).filter((message) => !used.has(message)), []);
  });
  it('keep their arguments in Chinese', () => {
    for (const [english, chinese] of Object.entries(bundle)) {
      assert.deepEqual(placeholders(chinese), placeholders(english), english);
    }
  });
  it('are written in the language that they are for', () => {
    for (const [english, chinese] of Object.entries(bundle)) {
      const hasWords = /[A-Za-z]/u.test(english.replaceAll(/\{\d+\}/gu, ''));
      assert.equal(/[\u4E00-\u9FFF]/u.test(chinese), hasWords, english);
    }
  });
});

describe('the manifest\'s messages', () => {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const keys = [...new Set([...manifest.matchAll(/"%([^%"]+)%"/gu)].map((match) => match[1]))].sort();

  for (const file of readdirSync(root).filter((name) => /^package\.nls.*\.json$/u.test(name))) {
    it(`${file} has every one, and no other`, () => {
      assert.deepEqual(Object.keys(json(file)).sort(), keys);
      assert.deepEqual(writtenTwice(file), []);
    });
  }
});
