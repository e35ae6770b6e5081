/**
 * `npm run screenshots`: makes the pictures for README.md, from the embedded VS Code with the extension as it
 * was built and the sample with mistakes open, each in the light and the dark theme, as docs/images/NAME-THEME.png.
 */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openLightBulb } from '../test/page/action-list.ts';
import { goTo } from '../test/page/quick-input.ts';
import { identityLenses, openHover, squiggles } from '../test/page/text.ts';
import { checkFolder, closeSideBar, openForm, openOutline, openWalkthrough, switchTheme } from '../test/page/views.ts';
import { openWorkbench, photograph, type Workbench } from '../test/page/workbench.ts';
import { root } from './host/paths.mjs';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';
const images = join(root, 'docs/images');
const themes = ['light', 'dark'] as const;

/** Above this a picture is too heavy for a page that is read before anything else. */
const largest = 200_000;

interface Picture {
  readonly name: string;
  /** Of the window, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether it shows what goes when the pointer moves. */
  readonly followsPointer?: boolean;
  /** Whether it opens an editor of its own, to be closed again. */
  readonly opens?: boolean;
  /** Brings the workbench, with the text alone in it, to what the picture shows. */
  arrange(workbench: Workbench): Promise<unknown>;
}

/** The wrong total: 12 where the results add up to 13. */
const wrongTotal = '| （七）总计 |  | ';

const pictures: readonly Picture[] = [
  {
    name: 'light-bulb', width: 1000, height: 560,
    async arrange(workbench) {
      const [line, column] = placeOf(workbench, wrongTotal);
      await goTo(workbench, line, column);
      await squiggles(workbench);
      await openLightBulb(workbench, line, column);
    },
  },
  {
    name: 'hover', width: 1100, height: 600, followsPointer: true,
    async arrange(workbench) {
      await openOutline(workbench, '总体情况');
      const files = workbench.page.locator('.part.sidebar .pane-header').first();
      if (await files.getAttribute('aria-expanded') === 'true') await files.click();
      await goToText(workbench, wrongTotal + '12 | 2 | 0 | 0 | 0 | 0 | ');
      await openHover(workbench, '（七）总计');
    },
  },
  {
    name: 'identities', width: 1000, height: 560,
    async arrange(workbench) {
      await goToText(workbench, '## 三、');
      await identityLenses(workbench);
    },
  },
  {
    name: 'preview', width: 1200, height: 640, opens: true,
    async arrange(workbench) {
      await goToText(workbench, wrongTotal);
      const form = await openForm(workbench);
      await widenSecondEditor(workbench, 150);
      await form.locator('td.error').last().click();
      await form.locator('td.operand-broken').first().waitFor();
    },
  },
  {
    name: 'folder', width: 1000, height: 560,
    async arrange(workbench) {
      await goToText(workbench, '## 三、');
      await checkFolder(workbench);
    },
  },
  { name: 'walkthrough', width: 1200, height: 760, opens: true, arrange: openWalkthrough },
];

/** Line and column, both counted from 1, behind the first place in the sample where this stands. */
function placeOf(workbench: Workbench, text: string): [line: number, column: number] {
  const lines = readFileSync(join(workbench.folder, sample), 'utf8').split('\n');
  const index = lines.findIndex((line) => line.includes(text));
  if (index === -1) throw new Error(`The sample does not hold “${text}”.`);
  return [index + 1, lines[index]!.indexOf(text) + text.length + 1];
}

function goToText(workbench: Workbench, text: string): Promise<void> {
  return goTo(workbench, ...placeOf(workbench, text));
}

/** Drags the border between the two editors to the left. */
async function widenSecondEditor({ page }: Workbench, pixels: number): Promise<void> {
  const second = await page.locator('.editor-group-container').nth(1).boundingBox();
  if (!second) throw new Error('No second editor is open.');
  const y = second.y + second.height / 2;
  await page.mouse.move(second.x, y);
  await page.mouse.down();
  await page.mouse.move(second.x - pixels, y, { steps: 5 });
  await page.mouse.up();
}

/** Puts the pointer where nothing has a tooltip, and waits until none is shown. */
async function restPointer({ page }: Workbench, { width, height }: Picture): Promise<void> {
  await page.mouse.move(width * 0.52, height - 4);
  await page.locator('.workbench-hover').first().waitFor({ state: 'hidden' });
}

/**
 * Takes one picture, writes it and leaves the text alone in the window.
 * @throws when it is too heavy
 */
async function take(workbench: Workbench, picture: Picture, theme: string): Promise<void> {
  const { page } = workbench;
  const file = `docs/images/${picture.name}-${theme}.png`;
  await page.setViewportSize(picture);
  await restPointer(workbench, picture);
  await picture.arrange(workbench);
  if (!picture.followsPointer) await restPointer(workbench, picture);
  const bar = await page.locator('.part.titlebar').boundingBox();
  const y = bar?.height ?? 0;
  const clip = { x: 0, y, width: picture.width, height: picture.height - y };
  await page.screenshot({ path: join(root, file), clip, animations: 'disabled' });
  await page.keyboard.press('Escape');
  if (picture.opens) await page.locator('.tabs-container .tab').last().click({ button: 'middle' });
  await closeSideBar(workbench);
  const { size } = statSync(join(root, file));
  console.log(`${file} ${Math.round(size / 1000)} kB`);
  if (size > largest) process.exitCode = 1;
}

async function takeAll(): Promise<void> {
  mkdirSync(images, { recursive: true });
  const workbench = await openWorkbench(sample);
  try {
    await closeSideBar(workbench);
    for (const theme of themes) {
      if (theme === 'dark') await switchTheme(workbench, theme);
      for (const picture of pictures) await take(workbench, picture, theme);
    }
  } catch (error) {
    await photograph(workbench, 'failed');
    throw error;
  } finally {
    await workbench.close();
  }
}

takeAll().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
