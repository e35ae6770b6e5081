import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseAction, openLightBulb } from './action-list.ts';
import { goTo } from './quick-input.ts';
import { openHover, squiggleGone, squiggles } from './text.ts';
import { checkFolder, openOutline, switchTheme } from './views.ts';
import { openWorkbench, photograph, statusSays, type Workbench } from './workbench.ts';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';

interface Place {
  /** Both counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** Where a figure stands in the row of totals. */
function inTotals(folder: string, figure: string): Place {
  const lines = readFileSync(join(folder, sample), 'utf8').split('\n');
  const index = lines.findIndex((text) => text.includes('| （七）总计 |'));
  assert.notEqual(index, -1);
  return { line: index + 1, column: lines[index]!.indexOf(`| ${figure} |`) + 3 };
}

describe('the page of the workbench', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  /** Reads 12 where its terms make 13. */
  let wrong: Place;
  /** The total of the whole table, which is right. */
  let right: Place;

  before(async () => {
    workbench = await openWorkbench(sample);
    wrong = inTotals(workbench.folder, '12');
    right = inTotals(workbench.folder, '15');
  });

  after(() => workbench?.close());

  it('draws a squiggle under the wrong total', async () => {
    await goTo(workbench, wrong.line, wrong.column);
    // Lines move while the lenses above tables come in: cursor and squiggles are measured at one time.
    const under = await workbench.page.waitForFunction(() => {
      const cursor = document.querySelector('.monaco-editor .cursor')!.getBoundingClientRect();
      return [...document.querySelectorAll('.monaco-editor .squiggly-error')].map((drawn) => drawn.getBoundingClientRect())
        .filter(({ x, y }) => Math.abs(x - cursor.x) <= 3 && y >= cursor.y - 3 && y <= cursor.bottom + 3).length;
    });
    await photograph(workbench, 'squiggle');
    assert.equal(await under.jsonValue(), 1);
  });

  it('offers the right total in the light bulb', async () => {
    const items = await openLightBulb(workbench, wrong.line, wrong.column);
    const titles = await items.allInnerTexts();
    await photograph(workbench, 'light-bulb');
    await workbench.page.keyboard.press('Escape');
    assert.ok(titles[0]?.includes('13'), titles.join('\n'));
  });

  it('explains the figure in the hover', async () => {
    await goTo(workbench, right.line, right.column);
    const hover = await openHover(workbench, '（七）总计');
    const text = await hover.innerText();
    await photograph(workbench, 'hover');
    await workbench.page.keyboard.press('Escape');
    assert.match(text, /15/);
    assert.match(text, /=/);
  });

  it('shows the sections in the outline', async () => {
    const rows = await openOutline(workbench, '总体情况');
    await photograph(workbench, 'outline');
    const texts = (await rows.allInnerTexts()).join('\n');
    assert.match(texts, /主动公开政府信息情况/);
  });

  it('draws the hover and the outline in the dark theme too', async () => {
    await switchTheme(workbench, 'dark');
    await goTo(workbench, right.line, right.column);
    const hover = await openHover(workbench, '（七）总计');
    const colours = await hover.evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]);
    const [ink, paper] = colours.map((colour) => Number(/\d+/u.exec(colour)?.[0]));
    await photograph(workbench, 'hover-dark');
    await workbench.page.keyboard.press('Escape');
    await switchTheme(workbench, 'light');
    assert.ok(ink! > 128 && paper! < 128, colours.join(' on '));
  });

  it('lists all reports of the folder with their findings', async () => {
    const rows = await checkFolder(workbench);
    await photograph(workbench, 'folder');
    const texts = await rows.allInnerTexts();
    assert.equal(texts.filter((text) => /个错误/u.test(text)).length, 2, texts.join('\n'));
    assert.ok(texts.length > 8);
  });

  it('takes the finding away once the total is corrected', async () => {
    await goTo(workbench, wrong.line, wrong.column);
    const before = await (await squiggles(workbench)).count();
    await openLightBulb(workbench, wrong.line, wrong.column);
    await chooseAction(workbench, '13');
    const row = workbench.page.locator('.monaco-editor .view-line').filter({ hasText: '（七）总计' });
    await row.filter({ hasText: '13' }).first().waitFor();
    await squiggleGone(workbench, before);
    await photograph(workbench, 'corrected');
  });

  it('says that a report is being checked from when it is opened until its findings are known', async () => {
    const { page } = workbench;
    await page.addInitScript(() => {
      const told = [] as string[];
      Object.assign(window, { told });
      new MutationObserver(() => {
        const text = [...document.querySelectorAll('.statusbar-item')].map((item) => item.textContent ?? '').find((words) => words.includes('年报：'));
        if (text !== undefined && told.at(-1) !== text) {
          told.push(text);
        }
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await page.reload();
    await statusSays(workbench, /年报：\d/u);
    const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
    assert.match(told[0] ?? '', /年报：正在检查……/u, told.join('\n'));
    assert.ok(told.every((words) => !words.includes('未发现问题')), told.join('\n'));
  });
});
