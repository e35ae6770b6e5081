import { severityProperties } from './manifest.ts';
import type { RulePage } from './pages.ts';

const names = (description: string): object => ({
  type: 'object',
  description,
  additionalProperties: { type: 'array', items: { $ref: '#/definitions/name' } },
});

/** The JSON Schema of the settings file, which the editor completes and checks it by. */
export function renderSettingsSchema(pages: readonly RulePage[]): string {
  return `${JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '政府信息公开年报的设置 · Settings of Disclosure Report',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      severity: {
        type: 'object',
        description: '各代码的严重程度，off 表示不提示。 · Severity per code; off hides its findings.',
        additionalProperties: false,
        properties: severityProperties(pages, (page) => `${page.title} · ${page.titleEn}`),
      },
      ignore: {
        type: 'array',
        description: '屏蔽的问题；写出的各项必须全部相符。 · Findings that are suppressed; all parts that are given must match.',
        items: {
          type: 'object',
          additionalProperties: false,
          anyOf: ['file', 'code', 'figure', 'text'].map((key) => ({ required: [key] })),
          properties: {
            file: {
              $ref: '#/definitions/name',
              description: '文件，相对于设置文件的通配式。 · A glob relative to the settings file.',
            },
            code: { enum: pages.map((page) => page.code), description: '代码。 · The code of the findings.' },
            figure: { $ref: '#/definitions/name', description: '数据项的名称。 · The id of the figure.' },
            text: { type: 'string', description: '问题所在处的文字。 · The text at the finding.' },
            reason: { type: 'string', description: '原因，供人阅读。 · Why, for people to read.' },
          },
        },
      },
      organs: names('机关现用名称，及其曾用名称。 · Other names of an organ, by the name it has now.'),
      hierarchy: names('政府名称，及其下级单位。 · The units directly below a government, by its name.'),
      forms: {
        type: 'array',
        description: '其他格式文件，相对于设置文件。 · Further form files, relative to the settings file.',
        items: { $ref: '#/definitions/name' },
      },
      review: {
        type: 'array',
        description: '审核人对问题的处理；不屏蔽任何问题。 · What a reviewer decided on findings; hides none.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['file', 'code', 'status'],
          properties: {
            file: { $ref: '#/definitions/name', description: '文件，相对于设置文件的通配式。 · A glob relative to the settings file.' },
            code: { enum: pages.map((page) => page.code), description: '代码。 · The code of the findings.' },
            figure: { $ref: '#/definitions/name', description: '数据项的名称。 · The id of the figure.' },
            text: { type: 'string', description: '问题所在处的文字。 · The text at the finding.' },
            status: { enum: ['checked', 'kept'], description: 'checked 为已核实，kept 为不需修改。 · checked: looked into; kept: the text stays as it is.' },
            note: { type: 'string', description: '备注，供人阅读。 · A note, for people to read.' },
          },
        },
      },
    },
    definitions: { name: { type: 'string', minLength: 1 } },
  }, undefined, 2)}\n`;
}
