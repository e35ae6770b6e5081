import type { RulePage } from './pages.ts';

const levels = ['error', 'warning', 'information', 'hint', 'off'];

const severitySetting = 'disclosureReport.severity';

type Json = Record<string, unknown>;

/** The schema of the severities, one property per code, as settings of the editor and of the settings file hold it. */
export function severityProperties(pages: readonly RulePage[], describe: (page: RulePage) => string): Json {
  return Object.fromEntries(pages.map((page) => [
    page.code, { type: 'string', enum: levels, default: page.severity, description: describe(page) },
  ]));
}

/** Sets the setting `disclosureReport.severity` in the manifest. */
export function renderManifest(text: string, pages: readonly RulePage[]): string {
  const manifest = JSON.parse(text) as { contributes: { configuration: readonly { properties: Json }[] } };
  const group = manifest.contributes.configuration.find(({ properties }) => severitySetting in properties);
  if (!group) {
    throw new Error(`package.json: no group of settings holds ${severitySetting}`);
  }
  group.properties[severitySetting] = {
    type: 'object',
    scope: 'resource',
    default: {},
    markdownDescription: '%configuration.severity%',
    additionalProperties: false,
    order: 1,
    properties: severityProperties(pages, (page) => `%rule.${page.code}%`),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Sets the manifest's messages about the rules, in the order of the codes, behind those written by hand. */
export function renderMessages(text: string, pages: readonly RulePage[], describe: (page: RulePage) => string): string {
  const messages = JSON.parse(text) as Record<string, string>;
  const written = Object.entries(messages).filter(([key]) => !key.startsWith('rule.'));
  const rules = pages.map((page): [string, string] => [`rule.${page.code}`, describe(page)]);
  return `${JSON.stringify(Object.fromEntries([...written, ...rules]), undefined, 2)}\n`;
}
