import { Validator, type Schema } from '@cfworker/json-schema';

/** Where a value does not fit its schema: the innermost places alone. */
export interface Misfit {
  readonly path: readonly string[];
  /** The keyword of JSON Schema that does not hold; `false` where nothing may stand. */
  readonly keyword: string;
  /** In the validator's English. */
  readonly error: string;
}

/** Keywords whose errors only say that there is another one within. */
const wrappers: ReadonlySet<string> = new Set([
  'properties', 'items', '$ref', 'if', 'then', 'else', 'anyOf', 'allOf', 'oneOf', 'additionalProperties', 'prefixItems', 'dependentSchemas',
]);

/** Makes what tells a schema's misfits in a value; the schema is taken apart when the first value comes, for most folders have none. */
export function createCheck(schema: object, draft: '7' | '2020-12'): (value: unknown) => readonly Misfit[] {
  let validator: Validator | undefined;
  return (value) => (validator ??= new Validator(schema as Schema, draft, false)).validate(value).errors.flatMap(({ keyword, instanceLocation, error }) =>
    (wrappers.has(keyword) ? [] : [{ path: pathOf(instanceLocation), keyword, error }]));
}

/** The steps of a JSON Pointer. */
function pathOf(pointer: string): string[] {
  return pointer.split('/').slice(1).map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}
