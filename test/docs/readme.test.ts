import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import catalogue from '../../server/src/rules/catalogue.json' with { type: 'json' };
import { createReportService } from '../../server/src/service.ts';
import type { Range } from '../../server/src/service-types.ts';
import { root } from './examples.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const mistaken = 'samples/青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';

function textAt(text: string, { start, end }: Range): string {
  return text.split('\n')[start.line]?.slice(start.character, end.character).trim() ?? '';
}

describe('the README', () => {
  it('walks through the findings of the sample, in their order', () => {
    const walk = [...readme.matchAll(/^\| (?:`(?<text>[^`]+)`|（空白）) \| \[`(?<code>[a-z-]+)`\]/gmu)]
      .map((row) => `${row.groups?.['code']} ${row.groups?.['text'] ?? ''}`);
    const text = readFileSync(join(root, mistaken), 'utf8');
    const service = createReportService();
    const found = service.diagnostics(service.open('file:///sample.md', 'markdown', 1, text));
    assert.deepEqual(walk, found.map(({ code, range }) => `${code} ${textAt(text, range)}`));
    assert.ok(readme.includes(mistaken));
  });
});

describe('the project\'s documents', () => {
  const service = createReportService();
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
    contributes: { configuration: { properties: object } | { properties: object }[] };
  };

  for (const name of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/editors.md', 'docs/rules/README.md', 'docs/ci.md', 'docs/library.md', 'docs/publishing.md', 'docs/reliability.md', 'docs/many-reports.md', 'SECURITY.md']) {
    const text = readFileSync(join(root, name), 'utf8');

    it(`${name} is not taken for a report`, () => {
      assert.equal(service.isReport(service.open(`file:///${name}`, 'markdown', 1, text)), false);
    });
    it(`${name} links only to files that exist`, () => {
      const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/gu)].map((match) => match[1] ?? '');
      const folder = join(root, name, '..');
      assert.deepEqual(targets.filter((target) => !existsSync(join(folder, target))), []);
    });
    it(`${name} names only scripts that exist`, () => {
      const scripts = [...text.matchAll(/\bnpm (?:run ([a-z:-]+)|(start|test)\b)/gu)]
        .map((match) => match[1] ?? match[2] ?? '');
      assert.deepEqual(scripts.filter((script) => !(script in manifest.scripts)), []);
    });
    it(`${name} names only files of the project that exist`, () => {
      const paths = [...text.matchAll(/`((?:server|client|test|tools|docs|samples|syntaxes|schemas|l10n)\/[^`*…\s]*)`/gu)]
        .map((match) => match[1] ?? '').filter((path) => !/[<>A-Z]{2}/u.test(path));
      assert.deepEqual(paths.filter((path) => !existsSync(join(root, path))), []);
    });
  }

  it('name every setting of the editor, and no other', () => {
    const settings = Object.assign({}, ...[manifest.contributes.configuration].flat().map((part) => part.properties)) as object;
    const named = new Set(readme.match(/disclosureReport(?:\.[A-Za-z]+)+(?=`)/gu));
    assert.deepEqual(Object.keys(settings).filter((name) => !named.has(name)), []);
    const rows = [...readme.matchAll(/^\| `(disclosureReport\.[A-Za-z.]+)` \|/gmu)].map((row) => row[1] ?? '');
    assert.deepEqual(rows.filter((name) => !(name in settings)), []);
  });

  it('name in the examples of settings only codes that exist', () => {
    const codes = [...readme.matchAll(/"(?:code": )?"?([a-z]+(?:-[a-z]+)+)"/gu)].map((match) => match[1] ?? '')
      .filter((code) => !code.startsWith('disclosure-report'));
    assert.notEqual(codes.length, 0);
    assert.deepEqual(codes.filter((code) => !(code in catalogue)), []);
  });
});
