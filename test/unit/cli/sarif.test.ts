import assert from 'node:assert/strict';
import { call, cleanReport, flawedReport, mistake } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

type Value = Record<string, unknown>;

/** The properties that SARIF 2.1.0 allows for the objects that are used here, and those that it demands (`!`). */
const objects: Readonly<Record<string, readonly string[]>> = {
  log: ['$schema', 'version!', 'runs!', 'inlineExternalProperties', 'properties'],
  run: ['tool!', 'invocations', 'language', 'columnKind', 'results', 'artifacts', 'originalUriBaseIds', 'properties'],
  tool: ['driver!', 'extensions', 'properties'],
  driver: ['name!', 'version', 'semanticVersion', 'informationUri', 'rules', 'language', 'properties'],
  rule: ['id!', 'name', 'shortDescription', 'fullDescription', 'help', 'helpUri', 'defaultConfiguration', 'properties'],
  result: [
    'ruleId', 'ruleIndex', 'level', 'kind', 'message!', 'locations', 'relatedLocations', 'partialFingerprints', 'fingerprints',
    'fixes', 'suppressions', 'properties',
  ],
  location: ['id', 'physicalLocation', 'logicalLocations', 'message', 'annotations', 'properties'],
  physicalLocation: ['address', 'artifactLocation', 'region', 'contextRegion', 'properties'],
  artifactLocation: ['uri', 'uriBaseId', 'index', 'description', 'properties'],
  region: ['startLine', 'startColumn', 'endLine', 'endColumn', 'charOffset', 'charLength', 'snippet', 'message', 'properties'],
  fix: ['description', 'artifactChanges!', 'properties'],
  artifactChange: ['artifactLocation!', 'replacements!', 'properties'],
  replacement: ['deletedRegion!', 'insertedContent', 'properties'],
  content: ['text', 'binary', 'rendered', 'properties'],
  message: ['text', 'markdown', 'id', 'arguments', 'properties'],
  description: ['text!', 'markdown', 'properties'],
  invocation: ['executionSuccessful!', 'toolExecutionNotifications', 'exitCode', 'commandLine', 'properties'],
  notification: ['message!', 'level', 'locations', 'descriptor', 'exception', 'properties'],
  configuration: ['enabled', 'level', 'rank', 'parameters', 'properties'],
};

function assertShape(value: unknown, kind: string): Value {
  assert.ok(typeof value === 'object' && value !== null, kind);
  const allowed = objects[kind] as readonly string[];
  const names = allowed.map((name) => name.replace('!', ''));
  assert.deepEqual(Object.keys(value).filter((key) => !names.includes(key)), [], `${kind} has a property of its own`);
  for (const name of allowed.filter((one) => one.endsWith('!'))) {
    assert.ok(name.slice(0, -1) in value, `${kind} lacks ${name}`);
  }
  return value as Value;
}

function each(value: unknown, kind: string): Value[] {
  assert.ok(value === undefined || Array.isArray(value), kind);
  return (value ?? []).map((one: unknown) => assertShape(one, kind));
}

function assertUri(uri: unknown): void {
  assert.ok(typeof uri === 'string' && /^(?:[\w.~!$&'()*+,;=:@/-]|%[\dA-F]{2})+$/u.test(uri), String(uri));
}

function assertLocation(value: unknown): void {
  const physical = assertShape(assertShape(value, 'location')['physicalLocation'], 'physicalLocation');
  assertUri(assertShape(physical['artifactLocation'], 'artifactLocation')['uri']);
  if (physical['region'] !== undefined) {
    assertRegion(physical['region']);
  }
}

function assertRegion(value: unknown): void {
  const region = assertShape(value, 'region') as Record<string, number>;
  for (const key of ['startLine', 'startColumn', 'endLine', 'endColumn']) {
    assert.ok(Number.isInteger(region[key]) && (region[key] as number) >= 1, key);
  }
}

/** Sees that a text is a SARIF log as far as the objects used here go; gives its one run. */
function parseSarif(text: string): Value {
  const log = assertShape(JSON.parse(text), 'log');
  assert.equal(log['version'], '2.1.0');
  const [run, ...others] = each(log['runs'], 'run');
  assert.ok(run !== undefined && others.length === 0);
  assert.ok(['utf16CodeUnits', 'unicodeCodePoints'].includes(run['columnKind'] as string));
  assert.match(run['language'] as string, /^[a-z]{2}(-[A-Z]{2})?$/u);
  const driver = assertShape(assertShape(run['tool'], 'tool')['driver'], 'driver');
  const rules = each(driver['rules'], 'rule');
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  for (const rule of rules) {
    assertShape(rule['shortDescription'], 'description');
    assertShape(rule['defaultConfiguration'], 'configuration');
    assertUri(rule['helpUri'] ?? 'x');
  }
  for (const result of each(run['results'], 'result')) {
    assert.equal(rules[result['ruleIndex'] as number]?.['id'], result['ruleId']);
    assert.ok(['none', 'note', 'warning', 'error'].includes(result['level'] as string));
    assertShape(result['message'], 'message');
    for (const location of [...result['locations'] as unknown[], ...result['relatedLocations'] as unknown[] ?? []]) {
      assertLocation(location);
    }
    assert.ok(Object.values(result['partialFingerprints'] as Value).every((one) => typeof one === 'string'));
    for (const fix of each(result['fixes'], 'fix')) {
      for (const change of each(fix['artifactChanges'], 'artifactChange')) {
        const replacements = each(change['replacements'], 'replacement');
        assert.ok(replacements.length > 0);
        replacements.forEach((one) => assertRegion(one['deletedRegion']));
      }
    }
  }
  for (const invocation of each(run['invocations'], 'invocation')) {
    for (const notification of each(invocation['toolExecutionNotifications'], 'notification')) {
      assertShape(notification['message'], 'message');
      (notification['locations'] as unknown[]).forEach(assertLocation);
    }
  }
  return run;
}

async function check(files: Record<string, string>, ...paths: string[]): Promise<Value> {
  return parseSarif((await call(makeFolder(files), ['check', '--format', 'sarif', ...paths])).out);
}

describe('SARIF', () => {
  after(removeFolders);

  it('holds each finding with its rule, place, related places and fixes', async () => {
    const run = await check({ '县 级/a.md': flawedReport }, '.');
    const [result, ...others] = run['results'] as Value[];
    assert.ok(result !== undefined && others.length === 0);
    assert.deepEqual([result['ruleId'], result['level']], ['results-total', 'error']);
    assert.deepEqual(result['locations'], [{ physicalLocation: {
      artifactLocation: { uri: '%E5%8E%BF%20%E7%BA%A7/a.md' },
      region: {
        startLine: mistake.line + 1, startColumn: mistake.character + 1, endLine: mistake.line + 1, endColumn: mistake.character + 3,
      },
    } }]);
    assert.ok((result['relatedLocations'] as Value[]).length > 0);
    assert.equal((result['fixes'] as Value[]).length > 0, true);
  });

  it('is complete without a finding, and with files that cannot be read', async () => {
    const clean = await check({ 'a.md': cleanReport }, '.');
    assert.deepEqual([clean['results'], clean['invocations']], [[], [{ executionSuccessful: true, toolExecutionNotifications: [] }]]);
    const [invocation] = (await check({ 'a.md': flawedReport }, 'x y.md', 'a.md'))['invocations'] as Value[];
    assert.equal(invocation?.['executionSuccessful'], false);
    assert.equal((invocation['toolExecutionNotifications'] as Value[]).length, 1);
  });

  it('holds what is about no report as well', async () => {
    const run = await check({ 'a.md': '', 'b.md': '别的', '.disclosure-report.json': '{ "x": 1 }' }, 'a.md', 'b.md');
    assert.deepEqual((run['results'] as Value[]).map(({ ruleId }) => ruleId), ['not-a-report', 'not-a-report', 'settings-file']);
  });

  it('has fingerprints that stay when lines are added above, and differ for like findings', async () => {
    const fingerprints = async (text: string) => ((await check({ 'a.md': text }, '.'))['results'] as Value[])
      .map((one) => (one['partialFingerprints'] as Value)['finding/v1']);
    const [first] = await fingerprints(flawedReport);
    assert.deepEqual(await fingerprints(flawedReport.replace('## 一、', '本报告依据条例编制。\n\n## 一、')), [first]);
    const twice = await fingerprints(`${flawedReport}\n\n${flawedReport}`);
    assert.equal(new Set(twice).size, twice.length);
  });
});
