import assert from 'node:assert/strict';
import { Window } from 'happy-dom';
import { enhance } from '../../../client/src/folder-page/page/enhance.ts';
import { compareCells, passes } from '../../../client/src/folder-page/page/rows.ts';
import { folderPage } from '../../../server/src/export/folder-page.ts';
import { listPage } from '../../../server/src/export/list-html.ts';
import { useLocale } from '../../../server/src/l10n.ts';
import type { FolderFile } from '../../../server/src/folder/index.ts';

const browser = ['document', 'HTMLElement'] as const;
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const counts = { error: 1, warning: 0, information: 0, hint: 0 };

function file(organ: string, year: number, message: string): FolderFile {
  const parts = [{ id: 'requests.granted', name: '予以公开', value: year }];
  return {
    path: `${organ}.md`, reports: [{ organ, organKey: organ, year, title: '', counts, tables: [{ id: 'requests', title: '', figures: parts, parts }] }],
    rows: [{ organ, year, section: '', place: '第1行', severity: 'error', code: 'balance', message, text: '1', proposal: '', range }],
  };
}

describe('the page of a folder and its list', () => {
  const before = new Map(browser.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));
  let window: Window;

  /** A page in a browser, with what its script makes of it. */
  function show(body: string): Window['document'] {
    window = new Window();
    browser.forEach((name) => Object.defineProperty(globalThis, name, { value: name === 'document' ? window.document : window[name], configurable: true }));
    window.document.body.innerHTML = body;
    enhance(window.document as unknown as ParentNode);
    return window.document;
  }

  afterEach(() => {
    window.close();
    before.forEach((descriptor, name) => (descriptor ? Object.defineProperty(globalThis, name, descriptor) : Reflect.deleteProperty(globalThis, name)));
  });

  const files = [file('甲局', 2022, '不平衡'), file('乙局', 2024, '总计不符'), file('丙局', 2023, '总计<b>不符')];
  const rows = (page: Window['document']): string[] => [...page.querySelectorAll('tbody tr')].filter((row) => !(row as unknown as { hidden: boolean }).hidden).map((row) => row.children[1]?.textContent ?? '');

  it('sorts its rows by a column, there and back', () => {
    const page = show(listPage(files, { language: 'zh-CN', isInteractive: false }).body);
    const year = page.querySelector('th[data-column="year"]');
    const button = year?.querySelector('button');
    button?.click();
    assert.deepEqual([rows(page), year?.getAttribute('aria-sort')], [['2022', '2023', '2024'], 'ascending']);
    button?.click();
    assert.deepEqual([rows(page), year?.getAttribute('aria-sort')], [['2024', '2023', '2022'], 'descending']);
  });

  it('calls kinds of findings by their names, in Chinese, beside their codes', () => {
    useLocale('zh-cn');
    try {
      const [one, ...others] = files.map((each) => ({ ...each }));
      assert.ok(one);
      const mixed = [{ ...one, rows: one.rows.map((row) => ({ ...row, code: 'blank-cell' })) }, ...others];
      const page = show(listPage(mixed, { language: 'zh-CN', isInteractive: false }).body);
      const choices = [...page.querySelectorAll('select[name="code"] option')].map(({ textContent }) => textContent);
      assert.deepEqual(choices.slice(1).sort(), ['勾稽关系不平衡 balance', '空白单元格 blank-cell'].sort());
    } finally {
      useLocale('en');
    }
  });

  it('shows the rows that are asked for, and says how many they are', () => {
    const page = show(listPage(files, { language: 'zh-CN', isInteractive: false }).body);
    const search = page.querySelector('input');
    assert.ok(search);
    search.value = '总计 不符';
    search.dispatchEvent(new window.Event('input', { bubbles: true }));
    assert.deepEqual(rows(page).sort(), ['2023', '2024']);
    assert.match(page.querySelector('output')?.textContent ?? '', /2.*3/u);
    assert.equal(page.querySelector('td b'), null);
  });

  it('shows one chart of a choice, each with its numbers beside it', () => {
    const page = show(folderPage(files).body);
    const figures = [...page.querySelectorAll('[data-choice] > figure')] as unknown as { hidden: boolean; querySelector(selector: string): Element | null }[];
    assert.equal(figures.length, 6);
    assert.ok(figures.every((figure) => figure.querySelector('svg[role=img][aria-label]') && figure.querySelector('table[aria-label]')));
    assert.deepEqual(figures.map(({ hidden }) => hidden), [false, true, true, false, true, true]);
    const select = page.querySelector('select');
    assert.ok(select);
    select.selectedIndex = 2;
    select.dispatchEvent(new window.Event('input', { bubbles: true }));
    assert.deepEqual(figures.slice(0, 3).map(({ hidden }) => hidden), [true, true, false]);
  });

  it('compares numbers by their value, and leaves blanks last', () => {
    assert.deepEqual(['10', '', '9'].sort((one, other) => compareCells(one, other, 1)), ['9', '10', '']);
    assert.deepEqual(['10', '', '9'].sort((one, other) => compareCells(one, other, -1)), ['10', '9', '']);
    assert.ok(passes(['甲局', '2024'], { words: '', equal: new Map([[1, '2024']]) }));
    assert.ok(!passes(['甲局', '2024'], { words: '乙', equal: new Map() }));
  });
});
