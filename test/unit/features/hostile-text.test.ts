import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { base, open, service } from './reading.ts';

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}

/** Markdown with all that an editor's may have: HTML, and addresses made links. */
const markdown = (createRequire(__filename)('markdown-it') as (options: object) => { parse(text: string, env: object): Token[] })({ html: true, linkify: true });

/** What in a text is more than words, headings, lists, rules, tables, emphasis and code. */
function activeIn(text: string): string[] {
  const all = (tokens: readonly Token[]): readonly Token[] => tokens.flatMap((token) => [token, ...all(token.children ?? [])]);
  return all(markdown.parse(text, {})).filter(({ type }) => /^(?:link|image|html)/u.test(type)).map(({ type, content }) => `${type} ${content}`);
}

const hostile = [
  '[点此](command:workbench.action.quit)', '![图](https://example.org/a.png)', '<img src=x onerror=alert(1)>', '<https://example.org>',
  'https://example.org', 'www.example.org', 'a@example.org', '`](command:x)`', '\\[x](command:x)', '[x]: command:x', '&lt;b&gt;',
];

describe('the text of a document in a hover', () => {
  for (const text of hostile) {
    it(`is words and no markup: ${text}`, () => {
      const title = base.replace(/^# .*$/mu, (line) => line.replace('年政府信息公开', `年${text.replaceAll('\n', ' ')}政府信息公开`).replace('# ', `# ${text}`));
      const altered = base.split('\n').map((line) => (line.startsWith('|') ? line.replace('（七）总计', `（七）总计${text.replaceAll('|', '')}`).replace('| 12 |', `| ${text.replaceAll('|', '')} |`) : line)).join('\n');
      let seen = 0;
      for (const one of [title, altered]) {
        const document = open(one);
        for (const [line, content] of one.split('\n').entries()) {
          for (let character = 0; character < content.length; character += 3) {
            const found = service.hover(document, { line, character });
            seen += found === undefined ? 0 : 1;
            assert.deepEqual(activeIn(found?.markdown ?? ''), []);
          }
        }
      }
      assert.ok(seen > 20, String(seen));
    });
  }

  it('which this test would see', () => {
    assert.ok(hostile.slice(0, 7).every((text) => activeIn(text).length > 0));
  });
});
