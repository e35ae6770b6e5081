import assert from 'node:assert/strict';
import { applyEdits } from '../../support/checking.ts';
import { noDamage } from '../../support/damage.ts';
import { openFresh } from '../../support/fixes.ts';
import { htmlPage } from '../../support/layouts/html.ts';
import { seeded } from '../../support/random.ts';
import { read, type Reading } from '../../support/reading.ts';
import { randomReport } from '../../support/source.ts';

const { text, expected } = htmlPage.lay(randomReport('2021', seeded(4)), { ...noDamage, seed: 4 });

/** A figure alone in its cell, in whatever tags. */
const figure = /(<td\b[^>]*>(?:<(?!\/?t)[^>]*>)*)(\d+(?:\.\d+)?)(?=<\/)/gu;

/** The page with each figure in a field of a form. */
const inFields = (field: (figure: string) => string): string => text.replace(figure, (_, before: string, digits: string) => `${before}${field(digits)}`);

const fields: readonly (readonly [name: string, field: (figure: string) => string])[] = [
  ['a field of one line', (digits) => `<input type="text" name="n" value="${digits}">`],
  ['one without quotation marks', (digits) => `<input class=n value=${digits} size=3>`],
  ['one in single quotation marks, closed as in XHTML', (digits) => `<INPUT TYPE='number' VALUE='${digits}' />`],
  ['one beside a hidden one and a box to tick', (digits) => `<input type="hidden" value="77"><input type="checkbox" value="1"><input value="${digits}"> `],
  ['one beside others that the page does not show', (digits) => `<noscript><textarea>5</textarea></noscript><template><select><option selected>6</option></select></template><input value="${digits}">`],
  ['a field of several lines', (digits) => `<textarea rows="1">${digits}</textarea>`],
  ['a list in which one is chosen', (digits) => `<select><option value="99">99<option selected>${digits}</option><option>98</option></select>`],
];

describe('Figures in fields of a form', () => {
  for (const [name, field] of fields) {
    it(`${name}: each is read, at its own place`, () => {
      const page = inFields(field);
      const { reports, diagnostics } = read(page, 'html');
      assert.deepEqual(diagnostics, read(text, 'html').diagnostics);
      assert.deepEqual(wrongIn(reports), []);
      const lines = page.split('\n');
      for (const { value, range: { start, end } } of Object.values(reports[0]?.figures ?? {})) {
        assert.equal(start.line, end.line);
        assert.equal(Number(lines[start.line]?.slice(start.character, end.character)), value);
      }
    });
  }

  it('a wrong total is corrected inside its field', () => {
    const [label] = /（七）总计/u.exec(text) ?? [''];
    assert.equal(label, '（七）总计');
    const page = inFields((digits) => `<input value="${digits}">`);
    const at = page.indexOf('<input value="', page.indexOf(label)) + '<input value="'.length;
    const wrong = `${page.slice(0, at)}9${page.slice(at)}`;
    assert.ok(fixedTexts(wrong).includes(page));
  });

  it('a figure is written into an empty field', () => {
    for (const [empty, filled] of [['<input value="">', '<input value="0">'], ['<textarea></textarea>', '<textarea>0</textarea>']] as const) {
      const page = text.replace(/(行政强制[^]*?<td\b[^>]*>(?:<(?!\/?t)[^>]*>)*)(\d+)(?=<\/)/u, (_, before: string) => before + empty);
      assert.deepEqual(read(page, 'html').diagnostics.map(({ code }) => code), ['blank-cell']);
      assert.deepEqual(fixedTexts(page), [page.replace(empty, filled)]);
    }
  });

  it('a field outside of a table is no text of the page', () => {
    const page = text.replace(/(?=<h1)/u, '<input value="请输入关键字12件"><textarea>三、收到和处理政府信息公开申请情况</textarea>');
    assert.deepEqual(wrongIn(read(page, 'html').reports), []);
    assert.deepEqual(read(page, 'html').diagnostics.map(({ code }) => code), read(text, 'html').diagnostics.map(({ code }) => code));
  });
});

function wrongIn(reports: Reading['reports']): string[] {
  return [...expected].filter(([id, { value }]) => reports[0]?.figures[id]?.value !== value).map(([id]) => id);
}

/** What each fix of each finding makes of a page. */
function fixedTexts(page: string): string[] {
  return openFresh(page, 'html').diagnostics.flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(page, edits)));
}
