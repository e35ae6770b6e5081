import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FrameLocator, Locator } from 'playwright-core';
import { copiedFrom, copy } from './clipboard.ts';
import { goTo, runCommand } from './quick-input.ts';
import { revert } from './text.ts';
import { closeSideBar, openForm, switchTheme } from './views.ts';
import { focusText, openWorkbench, photograph, screenshots, type Workbench } from './workbench.ts';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';

describe('the form preview', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let form: FrameLocator;

  before(async () => {
    workbench = await openWorkbench(sample);
    await closeSideBar(workbench);
    form = await openForm(workbench);
  });

  after(() => workbench?.close());

  /** The cell of a figure, by what its row and column are called. */
  function cell(name: string): Locator {
    return form.locator(`td[aria-label^="${name}"]`);
  }

  const total = '三、本年度办理结果 （七）总计 申请人情况 自然人';

  async function caretAt(line: number): Promise<void> {
    await workbench.page.locator('.monaco-editor .active-line-number').filter({ hasText: new RegExp(`^${line}$`, 'u') }).waitFor();
  }

  function lineOf(text: string): number {
    return readFileSync(join(workbench.folder, sample), 'utf8').split('\n').findIndex((line) => line.includes(text)) + 1;
  }

  /** Takes back what was last written. The editor undoes in the text alone, so that has the focus for a moment. */
  async function undo(...restored: readonly string[]): Promise<void> {
    await workbench.page.keyboard.press('Control+KeyZ');
    for (const text of restored) {
      await textLine(text);
    }
    await workbench.page.waitForFunction(() => document.activeElement?.matches('iframe.webview'));
  }

  /** Waits until a line of the text holds something. */
  async function textLine(holds: string): Promise<void> {
    await workbench.page.locator('.monaco-editor .view-line').filter({ hasText: holds }).first().waitFor();
  }

  it('shows the three tables with their merged headers', async () => {
    assert.equal(await form.locator('table[role=grid]').count(), 3);
    const corner = form.locator('.grid-requests th.corner');
    assert.deepEqual([await corner.getAttribute('rowspan'), await corner.getAttribute('colspan')], ['3', '3']);
    await photograph(workbench, 'preview-light');
  });

  it('marks the wrong total with a sign, its formula and the difference', async () => {
    const wrong = cell(total);
    assert.match(await wrong.getAttribute('class') ?? '', /\berror\b/u);
    assert.equal(await wrong.getAttribute('aria-invalid'), 'true');
    assert.match(await wrong.innerText(), /相差1/u);
    assert.match(await wrong.getAttribute('title') ?? '', /12 ≠ /u);
  });

  it('goes to the text on a click, outlines the operands and says what does not hold', async () => {
    await cell(total).click();
    await caretAt(lineOf('| （七）总计 |'));
    assert.ok(await form.locator('td.operand-broken').count() >= 6);
    assert.match(await form.locator('.inspector').innerText(), /不成立/u);
    await photograph(workbench, 'preview-selected');
  });

  it('selects no white space in the text, which would light up in every other blank cell', async () => {
    await cell('行政事业性收费').click();
    await caretAt(lineOf('| 行政事业性收费 |'));
    assert.equal(await workbench.page.locator('.editor-group-container').first().locator('.selected-text').count(), 0);
    await cell(total).click();
    await caretAt(lineOf('| （七）总计 |'));
    await workbench.page.locator('.editor-group-container').first().locator('.selected-text').first().waitFor();
  });

  it('moves by the arrow keys, Home and End, and by Tab', async () => {
    const { keyboard } = workbench.page;
    await keyboard.press('ArrowRight');
    await keyboard.press('End');
    assert.match(await form.locator('td:focus').getAttribute('aria-label') ?? '', /（七）总计 申请人情况 总计/u);
    await keyboard.press('Home');
    await keyboard.press('ArrowDown');
    assert.match(await form.locator('td:focus').getAttribute('aria-label') ?? '', /^四、结转下年度继续办理 申请人情况 自然人/u);
    await keyboard.press('Control+Home');
    await keyboard.press('Tab');
    assert.match(await form.locator('td:focus').getAttribute('aria-label') ?? '', /^一、本年新收政府信息公开申请数量 申请人情况 法人或其他组织 商业企业/u);
  });

  it('writes what is typed into the text, as one step that undo takes back', async () => {
    const { keyboard } = workbench.page;
    await cell(total).click();
    await keyboard.type('13');
    await keyboard.press('Enter');
    await textLine('| （七）总计 |  | 13 |');
    await form.locator(`td[aria-label^="${total}"]:not(.error)`).waitFor();
    await undo('| （七）总计 |  | 12 |');
    await form.locator(`td[aria-label^="${total}"].error`).waitFor();
  });

  it('undoes and does again as often as the keys are pressed, without a click between', async () => {
    const { keyboard } = workbench.page;
    const row = '| 1.属于国家秘密 |';
    await cell('三、本年度办理结果 （三）不予公开 1.属于国家秘密 申请人情况 自然人').click();
    const before = await form.locator('td:focus .value').innerText();
    for (const figure of ['31', '32', '33']) {
      await keyboard.type(figure);
      await keyboard.press('Tab');
      await form.locator('td .value').filter({ hasText: new RegExp(`^${figure}$`, 'u') }).waitFor();
    }
    for (const figure of ['33', '32', '31']) {
      await keyboard.press('Control+KeyZ');
      await form.locator('td .value').filter({ hasText: new RegExp(`^${figure}$`, 'u') }).waitFor({ state: 'detached' });
    }
    for (const figure of ['31', '32', '33']) {
      await keyboard.press('Control+KeyY');
      await form.locator('td .value').filter({ hasText: new RegExp(`^${figure}$`, 'u') }).waitFor();
    }
    for (const figure of ['33', '32', '31']) {
      await keyboard.press('Control+KeyZ');
      await form.locator('td .value').filter({ hasText: new RegExp(`^${figure}$`, 'u') }).waitFor({ state: 'detached' });
    }
    await keyboard.press('Home');
    assert.equal(await form.locator('td:focus .value').innerText(), before);
    await textLine(row);
  });

  it('leaves the text alone when Escape ends the typing', async () => {
    const { keyboard } = workbench.page;
    await cell(total).click();
    await keyboard.press('F2');
    await keyboard.type('99');
    await keyboard.press('Escape');
    assert.equal(await cell(total).locator('.value').innerText(), '12');
  });

  it('says why something that is no number is not written', async () => {
    const { keyboard } = workbench.page;
    await cell(total).click();
    await keyboard.press('Enter');
    await keyboard.type('若干');
    await keyboard.press('Enter');
    await form.locator('.inspector [role=alert]').filter({ hasText: '若干' }).waitFor();
    await textLine('| （七）总计 |  | 12 |');
    // It stays where it was typed, to be mended there.
    const entry = cell(total).locator('input[aria-invalid=true]');
    await entry.waitFor();
    assert.equal(await entry.inputValue(), '若干');
    await photograph(workbench, 'preview-refused');
    await keyboard.press('Escape');
    assert.equal(await cell(total).locator('.value').innerText(), '12');
  });

  it('has put into the text all that was typed fast, before a command looks at it', async () => {
    const { page } = workbench;
    await cell('规章 本年制发件数').click();
    for (let typed = 1; typed <= 12; typed++) {
      await page.keyboard.type(String(typed));
      await page.keyboard.press(typed % 2 === 0 ? 'Shift+Tab' : 'Tab');
    }
    // From the first cell to the last of the table, which is blank.
    for (let typed = 1; typed <= 10; typed++) {
      await page.keyboard.type(String(typed));
      await page.keyboard.press('Tab');
    }
    await runCommand(workbench, '空白单元格填0…');
    await page.locator('.notification-list-item-message').filter({ hasText: '没有可以填0的空白单元格' }).waitFor();
    await runCommand(workbench, 'Notifications: Clear All Notifications');
    await focusText(workbench);
    await revert(workbench);
  });

  it('stays at the last cell when a command follows fast, over a cell that was typed in twice too', async () => {
    const { page } = workbench;
    await cell('规章 本年制发件数').click();
    for (const [typed, key] of [['111', 'Tab'], ['222', 'Shift+Tab'], ['333', 'Tab'], ['444', 'Tab'], ['555', 'F1']] as const) {
      await page.keyboard.type(typed);
      await page.keyboard.press(key);
    }
    await page.locator('.quick-input-widget').waitFor();
    await textLine('| 规章 | 333 | 444 | 555 |');
    await form.locator('td.figure .value').filter({ hasText: /^555$/u }).waitFor();
    // What the text has still to say of its caret comes within this time.
    await page.waitForTimeout(1000);
    await page.keyboard.press('Escape');
    assert.match(await form.locator('td.selected').getAttribute('aria-label') ?? '', /^规章 现行有效件数/u);
    await focusText(workbench);
    await revert(workbench);
  });

  it('writes the number that stood there before, typed right behind another', async () => {
    const { keyboard } = workbench.page;
    await cell(total).click();
    await keyboard.type('13');
    await keyboard.press('Tab');
    await keyboard.press('Shift+Tab');
    await keyboard.type('12');
    await keyboard.press('Tab');
    await keyboard.type('3');
    await keyboard.press('Tab');
    await textLine('| （七）总计 |  | 12 | 3 |');
    await focusText(workbench);
    await revert(workbench);
    await form.locator(`td[aria-label^="${total}"].error`).waitFor();
  });

  it('takes a block pasted from a spreadsheet, in one step', async () => {
    const { page } = workbench;
    await copy(page, copiedFrom('block'));
    await cell('一、本年新收政府信息公开申请数量 申请人情况 自然人').click();
    await page.keyboard.press('Control+KeyV');
    await textLine('| 1101 | 102 | 0 |');
    await textLine('| 201 |  | 0 |');
    await undo('| 14 | 2 | 0 |', '| 1 | 0 | 0 |');
  });

  it('takes rows pasted from a web page, and leaves their merged labels out', async () => {
    const { page } = workbench;
    await copy(page, copiedFrom('rows'));
    await cell('三、本年度办理结果 （一）予以公开 申请人情况 自然人').click();
    await page.keyboard.press('Control+KeyV');
    await textLine('（一）予以公开 |  | 31 | 12 | 0 | 0 | 0 | 0 | 43 |');
    await textLine('2.其他法律行政法规禁止公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |');
    await form.locator('.inspector .message').filter({ hasText: '已将7个数字写入正文' }).waitFor();
    await photograph(workbench, 'preview-pasted');
    await undo('（一）予以公开 |  | 5 | 1 |');
  });

  it('marks the cell in which the caret of the text stands, and follows what is typed there', async () => {
    const { page } = workbench;
    const line = lineOf('| 行政许可 |');
    await goTo(workbench, line, 10);
    await form.locator('td.selected[aria-label^="行政许可"]').waitFor();
    await page.keyboard.type('7');
    await form.locator('td[aria-label^="行政许可"]').filter({ hasText: '7' }).waitFor();
    await page.keyboard.press('Control+KeyZ');
    await form.locator('td[aria-label^="行政许可"]').filter({ hasNotText: '7' }).waitFor();
  });

  it('follows the theme', async () => {
    const light = await form.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    await switchTheme(workbench, 'dark');
    await form.locator('body.vscode-dark').waitFor();
    await cell(total).click();
    await photograph(workbench, 'preview-dark');
    assert.notEqual(await form.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor), light);
  });

  it('is printed from a page of its own: black on white, and nothing beyond the paper', async () => {
    const { page, folder } = workbench;
    await form.getByRole('button', { name: '打印' }).click();
    const dialog = page.locator('.quick-input-widget').filter({ hasText: '另存表样以供打印' });
    await dialog.waitFor();
    // The name comes when the folder has been read.
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.quick-input-widget input[type=text]')?.value.endsWith('.html'));
    await dialog.locator('input[type=text]').press('Enter');
    await page.locator('.notification-list-item').filter({ hasText: '用浏览器打开后打印' }).waitFor();
    const paper = await page.context().browser()!.newPage();
    // The width between the margins of A4, in pixels.
    await paper.setViewportSize({ width: 688, height: 1000 });
    await paper.emulateMedia({ media: 'print' });
    await paper.goto(pathToFileURL(join(folder, sample.replace('.md', '（表样）.html'))).href);
    await paper.screenshot({ path: join(screenshots, 'preview-printed.png'), fullPage: true });
    assert.equal(await paper.locator('table').count(), 3);
    const drawn = await paper.evaluate(() => [...document.querySelectorAll('body, h1, th, td, td .difference, .findings *')].map((one) => ({
      text: one.textContent, isCut: one.getBoundingClientRect().right > innerWidth || one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0,
      ink: getComputedStyle(one).color,
    })));
    await paper.close();
    assert.deepEqual(drawn.filter(({ isCut }) => isCut), []);
    assert.deepEqual([...new Set(drawn.map(({ ink }) => ink))], ['rgb(0, 0, 0)']);
  });

  it('keeps heads, names of rows and titles in view where it is narrow, and what is selected beside them', async () => {
    const body = await form.locator('body').elementHandle();
    const frame = await body!.ownerFrame();
    const width = await frame!.evaluate(() => innerWidth);
    await workbench.page.setViewportSize({ width: 800, height: 900 });
    await frame!.waitForFunction((before) => innerWidth < before, width);
    const left = '三、本年度办理结果 （五）不予处理 2.重复申请 申请人情况 自然人';
    await cell(left.replace('自然人', '总计')).click();
    await photograph(workbench, 'preview-narrow');
    const main = form.locator('main');
    assert.ok(await main.evaluate((one) => one.scrollLeft > 0 && one.scrollTop > 0));
    assert.equal(await form.locator('body').evaluate((one) => one.scrollWidth > innerWidth), false);
    const frameOf = (of: Locator): Promise<DOMRect> => of.evaluate((one) => one.getBoundingClientRect());
    const sheet = await frameOf(main);
    const head = await frameOf(form.locator('.grid-requests thead'));
    assert.ok(Math.abs(head.top - sheet.top) <= 1);
    const name = await frameOf(form.locator('.grid-requests th.label').filter({ hasText: /^2\.重复申请$/u }));
    assert.ok(Math.abs(name.left - sheet.left) <= 1);
    for (const beside of [form.locator('h1'), form.locator('[data-table=requests] .caption'), form.locator('[data-table=requests] .findings')]) {
      assert.ok(Math.abs((await frameOf(beside)).left - sheet.left - 10) <= 11);
    }
    const corner = await frameOf(form.locator('.grid-requests th.corner'));
    const words = await frameOf(form.locator('.grid-requests th.header .words').filter({ hasText: '申请人情况' }));
    assert.ok(words.left >= corner.right - 1, JSON.stringify([words, corner]));
    await workbench.page.keyboard.press('Home');
    const first = await frameOf(cell(left));
    assert.ok(first.left >= name.right - 1 && first.top >= head.bottom, JSON.stringify([first, name, head]));
  });

  it('has a table of few columns within the view where others are wider', async () => {
    await workbench.page.setViewportSize({ width: 1000, height: 900 });
    const main = form.locator('main');
    await main.evaluate((one) => one.scrollTo(0, 0));
    await form.locator('body').evaluate(() => new Promise((resolve) => {
      setTimeout(resolve, 500);
    }));
    assert.ok(await main.evaluate((one) => one.scrollWidth > one.clientWidth), 'others are wider');
    const small = await form.locator('[data-table=proactive]').evaluate((one) => one.getBoundingClientRect());
    const sheet = await main.evaluate((one) => one.getBoundingClientRect());
    assert.ok(small.left >= sheet.left && small.right <= sheet.right, JSON.stringify([small, sheet]));
  });

  it('compares with last year\'s report as soon as that lies in the folder, opened or not', async () => {
    const compares = form.getByText('与2024年对比');
    assert.equal(await compares.count(), 0);
    const text = readFileSync(join(workbench.folder, sample), 'utf8').replaceAll('2025', '2024');
    writeFileSync(join(workbench.folder, '青禾县水务局2024年政府信息公开工作年度报告.md'), text);
    await compares.waitFor();
    rmSync(join(workbench.folder, '青禾县水务局2024年政府信息公开工作年度报告.md'));
    await compares.waitFor({ state: 'hidden' });
  });
});
