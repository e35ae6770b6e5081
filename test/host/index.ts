/** The entry that VS Code's extension host calls: runs the test files that were bundled beside this one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** @throws when a test fails, which is how the extension host learns of it */
export async function run(): Promise<void> {
  const { Base } = Mocha.reporters;
  // The mark tells the suite's lines from the editor's own among all that reaches the terminal.
  Base.consoleLog = (...args: unknown[]) => console.log(`[suite] ${format(...args)}`);
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'spec', color: false });
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.js')).sort();
  if (files.length === 0) throw new Error(`No tests were found in ${__dirname}.`);
  for (const file of files) mocha.addFile(join(__dirname, file));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
