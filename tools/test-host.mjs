/**
 * Runs test/host in the embedded VS Code, with the extension as it was built and a copy of samples/ open, and test/host-folders
 * in a workspace of two such folders.
 */
import { buildSuite } from './build-suite.mjs';
import { developmentPath } from './host/development.mjs';
import { runSuite } from './host/suite.mjs';
import { withFolders, withSamples } from './host/workspace.mjs';

const extension = developmentPath();
const [tests, inFolders] = [await buildSuite('test/host'), await buildSuite('test/host-folders')];
const one = await withSamples((folder) => runSuite({ folder, extension, tests }));
const several = await withFolders((folder) => runSuite({ folder, extension, tests: inFolders }));
process.exitCode = one || several;
