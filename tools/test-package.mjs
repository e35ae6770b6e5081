/**
 * Packages the extension, installs the package into an embedded VS Code and runs test/package there. The extension
 * under development is an empty one, so that nothing but what was packaged can answer.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSuite } from './build-suite.mjs';
import { root } from './host/paths.mjs';
import { runSuite } from './host/suite.mjs';
import { withSamples } from './host/workspace.mjs';
import { packageExtension } from './package.mjs';

mkdirSync(join(root, 'out'), { recursive: true });
const vsix = await packageExtension('out/disclosure-report.vsix');
const tests = await buildSuite('test/package');
const extension = join(root, 'test/package/driver');
process.exitCode = await withSamples((folder) => runSuite({ folder, extension, tests, vsix, locale: 'zh-cn' }));
