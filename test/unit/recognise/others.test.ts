import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { officialForms } from '../../../server/src/official-forms.ts';
import catalogue from '../../../server/src/rules/catalogue.json' with { type: 'json' };
import { looksLikeReport } from '../../../server/src/lsp/protocol.ts';
import { createReportService } from '../../../server/src/service.ts';
import { root } from '../../architecture/sources.ts';
import { extensions, readTexts, type OtherText } from '../../support/others.ts';
import { call } from '../cli/call.ts';

const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

const others = readTexts('others');
const begun = readTexts('begun');
const halfTyped = readTexts('half-typed');

describe(`texts that are no reports (${others.length})`, () => {
  it('are at least 100 of their own kinds', () => {
    assert.ok(others.length >= 100);
    assert.equal(new Set(others.map(({ text }) => text)).size, others.length);
  });

  for (const { name, language, text } of others) {
    it(`${name}: nobody takes it for one`, () => {
      const document = service.open('test:///other', language, 1, text);
      assert.equal(looksLikeReport(text), false, 'the editor');
      assert.equal(service.isReport(document), false, 'the engine');
      assert.deepEqual(service.diagnostics(document), []);
      assert.deepEqual(service.completions(document, { line: 0, character: 0 }), []);
    });
  }
});

describe(`the project's own pages (${ownPages().length})`, () => {
  for (const path of ownPages()) {
    it(`${path} is no report`, () => {
      const text = readFileSync(join(root, path), 'utf8');
      assert.equal(looksLikeReport(text), false);
      assert.equal(service.isReport(service.open('test:///page', 'markdown', 1, text)), false);
    });
  }
});

describe(`reports that are begun (${begun.length})`, () => {
  for (const { name, language, text } of begun) {
    it(`${name}: the editor offers the form, and finds nothing else`, () => {
      const document = service.open('test:///begun', language, 1, text);
      assert.equal(looksLikeReport(text), true);
      assert.equal(service.isBegun(document), true);
      assert.deepEqual(service.diagnostics(document).map(({ code, severity }) => `${severity} ${code}`), ['hint report-begun']);
    });

    it(`${name}: what the fix writes makes it a report`, () => {
      const document = service.open('test:///begun', language, 1, text);
      const [finding] = service.diagnostics(document);
      const [fix] = finding?.fixes ?? [];
      service.edit(document, (fix?.edits ?? []).map(({ range, newText }) => ({ range, text: newText })), 2);
      assert.equal(service.isBegun(document), false);
      assert.ok(document.text.startsWith(language === 'html' ? text.slice(0, text.indexOf('</body>')) : text.trimEnd()), 'what is there stays where it is');
      const [state] = service.states(document);
      assert.deepEqual(state?.sections.map(({ range, tables }) => [range !== undefined, tables.length]), [[true, 0], [true, 1], [true, 1], [true, 1], [true, 0], [true, 0]]);
      const wrong = service.diagnostics(document).map(({ code }) => code).filter((code) => !expected.has(code));
      assert.deepEqual(wrong, []);
    });
  }
});

/** What may be found of a form that is not filled in, or of its title. */
const expected: ReadonlySet<string> = new Set(['blank-cell', 'empty-section', 'report-title', 'unsupported-year', 'section-numbering', 'duplicate-section', 'leftover']);

describe(`reports that are being typed (${halfTyped.length})`, () => {
  for (const { name, language, text } of halfTyped) {
    it(`${name}: is a report`, () => {
      const document = service.open('test:///half', language, 1, text);
      assert.equal(looksLikeReport(text), true);
      assert.equal(service.isReport(document), true);
      assert.equal(service.isBegun(document), false);
    });
  }
});

describe(`the command line on texts that are no reports, or only begun (${others.length + begun.length})`, () => {
  const texts = [...others, ...begun];
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'others-'));
    texts.forEach((text, at) => writeFileSync(join(folder, fileOf(text, at)), text.text));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('skips them in a folder', async () => {
    const { out } = await call(folder, ['check', '--format', 'json', '.']);
    const { files, summary } = JSON.parse(out) as { files: unknown[]; summary: { skipped: number } };
    assert.deepEqual(files, []);
    assert.equal(summary.skipped, texts.length);
  });

  it('says of each that is named that it is no report, and nothing else', async () => {
    const { out } = await call(folder, ['check', '--format', 'json', ...readdirSync(folder)]);
    const { files } = JSON.parse(out) as { files: { path: string; reports: unknown[]; diagnostics: { code: string }[] }[] };
    assert.equal(files.length, texts.length);
    assert.deepEqual(files.filter(({ reports, diagnostics }) => reports.length > 0 || diagnostics.map(({ code }) => code).join() !== 'not-a-report'), []);
  });

  for (const options of [[], ['--all'], ...Object.keys(catalogue).map((code) => ['--code', code])]) {
    it(`leaves every byte as it is: fix ${options.join(' ')}`, async () => {
      await call(folder, ['fix', ...options, '.', ...readdirSync(folder).slice(0, 3)]);
      texts.forEach((text, at) => assert.equal(readFileSync(join(folder, fileOf(text, at)), 'utf8'), text.text, text.name));
    });
  }
});

// Traditional characters are no GB 2312, by which GB18030 is told from other encodings.
const simplified = halfTyped.filter(({ name }) => !name.includes('传统字'));

describe(`reports in the encodings and with the line ends of the field (${simplified.length} × 5)`, () => {
  const forms: Readonly<Record<string, (text: string) => Uint8Array>> = {
    'GB18030': (text) => iconv.encode(text, 'gb18030'),
    'UTF-16 with BOM': (text) => iconv.encode(text, 'utf16', { addBOM: true }),
    'UTF-8 with BOM': (text) => Buffer.from(`\uFEFF${text}`),
    'CRLF': (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
    'CR': (text) => Buffer.from(text.replaceAll('\n', '\r')),
  };
  for (const [name, write] of Object.entries(forms)) {
    it(`${name}: are found in a folder`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'encoded-'));
      simplified.forEach((text, at) => writeFileSync(join(folder, fileOf(text, at)), write(text.text)));
      const { out } = await call(folder, ['check', '--format', 'json', '.']);
      const { files } = JSON.parse(out) as { files: { path: string }[] };
      assert.deepEqual(files.map(({ path }) => path).sort(), simplified.map(fileOf).sort());
      rmSync(folder, { recursive: true });
    });
  }
});

describe('a title of every known alteration', () => {
  const altered = officialForms.flatMap(({ data }) => data.sections).flatMap(({ id, numeral, title, aliases, alterations }) =>
    [title, ...aliases, ...alterations].map((words) => ({ id, line: `${numeral}、${words}` })));
  for (const { id, line } of altered) {
    it(`${line} makes a report below its name`, () => {
      const text = `漪澜市粮食局2022年政府信息公开工作年度报告\n\n${line}\n`;
      const document = service.open('test:///altered', 'plaintext', 1, text);
      assert.equal(looksLikeReport(text), true);
      assert.equal(service.isBegun(document), false);
      assert.deepEqual(service.states(document)[0]?.sections.filter(({ range }) => range).map((section) => section.id), [id]);
    });
  }
});

function fileOf({ language }: OtherText, at: number): string {
  return `${String(at).padStart(3, '0')}${extensions[language]}`;
}

function ownPages(): string[] {
  const rules = readdirSync(join(root, 'docs/rules')).map((name) => `docs/rules/${name}`);
  return ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/editors.md', 'docs/performance.md', ...rules];
}
