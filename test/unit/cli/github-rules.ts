/** What of a SARIF log these tests look at. */
export interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[] } };
  readonly results: readonly Result[];
  readonly [key: string]: unknown;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly locations: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region?: Readonly<Record<string, number>> };
}

/** Code scanning takes no more of each in one run. */
const limits = { results: 25_000, rules: 25_000, locations: 1000, tags: 20, title: 255, description: 1024 };

/**
 * What GitHub's code scanning would refuse or not show, by "SARIF support for code scanning" in its documentation: the
 * properties that it demands beyond the schema, and its limits.
 */
export function githubFaults(log: { readonly runs: readonly Run[] }): readonly string[] {
  return log.runs.flatMap(({ tool: { driver: { rules } }, results }) => [
    ...(results.length > limits.results || rules.length > limits.rules ? ['too many'] : []),
    ...rules.flatMap(faultsOfRule),
    ...results.flatMap((result) => (rules[result.ruleIndex]?.id === result.ruleId ? faultsOfResult(result) : [`rule of ${result.ruleId}`])),
  ]);
}

function faultsOfRule(rule: Run['tool']['driver']['rules'][number]): readonly string[] {
  const textOf = (property: string): string => (rule[property] as { text?: string } | undefined)?.text ?? '';
  const { tags = [] } = (rule['properties'] ?? {}) as { tags?: readonly string[] };
  const wrong = [
    textOf('shortDescription') === '' || textOf('shortDescription').length > limits.description ? 'shortDescription' : '',
    textOf('fullDescription') === '' || textOf('fullDescription').length > limits.description ? 'fullDescription' : '',
    textOf('help') === '' ? 'help' : '',
    typeof rule['name'] !== 'string' || rule['name'].length > limits.title ? 'name' : '',
    tags.length > limits.tags ? 'tags' : '',
  ];
  return wrong.filter((what) => what !== '').map((what) => `${rule.id}: ${what}`);
}

function faultsOfResult({ ruleId, locations, partialFingerprints, ...result }: Result): readonly string[] {
  const wrong = [
    (result['message'] as { text?: string } | undefined)?.text ? '' : 'message',
    locations.length === 0 || locations.length > limits.locations ? 'locations' : '',
    /^[0-9a-f]+:\d+$/u.test(partialFingerprints['primaryLocationLineHash'] ?? '') ? '' : 'primaryLocationLineHash',
    ...locations.map(faultOfLocation),
  ];
  return wrong.filter((what) => what !== '').map((what) => `${ruleId}: ${what}`);
}

function faultOfLocation({ physicalLocation: { artifactLocation: { uri }, region } }: Location): string {
  const isRelative = /^(?:[\w.~!$&'()*+,;=@/-]|%[\dA-F]{2})+$/u.test(uri) && !uri.startsWith('/');
  const hasRegion = ['startLine', 'startColumn', 'endLine', 'endColumn'].every((key) => (region?.[key] ?? 0) >= 1);
  return isRelative ? (hasRegion ? '' : 'region') : 'uri';
}
