/** Type-checks every part of the project in the surroundings it runs in: core, Node, browser, client, tests, tools. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const projects = ['server', 'client', 'test', 'tools'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /^tsconfig(\..+)?\.json$/.test(name))
    .map((name) => join(folder, name)));

/**
 * Checks one project and prints what the compiler says of it.
 * @param {string} project
 * @returns {Promise<boolean>} whether it passed
 */
function check(project) {
  return new Promise((resolve) => {
    const started = Date.now();
    // What was found of files that did not change is kept, so that a second run costs a part of the first.
    const memory = ['--incremental', '--tsBuildInfoFile', join(root, '.typecheck', `${project.replaceAll(/[\\/]/g, '-')}.tsbuildinfo`)];
    execFile(process.execPath, [tsc, '--noEmit', '--pretty', 'false', ...memory, '-p', project], { cwd: root }, (error, output) => {
      console.log(`${error ? 'failed' : 'ok'}  ${project}  ${Date.now() - started} ms`);
      if (output) console.log(output.trimEnd());
      resolve(!error);
    });
  });
}

const queue = [...projects];
/** @type {boolean[]} */
const passed = [];
/** Two compilers at a time keep two cores busy without filling the memory. */
await Promise.all([0, 1].map(async () => {
  for (let project = queue.shift(); project !== undefined; project = queue.shift()) passed.push(await check(project));
}));
process.exitCode = passed.every(Boolean) ? 0 : 1;
