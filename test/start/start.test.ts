import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

describe('npm start', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'disclosure-report-start-'));
    const stub = join(folder, 'code');
    writeFileSync(stub, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/arguments'\n`);
    chmodSync(stub, 0o755);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('opens samples/ in the desktop editor with the extension under development', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/start.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, PATH: [folder, process.env.PATH].join(delimiter) },
    });
    assert.equal(stderr, '');
    assert.equal(status, 0);
    const [extension, workspace, file] = readFileSync(join(folder, 'arguments'), 'utf8').trimEnd().split('\n');
    assert.equal(extension, `--extensionDevelopmentPath=${root}`);
    assert.equal(workspace, join(root, 'samples'));
    assert.equal(file, join(root, 'samples/青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md'));
  });
});
