import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.ts';

/** Between Chinese characters and digits, or a number or name that is put in, stands no space; the parts of a place are set apart (表3 第9行). */
const gap = /[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF…] (?=[\d{])|[\d}] (?=[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF“”‘’…])(?!第)/u;

/** Chinese characters and Latin words or options of the command line without a space between them. */
const glued = /.{0,6}(?:[A-Za-z][\u4E00-\u9FFF]|[\u4E00-\u9FFF](?:--)?[A-Za-z]).{0,6}/u;

/** For one thing one word; the others that one might write, and the word that is meant. */
const others: readonly (readonly [words: RegExp, meant: string])[] = [
  [/忽略/u, '屏蔽'],
  [/官方(?:格式|表样|表格|名称|标签)/u, '格式、表样、规范名称'],
  [/提示级别/u, '严重程度'],
  [/等式|平衡关系|收办/u, '勾稽关系、收支平衡'],
  [/[一二三四五六]、[^”]*”部分|“\{\d\}”部分/u, '章节'],
  [/\d+\}?条提示|\}条提示/u, '建议、轻微提示'],
  [/文字为/u, '正文为'],
  [/^信息$|“信息”|信息\{/u, '建议'],
  [/^级别$/u, '严重程度'],
];

function json(path: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string>;
}

/** What a person reads of a rule's page: without code, what is generated, and the examples. */
function proseOf(page: string): string {
  return readFileSync(join(root, 'docs/rules', page), 'utf8').split('<!-- 以下由')[0]?.replaceAll(/^```[\s\S]*?^```$/gmu, '').replaceAll(/`[^`]*`/gu, '') ?? '';
}

describe('the Chinese wording', () => {
  const messages = [...Object.values(json('l10n/bundle.l10n.zh-cn.json')), ...Object.values(json('package.nls.zh-cn.json'))];
  const pages = readdirSync(join(root, 'docs/rules')).filter((name) => name.endsWith('.md'));
  const texts = [...messages, ...pages.map(proseOf)];

  it('sets no space between characters and digits', () => {
    assert.deepEqual(texts.filter((text) => gap.test(text.replaceAll(/^\|.*$/gmu, ''))).map((text) => gap.exec(text)?.input.slice(0, 80)), []);
  });

  it('sets Latin words apart from characters', () => {
    assert.deepEqual(texts.filter((text) => glued.test(text)).map((text) => glued.exec(text)?.[0]), []);
  });

  for (const [words, meant] of others) {
    it(`says ${meant}, and not ${words.source}`, () => {
      assert.deepEqual(texts.filter((text) => words.test(text)).map((text) => text.slice(0, 80)), []);
    });
  }

  it('says 修改 in messages, and not 修复, which the editor calls its own menu', () => {
    assert.deepEqual(messages.filter((text) => text.includes('修复')), []);
  });
});
