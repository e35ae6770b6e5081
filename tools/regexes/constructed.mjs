/** Prints the regular expressions that the engine puts together from words of the forms: all modules are loaded, and a report is checked. */
import { readdirSync, readFileSync } from 'node:fs';

const server = new URL('../../server/src/', import.meta.url);
/** @type {Map<string, string>} the file of each */
const found = new Map();
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, [pattern, flags]) {
    const made = new target(pattern, flags);
    const place = /\/(server\/src\/[^:?]*)/u.exec(new Error().stack?.split('\n')[2] ?? '')?.[1];
    if (place !== undefined) {
      found.set(`/${made.source}/${made.flags}`, place);
    }
    return made;
  },
});

// Those that start something as they are loaded put none together.
const starting = /^(?:cli\.ts|node[\\/]|browser[\\/]|pdf-glyphs[\\/]main\.ts)/u;
for (const name of readdirSync(server, { recursive: true, encoding: 'utf8' })) {
  if (name.endsWith('.ts') && !name.endsWith('.d.ts') && !starting.test(name)) await import(new URL(name, server).href);
}
const { createReportService } = await import(new URL('service.ts', server).href);
const service = createReportService();
const text = readFileSync(new URL('../../test/fixtures/base-2021.md', import.meta.url), 'utf8');
const document = service.open('test:///report', 'markdown', 1, text);
service.diagnostics(document);
service.documentLinks(document);
process.stdout.write(JSON.stringify([...found]), () => process.exit(0));
