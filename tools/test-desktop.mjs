/**
 * Runs test/host in a desktop VS Code: the one that VSCODE_PATH names, else one that @vscode/test-electron downloads.
 */
import { runTests } from '@vscode/test-electron';
import { buildAll } from './build.mjs';
import { buildSuite } from './build-suite.mjs';
import { root } from './host/paths.mjs';
import { withSamples } from './host/workspace.mjs';

await buildAll();
const tests = await buildSuite('test/host');
// The download's failure comes past every promise.
process.once('uncaughtException', (error) => {
  console.error(`VS Code could not be downloaded or started (${error.message}). Name one that is installed in VSCODE_PATH.`);
  process.exit(1);
});
process.exitCode = await withSamples((folder) => runTests({
  vscodeExecutablePath: process.env.VSCODE_PATH,
  extensionDevelopmentPath: root,
  extensionTestsPath: tests,
  launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
}));
