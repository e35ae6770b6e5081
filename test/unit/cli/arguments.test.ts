import assert from 'node:assert/strict';
import { parseArguments, UsageError } from '../../../server/src/cli/arguments.ts';
import { localeNamed, localeOf, localeOfEnvironment } from '../../../server/src/cli/locale.ts';

const codes = new Set(['balance', 'blank-cell', 'row-total']);
const parse = (line: string) => parseArguments(line === '' ? [] : line.split(' '), codes);
const nothing = { config: undefined, encoding: undefined, locale: undefined };

describe('the arguments of the command line', () => {
  it('of check', () => {
    assert.deepEqual(parse('check a.md -'), { ...nothing, name: 'check', format: 'text', paths: ['a.md', '-'] });
    assert.deepEqual(parse('check --format=sarif x --locale en --config c.json --encoding GBK'), {
      name: 'check', format: 'sarif', paths: ['x'], locale: 'en', config: 'c.json', encoding: 'gb18030',
    });
  });

  it('of fix: several codes after one option, as long as they are codes', () => {
    assert.deepEqual(parse('fix --code balance row-total a.md --all --dry-run'), {
      ...nothing, name: 'fix', paths: ['a.md'], codes: new Set(['balance', 'row-total']), all: true, dryRun: true,
    });
    assert.deepEqual(parse('fix --code=balance,row-total --code blank-cell a.md'), {
      ...nothing, name: 'fix', paths: ['a.md'], codes: new Set(['balance', 'row-total', 'blank-cell']), all: false, dryRun: false,
    });
  });

  it('of extract, of the language server, and for help', () => {
    assert.deepEqual(parse('extract --format csv a'), { ...nothing, name: 'extract', format: 'csv', paths: ['a'] });
    assert.deepEqual(parse('lsp --stdio'), { name: 'lsp' });
    assert.deepEqual(parse('lsp --stdio --clientProcessId=12'), { name: 'lsp' });
    assert.deepEqual(parse('--version'), { name: 'version' });
    for (const help of ['', '--help', '-h', 'help', 'check -h', 'fix a.md --help']) {
      assert.deepEqual(parse(help), { name: 'help' });
    }
  });

  it('end their options at --', () => {
    assert.deepEqual(parse('check -- --format.md -h'), { ...nothing, name: 'check', format: 'text', paths: ['--format.md', '-h'] });
  });

  for (const [line, named] of [
    ['chek a.md', /chek/u], ['--format json a.md', /check, fix, extract, lsp/u], ['check', /check/u], ['check --fix a.md', /--fix/u],
    ['check -x a.md', /-x/u], ['check --format xml a.md', /xml/u], ['extract --format sarif a.md', /sarif/u],
    ['check a.md --format', /--format/u], ['check --config --format json', /--config/u], ['check --encoding latin1 a.md', /latin1/u],
    ['check --locale fr a.md', /fr/u], ['fix --code balanse a.md', /balanse/u], ['fix --all=yes a.md', /--all/u],
    ['check ', /empty/u], ['fix a.md ', /empty/u], ['lsp', /lsp --stdio/u], ['toString a.md', /toString/u], ['check --constructor a.md', /--constructor/u],
  ] as const) {
    it(`are wrong in: ${line}`, () => {
      assert.throws(() => parse(line), (error) => error instanceof UsageError && named.test(error.message));
    });
  }
});

describe('the locale of the command line', () => {
  it('comes from the first variable that is set, and is Chinese else', () => {
    assert.equal(localeOfEnvironment({}), 'zh-cn');
    assert.equal(localeOfEnvironment({ LANG: 'en_US.UTF-8' }), 'en');
    assert.equal(localeOfEnvironment({ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }), 'zh-cn');
    assert.equal(localeOfEnvironment({ LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'zh_CN' }), 'en');
    assert.equal(localeOfEnvironment({ LANGUAGE: 'en:zh' }), 'en');
    for (const LANG of ['C', 'C.UTF-8', 'POSIX', 'fr_FR.UTF-8', '']) {
      assert.equal(localeOfEnvironment({ LANG }), 'zh-cn');
    }
  });

  it('is the one asked for, as soon as the arguments are read', () => {
    assert.equal(localeOf(['check', '--wrong', '--locale', 'en'], { LANG: 'zh_CN' }), 'en');
    assert.equal(localeOf(['check', '--locale=zh-CN'], { LANG: 'en' }), 'zh-cn');
    assert.deepEqual(['zh', 'zh-Hans', 'ZH_cn', 'en-GB', 'de'].map(localeNamed), ['zh-cn', 'zh-cn', 'zh-cn', 'en', undefined]);
  });
});
