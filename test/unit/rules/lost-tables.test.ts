import assert from 'node:assert/strict';
import { noDamage } from '../../support/damage.ts';
import { htmlPage } from '../../support/layouts/html.ts';
import { seeded } from '../../support/random.ts';
import { read } from '../../support/reading.ts';
import { randomReport } from '../../support/source.ts';
import { readBase } from '../../support/suites.ts';

/** That each table is said to be unread, none to be missing, and no figure is read as anything but what it is in `right`. */
function assertUnread(text: string, language: string, right: string): void {
  const { reports, diagnostics } = read(text, language);
  assert.equal(reports.length, 1);
  assert.deepEqual(diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code), ['unreadable-table', 'unreadable-table', 'unreadable-table']);
  const figures = read(right, language).reports[0]?.figures ?? {};
  assert.deepEqual(Object.entries(reports[0]?.figures ?? {}).filter(([id, { value }]) => value !== figures[id]?.value), []);
}

describe('tables that stand in a report in no layout', () => {
  const base = readBase('2021.md');
  const { text: page } = htmlPage.lay(randomReport('2021', seeded(4)), { ...noDamage, seed: 4 });
  const escape = (source: string): string => source.replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
  const ways: readonly (readonly [name: string, write: (table: string) => string])[] = [
    ['in lines of text', escape],
    ['with quotation marks escaped as well', (table) => escape(table).replaceAll('"', '&quot;')],
    ['a paragraph each', (table) => escape(table).replace(/^.*$/gmu, '<p>$&</p>')],
    ['in one', (table) => `<p>${escape(table)}</p>`],
  ];
  for (const [name, write] of ways) {
    it(`the source of an HTML table, shown as text, ${name}`, () => {
      assertUnread(page.replace(/<table\b[^]*?<\/table>/giu, write), 'html', page);
    });
  }

  it('the same in a text of tables that are Markdown otherwise', () => {
    const rows = (table: string): string => table.trim().split('\n').filter((line) => !line.includes('---')).map((line) => `<tr>${line.split('|').slice(1, -1).map((cell) => `<td>${cell.trim()}</td>`).join('')}</tr>`).join('\n');
    assertUnread(base.replace(/(?:^\|.*\n)+/gmu, (table) => `${escape(`<table>\n${rows(table)}\n</table>`)}\n`), 'markdown', base);
  });

  for (const arrow of ['→', ' → ', '⇥']) {
    it(`tabs shown as ${arrow}`, () => {
      assertUnread(base.replace(/^\|.*\n/gmu, (line) => (line.includes('---') ? '' : `${line.split('|').slice(1, -1).map((cell) => cell.trim()).filter((cell) => cell !== '').join(arrow)}\n`)), 'plaintext', base);
    });
  }
});
