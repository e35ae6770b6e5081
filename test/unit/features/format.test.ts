import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../support/checking.ts';
import { damageArbitrary } from '../../support/damage.ts';
import { fixture } from '../../support/fixtures.ts';
import { layouts } from '../../support/layouts/index.ts';
import { runs } from '../../support/runs.ts';
import { reportArbitrary } from '../../support/source.ts';
import { displayWidth } from '../../../server/src/syntax/text.ts';
import { at, base, open, service } from './reading.ts';

function formatted(text: string): string {
  return applyEdits(text, service.format(open(text)));
}

/** Columns of a line before each of its bars, a Chinese character counted twice. */
function bars(line: string): string {
  let column = 0;
  const found: number[] = [];
  for (const character of line) {
    if (character === '|') {
      found.push(column);
    }
    column += character > '\u2e7f' ? 2 : 1;
  }
  return found.join(' ');
}

describe('formatting', () => {
  it('puts bars below bars and numbers to the right', () => {
    const lines = formatted(base).split('\n').filter((line) => line.startsWith('|'));
    const review = lines.slice(-5);
    assert.equal(new Set(review.map(bars)).size, 1, review.join('\n'));
    const row = lines.find((line) => line.includes('行政规范性文件')) ?? '';
    assert.match(row, /\| +2 \| +1 \| +9 \|$/u);
  });

  it('lets the figures of all rows begin at one place, and gives no row more room for a label than others need', () => {
    const rows = formatted(base).split('\n').map((line) => line.split('|')).filter((cells) => cells.length === 12 && /\d/u.test(cells[10] ?? ''));
    const labels = rows.map((cells) => cells.slice(0, 4).join('|'));
    const isShort = (label: string): boolean => displayWidth(label.replace(/\s+/gu, ' ')) < 46;
    assert.ok(labels.filter(isShort).length > 15);
    assert.equal(new Set(labels.filter(isShort).map(displayWidth)).size, 1, labels.join('\n'));
    assert.ok(labels.every((label) => isShort(label) || !/ {3}/u.test(label)), labels.join('\n'));
  });

  it('leaves a table of another layout as it is', () => {
    for (const name of ['base-word-2020.txt', 'base-tabs-2019.txt', 'base-lines-2022.txt', 'base-spaces-2021.txt', 'base-page-2023.html']) {
      assert.deepEqual(service.format(open(fixture(name))), [], name);
    }
  });

  it('keeps to the tables of a range', () => {
    const { line } = at(base, '| 行政许可 | 26 |  |  |', '行');
    const edits = service.format(open(base), { start: { line, character: 0 }, end: { line, character: 1 } });
    const section = base.split('\n').findIndex((text) => text.startsWith('## 三、'));
    assert.ok(edits.length > 0 && edits.every(({ range }) => range.end.line < section));
  });

  it('keeps CRLF', () => {
    const text = base.replaceAll('\n', '\r\n');
    assert.equal(formatted(text), formatted(base).replaceAll('\n', '\r\n'));
  });

  it('changes spaces alone, keeps all figures and findings, and is done at once', () => {
    for (const layout of layouts) {
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
        const { text, language } = layout.lay(report, damage);
        const document = open(text, language);
        const edits = service.format(document);
        assert.ok(edits.every(({ newText }) => /^ *$/u.test(newText)));
        const after = applyEdits(text, edits);
        assert.equal(after.replace(/[ \t]/gu, ''), text.replace(/[ \t]/gu, ''));
        const again = open(after, language);
        assert.deepEqual(service.format(again), []);
        assert.deepEqual(service.diagnostics(again).map(({ code }) => code).sort(), service.diagnostics(document).map(({ code }) => code).sort());
      }), runs(layout.name.startsWith('pipe') ? 5 : 1));
    }
  });
});
