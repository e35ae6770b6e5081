import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import catalogue from '../../server/src/rules/catalogue.json' with { type: 'json' };
import { comparingRules, rules } from '../../server/src/rules/index.ts';
import { parseSettings } from '../../server/src/settings/index.ts';
import { createReportService } from '../../server/src/service.ts';
import type { Diagnostic, ReportDocument } from '../../server/src/service-types.ts';
import { openTogether } from '../support/together.ts';
import { exampleUnder, headingsOf, root, type Example } from './examples.ts';

const folder = join(root, 'docs/rules');
const codes = Object.keys(catalogue);
const service = createReportService();
const languages: Readonly<Record<string, string>> = { markdown: 'markdown', text: 'plaintext' };

function open(example: Example): ReportDocument {
  return service.open('file:///example', languages[example.language] ?? 'plaintext', 1, example.text);
}

/** The text that each finding of the code stands on, with its offset. */
function findings(example: Example, code: string): { start: number; end: number }[] {
  if (example.language === 'json') {
    const offset = offsets(example.text);
    return parseSettings(example.text).problems.filter((problem) => problem.code === code)
      .map(({ range }) => ({ start: offset(range.start), end: offset(range.end) }));
  }
  const offset = offsets(example.text);
  return diagnostics(example).filter((found) => found.code === code)
    .map(({ range }) => ({ start: offset(range.start), end: offset(range.end) }));
}

/** What is found in an example, beside the other reports of the page if there are such. */
function diagnostics({ language, text, beside, settings }: Example): readonly Diagnostic[] {
  const texts = [{ language, text }, ...beside].map((one, at) =>
    ({ uri: `file:///example-${at}`, language: languages[one.language] ?? 'plaintext', text: one.text }));
  return openTogether(texts, parseSettings(settings).settings).diagnostics('file:///example-0');
}

function offsets(text: string): (position: { line: number; character: number }) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return ({ line, character }) => (starts[line] ?? text.length) + character;
}

function shown(example: Example, places: readonly { start: number; end: number }[]): string[] {
  return places.map(({ start, end }) => `${start}: ${example.text.slice(start, end)}`);
}

describe('the rules\' pages', () => {
  it('are one a code, and no more', () => {
    const pages = readdirSync(folder).filter((name) => name !== 'README.md').map((name) => name.replace(/\.md$/u, ''));
    assert.deepEqual(pages.sort(), [...codes].sort());
  });

  for (const code of codes) {
    const page = readFileSync(join(folder, `${code}.md`), 'utf8');

    describe(code, () => {
      it('has its parts in order', () => {
        assert.deepEqual(headingsOf(page), ['为什么', '错误示例', '正确示例', '设置与屏蔽', 'In English']);
      });

      if (code === 'not-a-report') {
        it('tells a report from another text', () => {
          assert.equal(service.isReport(open(exampleUnder(page, '错误示例'))), false);
          assert.equal(service.isReport(open(exampleUnder(page, '正确示例'))), true);
        });
        return;
      }

      it('finds the mistake of its invalid example, once, where it is marked', () => {
        const example = exampleUnder(page, '错误示例');
        const found = findings(example, code);
        if (example.marks.length === 0) {
          assert.equal(found.length, 1);
        } else {
          assert.deepEqual(shown(example, found), shown(example, example.marks));
        }
      });

      it('finds nothing of the kind in its valid example', () => {
        const example = exampleUnder(page, '正确示例');
        assert.deepEqual(shown(example, findings(example, code)), []);
      });

      it('names the severity that the finding has', () => {
        const example = exampleUnder(page, '错误示例');
        const found = example.language === 'json' ? [] : diagnostics(example).filter((one) => one.code === code);
        for (const { severity } of found) {
          assert.equal(severity, catalogue[code as keyof typeof catalogue].severity);
        }
      });
    });
  }
});

describe('the report that the pages\' excerpts are put into', () => {
  it('has no mistake', () => {
    const text = readFileSync(join(root, 'test/fixtures/base-2021.md'), 'utf8');
    const found = service.diagnostics(service.open('file:///base.md', 'markdown', 1, text));
    assert.deepEqual(found.map(({ code, message }) => `${code}: ${message}`), []);
  });
});

describe('the catalogue of codes', () => {
  for (const { code, severity, aboutForm } of [...rules, ...comparingRules.filter(({ code }) => !rules.some((rule) => rule.code === code))]) {
    it(`agrees with the rule ${code}`, () => {
      const page = readFileSync(join(folder, `${code}.md`), 'utf8');
      assert.equal(catalogue[code as keyof typeof catalogue]?.severity, severity);
      assert.equal(/^form: true$/mu.test(page), aboutForm);
    });
  }
});
