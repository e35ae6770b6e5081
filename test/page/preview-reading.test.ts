import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { chooseCommand } from './quick-input.ts';
import { openForm } from './views.ts';
import { openWorkbench, photograph, type Workbench } from './workbench.ts';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';
const total = '三、本年度办理结果 （七）总计 申请人情况 自然人';

describe('the form preview read aloud and by keys alone', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let form: FrameLocator;

  before(async () => {
    workbench = await openWorkbench(sample);
    form = await openForm(workbench);
  });

  after(() => workbench?.close());

  async function focused(): Promise<string> {
    return await form.locator(':focus').first().getAttribute('aria-label') ?? await form.locator(':focus').first().innerText();
  }

  it('names its tables, headers and cells for who hears them', async () => {
    const spoken = await form.locator('.grid-requests').ariaSnapshot();
    assert.match(spoken, /^- grid "三、收到和处理政府信息公开申请情况":/u);
    for (const part of [
      '- columnheader "法人或其他组织"', '- columnheader "社会公益组织"', '- rowheader "三、本年度办理结果"', '- rowheader "（三）不予公开"',
      '- gridcell "三、本年度办理结果 （三）不予公开 3.危及“三安全一稳定” 申请人情况 法人或其他组织 社会公益组织；0"',
      `- gridcell "${total}；12；“（七）总计”行“自然人”列填12，各分项合计13（5＋2＋1＋3＋1＋1）。" [invalid]`,
    ]) {
      assert.ok(spoken.includes(part), `${part}\n${spoken}`);
    }
    const notices = await form.locator('body').ariaSnapshot();
    assert.match(notices, /- heading "青禾县水务局2025年政府信息公开工作年度报告" \[level=1\]/u);
    assert.match(notices, /- list "问题":/u);
  });

  it('ties each figure to the merged headers that it stands under and beside', async () => {
    const cell = form.locator('td[aria-label^="三、本年度办理结果 （三）不予公开 2."][aria-label*="科研机构"]');
    const headers = await cell.evaluate((td: HTMLTableCellElement) => td.headers.split(' ').map((id) => {
      const header = document.getElementById(id) as HTMLTableCellElement;
      return `${header.textContent} (${header.scope})`;
    }));
    assert.deepEqual(headers, [
      '申请人情况 (colgroup)', '法人或其他组织 (colgroup)', '科研机构 (col)', '三、本年度办理结果 (rowgroup)', '（三）不予公开 (rowgroup)',
      '2.其他法律行政法规禁止公开 (row)',
    ]);
  });

  it('is reached, read, changed and left by keys', async () => {
    const { keyboard } = workbench.page;
    await keyboard.press('Control+Digit2');
    // The form gives the focus that it gets on to a cell.
    await form.locator('td:focus').waitFor();
    assert.match(await focused(), /^规章 本年制发件数；0/u);
    await keyboard.press('Shift+Tab');
    assert.equal(await focused(), '打印…');
    await keyboard.press('Tab');
    assert.match(await focused(), /^规章 本年制发件数；0/u);
    await keyboard.press('Control+End');
    // Behind the last figure come the findings of its table, and then the next table.
    await keyboard.press('Tab');
    assert.match(await focused(), /1,286/u);
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    assert.match(await focused(), /^一、本年新收政府信息公开申请数量 申请人情况 自然人/u);
    await keyboard.press('Control+End');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    assert.match(await focused(), /错误/u);
    await keyboard.press('Enter');
    assert.match(await focused(), new RegExp(`^${total}`, 'u'));
    await photograph(workbench, 'preview-by-keys');
    const described = await form.locator('td:focus').evaluate((cell) => document.getElementById(cell.getAttribute('aria-describedby') ?? '')?.innerText);
    assert.match(described ?? '', /12 ≠ 5 \+ 2 \+ 1 \+ 3 \+ 1 \+ 1；不成立；相差1/u);
    await keyboard.press('Enter');
    await keyboard.type('13');
    await keyboard.press('Enter');
    await form.locator('[role=status]').filter({ hasText: '已写入正文' }).waitFor();
    assert.match(await focused(), /^四、结转下年度继续办理/u);
    await keyboard.press('ArrowUp');
    await keyboard.press('Control+KeyZ');
    await form.locator(`td.error[aria-label^="${total}；12"]`).waitFor();
    // The editor undoes in the text alone, so that has the focus for a moment.
    await workbench.page.waitForFunction(() => document.activeElement?.matches('iframe.webview'));
  });

  it('is there again, with the cell that was selected, when the window is loaded anew', async () => {
    const { page } = workbench;
    const loaded = page.waitForEvent('load');
    // The file that the address names would be opened alone.
    await page.evaluate(() => {
      const address = new URL(location.href);
      const payload = JSON.parse(address.searchParams.get('payload') ?? '[]') as [string, string][];
      address.searchParams.set('payload', JSON.stringify(payload.filter(([name]) => name !== 'openFile')));
      history.replaceState(null, '', address);
    });
    await chooseCommand(workbench, 'Developer: Reload Window');
    await loaded;
    const cell = form.locator(`td.selected[aria-label^="${total}"]`);
    await cell.waitFor();
    await photograph(workbench, 'preview-restored');
    assert.ok(await cell.evaluate((td) => td.getBoundingClientRect().bottom < innerHeight && td.getBoundingClientRect().top > 0));
    await cell.click();
    await page.keyboard.type('13');
    await page.keyboard.press('Enter');
    await form.locator(`td:not(.error)[aria-label^="${total}；13"]`).waitFor();
  });
});
