import assert from 'node:assert/strict';
import { suppressionComment, type CommentContext } from '../../../server/src/suppression/index.ts';
import { layouts } from '../../../server/src/syntax/tables/index.ts';

/** What a comment's place depends on, the layout of the table by its name. */
type Context = Partial<Omit<CommentContext, 'layout'>> & { readonly layout?: string };

/** Silences the code at the place between `<|` and `|>` and gives the text after the edit; null where no comment is offered. */
function check(marked: string, { layout, ...context }: Context = {}): string | null {
  const before = marked.slice(0, marked.indexOf('<|'));
  const text = marked.replace('<|', '').replace('|>', '');
  const length = marked.indexOf('|>') - before.length - 2;
  const lines = text.split('\n');
  const line = before.split('\n').length - 1;
  const character = before.length - (before.lastIndexOf('\n') + 1);
  const edit = suppressionComment(
    { code: 'row-total', range: { start: { line, character }, end: { line, character: character + length } } },
    {
      languageId: 'markdown', lineAt: (at) => lines[at], lineEnd: '\n', layout: layouts.find(({ name }) => name === layout), isHeading: false, ...context,
    },
  );
  if (edit === undefined) {
    return null;
  }
  assert.deepEqual(edit.range.start, edit.range.end);
  const target = lines[edit.range.start.line] as string;
  lines[edit.range.start.line] = target.slice(0, edit.range.start.character) + edit.newText + target.slice(edit.range.start.character);
  return lines.join('\n');
}

describe('a comment that silences a finding', () => {
  it('goes into the last cell of a row of a pipe table', () => {
    assert.equal(
      check('| 甲 | 1 | <|2|>  |\n| 乙 | 1 | 1 |', { layout: 'pipe' }),
      '| 甲 | 1 | 2 <!-- disclosure-report-disable-line row-total -->  |\n| 乙 | 1 | 1 |',
    );
    assert.equal(check('甲 | <|1|> | 2', { layout: 'pipe' }), '甲 | 1 | 2 <!-- disclosure-report-disable-line row-total -->');
    assert.equal(check('| <|1|> | |', { layout: 'pipe' }), '| 1 | <!-- disclosure-report-disable-line row-total --> |');
  });

  it('goes above a heading', () => {
    assert.equal(
      check('正文。\n## <|二、主动公开|>', { isHeading: true }),
      '正文。\n<!-- disclosure-report-disable-next-line row-total -->\n## 二、主动公开',
    );
  });

  it('goes above the first line of a paragraph, and behind any other line of it', () => {
    assert.equal(check('\n共 <|3|> 件'), '\n<!-- disclosure-report-disable-next-line row-total -->\n共 3 件');
    assert.equal(check('上一行\n共 <|3|> 件'), '上一行\n共 3 件 <!-- disclosure-report-disable-line row-total -->');
  });

  it('goes behind the finding in HTML, alone or in Markdown', () => {
    assert.equal(
      check('<tr><td><|3|></td></tr>', { languageId: 'html', layout: 'html' }),
      '<tr><td>3<!-- disclosure-report-disable-line row-total --></td></tr>',
    );
    assert.equal(check('<td><|3|></td>', { layout: 'html' }), '<td>3<!-- disclosure-report-disable-line row-total --></td>');
  });

  it('is widened where one stands already', () => {
    assert.equal(
      check('| <|1|> | 2 <!-- disclosure-report-disable-line balance --> |', { layout: 'pipe' }),
      '| 1 | 2 <!-- disclosure-report-disable-line balance row-total --> |',
    );
    assert.equal(
      check('<!-- disclosure-report-disable-next-line balance -->\n共 <|3|> 件'),
      '<!-- disclosure-report-disable-next-line balance row-total -->\n共 3 件',
    );
  });

  it('is not offered where it would be published or would tear a table apart', () => {
    assert.equal(check('共 <|3|> 件', { languageId: 'plaintext' }), null);
    assert.equal(check('共 <|3|> 件', { languageId: 'disclosure-report' }), null);
    assert.equal(check('甲\t<|3|>', { layout: 'tabs' }), null);
    assert.equal(check('\t<|3|>', { layout: 'word' }), null);
  });
});
