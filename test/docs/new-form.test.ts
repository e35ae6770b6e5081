import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** What is installed is shared, what is built is not needed. */
const leftOut: ReadonlySet<string> = new Set(['node_modules', 'dist', 'out']);

/** The row of section 三 behind which the new form has another. */
const rowBefore = '\'denied.administrativeInquiry\'';

describe('a new form, entered as CONTRIBUTING says', function () {
  this.timeout(600_000);
  let copy: string;

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'disclosure-report-new-form-'));
    for (const name of readdirSync(root).filter((one) => !one.startsWith('.') && !leftOut.has(one))) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    cpSync(join(root, '.mocharc.json'), join(copy, '.mocharc.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  function change(path: string, ...changes: readonly (readonly [from: string, to: string])[]): void {
    const before = readFileSync(join(copy, path), 'utf8');
    writeFileSync(join(copy, path), changes.reduce((text, [from, to]) => {
      assert.equal(text.split(from).length, 2, `${from} stands once in ${path}`);
      return text.replace(from, to);
    }, before));
  }

  function run(...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    return stdout;
  }

  it('needs its file, a line, the years of the form before it, and what is expected of it: everything else follows', () => {
    const form = readFileSync(join(root, 'test/fixtures/forms/2031.disclosure-form.json'), 'utf8');
    writeFileSync(join(copy, 'server/src/forms/2031.json'), form.replace(/^\s*\/\/.*\n/gmu, '').replace(/"\$schema": "[^"]*"/u, '"$schema": "./form.schema.json"'));
    change('server/src/official-forms.ts',
      ['import { completeForms }', 'import form2031 from \'./forms/2031.json\' with { type: \'json\' };\nimport { completeForms }'],
      ['[form2019, form2021]', '[form2019, form2021, form2031]']);
    change('server/src/forms/2021.json', ['"to": 2026', '"to": 2030']);
    change('test/unit/forms/ids.test.ts',
      ['const proactive: Record', `rows['2031'] = rows['2021']!.flatMap((row) => (row === ${rowBefore} ? [row, 'denied.workSecret'] : [row]));\nconst proactive: Record`],
      ['const review =', 'proactive[\'2031\'] = proactive[\'2021\']!;\nconst review ='],
      ['[2041, \'2021\']', '[2030, \'2021\'], [2031, \'2031\'], [2041, \'2031\']'],
      ['  it(\'are 42 in the form of 2021\'', '  it(\'are 43 in the form of 2031\', () => {\n'
        + '    assert.deepEqual(counts(\'2031\'), { \'balance\': 7, \'results-total\': 7, \'review-total\': 3, \'row-total\': 26 });\n  });\n  it(\'are 42 in the form of 2021\'']);
    assert.match(run('--import', 'tsx', 'tools/generate.ts'), /docs\/forms\/2031\.md/u);
    assert.match(readFileSync(join(copy, 'docs/forms/2031.md'), 'utf8'), /9\.属于工作秘密事项/u);
    assert.match(run('node_modules/mocha/bin/mocha.js', 'test/unit/forms/**/*.test.ts', 'test/unit/rules/suites.test.ts', 'test/docs/rules.test.ts'), /\d passing/u);
  });

  it('is read, and checked, by its own rows and titles', () => {
    writeFileSync(join(copy, 'new-form.mts'), [
      'import { createReportService } from \'./server/src/service.ts\';',
      'const service = createReportService();',
      'const { text } = service.newReport({ organ: \'青禾县水务局\', year: 2031 });',
      'const document = service.open(\'file:///r.md\', \'markdown\', 1, text);',
      'console.log(JSON.stringify([service.extract(document)[0].form, text.includes(\'9.属于工作秘密事项\'), text.includes(\'五、存在的不足和改进打算\')]));',
    ].join('\n'));
    assert.deepEqual(JSON.parse(run('--import', 'tsx', 'new-form.mts')), ['2031', true, true]);
  });
});
