import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { asOf, call, cleanReport, flawedReport, mistake } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';
import { githubFaults, type Run } from './github-rules.ts';

type Value = Record<string, unknown>;

/** The schema of SARIF 2.1.0 as OASIS published it; its own address is that of a draft that ajv need not look up. */
const schemaFile = join(createRequire(__filename).resolve('@microsoft/jest-sarif/package.json'), '../lib/schemas/sarif-2.1.0-rtm.5.json');
const { $schema: _draft, $id: _id, id: _oldId, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Value;
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

/** Sees that a text is a SARIF log, by the schema and by what GitHub demands; gives its one run. */
function parseSarif(text: string): Run {
  const log = JSON.parse(text) as { runs: Run[] };
  assert.ok(validate(log), JSON.stringify(validate.errors));
  assert.deepEqual(githubFaults(log), []);
  const [run, ...others] = log.runs;
  assert.ok(run !== undefined && others.length === 0);
  return run;
}

async function check(files: Record<string, string | Uint8Array>, ...paths: string[]): Promise<Run> {
  return parseSarif((await call(makeFolder(files), ['check', '--format', 'sarif', ...paths])).out);
}

describe('SARIF', () => {
  after(removeFolders);

  it('holds each finding with its rule, place, related places and fixes', async () => {
    const run = await check({ '县 级/a.md': flawedReport }, '.');
    const [result, ...others] = run.results;
    assert.ok(result !== undefined && others.length === 0);
    assert.deepEqual([result.ruleId, result['level']], ['results-total', 'error']);
    assert.deepEqual(result.locations, [{ physicalLocation: {
      artifactLocation: { uri: '%E5%8E%BF%20%E7%BA%A7/a.md', uriBaseId: '%SRCROOT%' },
      region: {
        startLine: mistake.line + 1, startColumn: mistake.character + 1, endLine: mistake.line + 1, endColumn: mistake.character + 3,
      },
    } }]);
    assert.ok((result['relatedLocations'] as Value[]).length > 0);
    assert.ok((result['fixes'] as Value[]).length > 0);
  });

  it('explains every rule by its page, in both languages, and names no place on this machine', async () => {
    const folder = makeFolder({ 'a.md': flawedReport, 'x.ofd': '' });
    for (const locale of ['zh-cn', 'en']) {
      const { out } = await call(folder, ['check', '--format', 'sarif', '--locale', locale, join(folder, 'a.md'), join(folder, 'x.ofd'), join(folder, '没有.md')]);
      const { tool: { driver: { rules } } } = parseSarif(out);
      assert.ok(rules.every(({ name }) => /^[A-Z][A-Za-z]+$/u.test(name as string)));
      assert.ok(!out.includes(folder) && !out.includes('file:'), locale);
      const help = rules.find(({ id }) => id === 'results-total')?.['help'] as { text: string; markdown: string };
      assert.match(help.markdown, locale === 'en' ? /Row （七）总计 does not equal/u : /^# （七）总计[^]*## 为什么/u);
      assert.doesNotMatch(help.text + help.markdown, /\]\(|^---|npm run generate/mu);
    }
  });

  it('gives addresses from the root of the repository, in whatever folder it runs', async () => {
    const folder = makeFolder({ 'a/b/c.md': flawedReport, 'd.md': asOf('澄溪县财政局', flawedReport) });
    mkdirSync(join(folder, '.git'));
    const { out } = await call(join(folder, 'a'), ['check', '--format', 'sarif', 'b', '../d.md']);
    const uris = parseSarif(out).results.map(({ locations: [location] }) => location?.physicalLocation.artifactLocation.uri);
    assert.deepEqual(uris, ['a/b/c.md', 'd.md']);
  });

  it('is complete without a finding, and with files that cannot be read', async () => {
    const clean = await check({ 'a.md': cleanReport }, '.');
    assert.deepEqual([clean.results, clean['invocations']], [[], [{ executionSuccessful: true, toolExecutionNotifications: [] }]]);
    const [invocation] = (await check({ 'a.md': flawedReport }, 'x y.md', 'a.md'))['invocations'] as Value[];
    assert.equal(invocation?.['executionSuccessful'], false);
    assert.equal((invocation['toolExecutionNotifications'] as Value[]).length, 1);
  });

  it('holds what is about no report as well', async () => {
    const run = await check({ 'a.md': '', 'b.md': '别的', '.disclosure-report.json': '{ "x": 1 }' }, 'a.md', 'b.md');
    assert.deepEqual(run.results.map(({ ruleId }) => ruleId), ['not-a-report', 'not-a-report', 'settings-file']);
  });

  it('has fingerprints that stay when lines are added above, and differ for like findings', async () => {
    const fingerprints = async (text: string) => (await check({ 'a.md': text }, '.')).results
      .map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    const [first] = await fingerprints(flawedReport);
    assert.deepEqual(await fingerprints(flawedReport.replace('## 一、', '本报告依据条例编制。\n\n## 一、')), [first]);
    const twice = await fingerprints(`${flawedReport}\n\n${flawedReport}`);
    assert.equal(new Set(twice).size, twice.length);
  });

  it('is refused by these tests where something that GitHub demands is missing', async () => {
    const { out } = await call(makeFolder({ 'a.md': flawedReport }), ['check', '--format', 'sarif', 'a.md']);
    for (const [what, without] of [
      ['help', /"help":\{"text":"(?:[^"\\]|\\.)*",/u], ['region', /"region":\{[^}]*\}/u], ['hash', /"primaryLocationLineHash":"[^"]*",/u],
    ] as const) {
      const text = out.replace(without, (part) => (what === 'help' ? '"help":{' : part.startsWith('"region"') ? '"region":{"startLine":1}' : ''));
      assert.ok(text !== out && githubFaults(JSON.parse(text)).length > 0, what);
    }
  });
});
