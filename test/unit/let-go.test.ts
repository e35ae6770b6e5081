import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Bytes of a document, of which some 200,000 are kept where anything old holds it. */
const most = 100_000;

/**
 * Room for all that is young between two collections, and no object that is old from its birth: V8 makes such ones of what it
 * happened to see survive, which hangs on when its compiler had time.
 */
const undisturbed = ['--min-semi-space-size=64', '--max-semi-space-size=64', '--no-allocation-site-pretenuring'];

describe('a document that was let go', () => {
  it('is gone once what is young is collected: else it is dragged along until all is', function () {
    this.timeout(120_000);
    // In a process of its own, where nothing is collected but when it is asked for.
    const { stdout, stderr } = spawnSync(process.execPath, [...undisturbed, '--import', 'tsx', '--expose-gc', join(import.meta.dirname, '../support/let-go.ts')], { encoding: 'utf8' });
    const each = Number(stdout);
    assert.ok(stdout !== '' && each < most, `${stdout} bytes a document\n${stderr}`);
  });
});
