/** Runs test/host in the embedded VS Code, with the extension as it was built and a copy of samples/ open. */
import { buildSuite } from './build-suite.mjs';
import { developmentPath } from './host/development.mjs';
import { runSuite } from './host/suite.mjs';
import { withSamples } from './host/workspace.mjs';

const tests = await buildSuite('test/host');
process.exitCode = await withSamples((folder) => runSuite({ folder, extension: developmentPath(), tests }));
