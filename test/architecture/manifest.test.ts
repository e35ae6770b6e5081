import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, sourceFiles } from './sources.ts';

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
  readonly enablement?: string;
}

interface MenuItem {
  readonly command?: string;
  readonly when?: string;
}

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
}

interface Setting {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly order?: number;
}

interface ProblemMatcher {
  readonly name: string;
  readonly severity: string;
  readonly pattern: { readonly regexp: string } & Readonly<Record<string, number | string>>;
}

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown }; readonly virtualWorkspaces: unknown };
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly keybindings?: readonly Keybinding[];
    readonly configuration: readonly { readonly title: string; readonly properties: Readonly<Record<string, Setting>> }[];
    readonly problemMatchers: readonly ProblemMatcher[];
    readonly snippets: readonly { readonly path: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly media: { readonly svg: string }; readonly completionEvents: readonly string[] }[];
    }[];
  };
}

function json<Content>(path: string): Content {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Content;
}

const { capabilities, contributes } = json<Manifest>('package.json');
const english = json<Record<string, string>>('package.nls.json');
const chinese = json<Record<string, string>>('package.nls.zh-cn.json');
const own = 'disclosureReport.';

/** Commands that do something wherever one is; all others need a report. */
const everywhere = ['newReport', 'checkFolder', 'openOffice', 'openWalkthrough', 'showLog', 'restartServer', 'showGuide', 'openSettingsFile'].map((name) => own + name);

function keyOf(text: string): string {
  assert.match(text, /^%[\w.]+%$/u);
  return text.slice(1, -1);
}

describe('the commands in the palette', () => {
  for (const { command, title, category, enablement } of contributes.commands) {
    it(`${command} has a name in both languages and a place where it makes sense`, () => {
      const key = keyOf(title);
      assert.match(english[key] ?? '', /^[A-Z]/u);
      assert.match(chinese[key] ?? '', /\p{Script=Han}/u);
      assert.equal(category, '%category%');
      const item = contributes.menus['commandPalette']?.find((one) => one.command === command);
      if (everywhere.includes(command)) {
        assert.equal(item?.when ?? enablement, undefined);
      } else {
        assert.match(item?.when ?? '', /disclosureReport\.|false/u);
        assert.match(enablement ?? 'disclosureReport.', /disclosureReport\./u);
      }
    });
  }

  it('have names of their own', () => {
    for (const messages of [english, chinese]) {
      const names = contributes.commands.map(({ title }) => messages[keyOf(title)]);
      assert.equal(new Set(names).size, names.length);
    }
  });

  it('are all that menus, walkthroughs and keys call of this extension', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const linked = [english, chinese].flatMap((messages) => Object.values(messages).flatMap((text) =>
      [...text.matchAll(/\(command:(disclosureReport\.\w+)/gu)].map((match) => match[1] ?? '')));
    const called = [
      ...Object.values(contributes.menus).flatMap((items) => items.flatMap(({ command }) => command ?? [])),
      ...(contributes.keybindings ?? []).map(({ command }) => command),
      ...steps.flatMap(({ completionEvents }) => completionEvents.flatMap((event) => /^onCommand:(.*)$/u.exec(event)?.[1] ?? [])),
      ...linked,
    ];
    assert.deepEqual(called.filter((command) => command.startsWith(own) && !known.has(command)), []);
  });
});

describe('the keys', () => {
  it('shadow nothing outside reports', () => {
    for (const { key, when } of contributes.keybindings ?? []) {
      assert.match(when ?? '', /disclosureReport\.|editorLangId == disclosure-report/u, key);
    }
  });
});

describe('the settings', () => {
  const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));

  it('stand in groups with titles of their own', () => {
    const titles = contributes.configuration.map(({ title }) => chinese[keyOf(title)]);
    assert.equal(new Set(titles).size, titles.length);
    assert.ok(titles.length > 1 && titles.every((title) => title));
  });

  for (const [name, { description, markdownDescription }] of settings) {
    it(`${name} is described in both languages`, () => {
      assert.ok(name.startsWith(own));
      const key = keyOf(markdownDescription ?? description ?? '');
      assert.ok(english[key]);
      assert.match(chinese[key] ?? '', /\p{Script=Han}/u);
    });
  }
});

describe('the manners', () => {
  it('declare untrusted and virtual workspaces', () => {
    assert.equal(capabilities.untrustedWorkspaces.supported, 'limited');
    assert.equal(capabilities.virtualWorkspaces, true);
  });

  it('show nothing modal', () => {
    const modal = sourceFiles('client/src').filter((path) => /modal\s*:\s*true/u.test(readFileSync(join(root, path), 'utf8')));
    assert.deepEqual(modal, []);
  });

  it('name only files that there are', () => {
    const paths = [
      ...contributes.snippets.map(({ path }) => path),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ];
    assert.deepEqual(paths.filter((path) => !existsSync(join(root, path))), []);
  });

  it('draw the pictures in the colours of the theme', () => {
    for (const { media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const picture = readFileSync(join(root, media.svg), 'utf8');
      assert.match(picture, /var\(--vscode-editor-background\)/u);
      assert.doesNotMatch(picture, /https?:(?!\/\/www\.w3\.org\/2000\/svg")/u);
    }
  });
});

describe('the problem matchers', () => {
  const lines = [
    ['disclosure-report-errors', '年报.md:47:34: 错误: “（七）总计”为 12，各项之和为 13。 [results-total]'],
    ['disclosure-report-errors', 'C:\\年报\\a.md:47:34: error: This total says 12. [results-total]'],
    ['disclosure-report-warnings', '/reports/年报.md:3:1: 警告: 空白。 [blank-cell]'],
    ['disclosure-report-warnings', 'a.md:3:1: warning: Blank. [blank-cell]'],
    ['disclosure-report-remarks', 'a.md:3:1: 建议: 有。 [row-label]'],
    ['disclosure-report-remarks', 'a.md:3:1: 信息: 有。 [row-label]'],
    ['disclosure-report-remarks', 'a.md:3:1: 提示: 有。 [information-fee]'],
    ['disclosure-report-remarks', 'a.md:3:1: 轻微提示: 有。 [information-fee]'],
    ['disclosure-report-remarks', 'a.md:3:1: remark: There. [row-label]'],
    ['disclosure-report-remarks', 'a.md:3:1: information: There. [row-label]'],
    ['disclosure-report-remarks', 'a.md:3:1: hint: There. [information-fee]'],
  ] as const;

  for (const [expected, line] of lines) {
    it(`read ${line}`, () => {
      const matching = contributes.problemMatchers.filter(({ pattern }) => new RegExp(pattern.regexp, 'u').test(line));
      assert.deepEqual(matching.map(({ name }) => name), [expected]);
      const pattern = matching[0]?.pattern;
      const groups = new RegExp(pattern?.regexp ?? '', 'u').exec(line) ?? [];
      assert.match(groups[Number(pattern?.['file'])] ?? '', /\.md$/u);
      assert.match(groups[Number(pattern?.['line'])] ?? '', /^\d+$/u);
      assert.match(groups[Number(pattern?.['code'])] ?? '', /^[a-z-]+$/u);
    });
  }

  it('read no related place and no summary', () => {
    for (const line of ['    47:20 “（一）予以公开”：5', '文件：1，报告：1，跳过：0。错误：1，警告：0，信息：0，提示：0。']) {
      assert.ok(contributes.problemMatchers.every(({ pattern }) => !new RegExp(pattern.regexp, 'u').test(line)), line);
    }
  });
});
