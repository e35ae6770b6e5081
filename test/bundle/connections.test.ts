import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder, removeFolders } from '../unit/cli/folder.ts';
import { connectionsIn } from './connections.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const bundles = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'));

/** Ends the process where anything tries to reach another machine, whatever way it found. */
const tripwire = `
  const trip = (what) => () => { process.stderr.write('connection: ' + what + '\\n'); process.exit(97); };
  require('node:net').Socket.prototype.connect = trip('net');
  require('node:dgram').createSocket = trip('dgram');
  for (const name of ['lookup', 'resolve']) require('node:dns')[name] = trip('dns');
  globalThis.fetch = trip('fetch');
`;

describe('no bundle can open a connection', () => {
  after(removeFolders);

  it('and all are looked at', () => {
    assert.deepEqual(bundles.sort(), ['cli-cached.js', 'cli-whole.js', 'cli.js', 'client-web.js', 'client.js', 'folder-page.js', 'library.js', 'pdf.js', 'preview.js', 'server-web.js', 'server.js']);
  });

  for (const name of bundles) {
    it(`${name} loads no module and names no global that could`, function () {
      this.timeout(120_000);
      assert.deepEqual(connectionsIn(readFileSync(join(root, 'dist', name), 'utf8')), []);
    });
  }

  it('which these tests would see', () => {
    for (const [script, found] of [
      ['const n = require("node:net");', 'node:net'], ['import("https").then(f);', 'https'], ['__require("http")', 'http'],
      ['process.getBuiltinModule("dns")', 'dns'], ['await fetch(a)', 'fetch'], ['const f = globalThis.fetch;', 'fetch'],
      ['new self.WebSocket(a)', 'WebSocket'], ['new XMLHttpRequest', 'XMLHttpRequest'], ['navigator.sendBeacon(a)', 'sendBeacon'],
      ['import h from "node:http2";', 'node:http2'],
    ] as const) {
      assert.deepEqual(connectionsIn(script), [found], script);
    }
    assert.deepEqual(connectionsIn('class A { fetch() {} } a.fetch(); const o = { fetch: 1 }; require("node:fs")'), []);
  });

  it('and none tries while everything is read, PDFs and other files too', function () {
    this.timeout(300_000);
    const folder = makeFolder({ 'tripwire.cjs': tripwire });
    const run = (...args: string[]) => spawnSync(process.execPath, ['--require', join(folder, 'tripwire.cjs'), ...args], { cwd: root, encoding: 'utf8' });
    for (const command of ['check', 'extract', 'text']) {
      const { status, stderr, stdout } = run('dist/cli.js', command, 'test/fixtures/office', 'samples');
      assert.doesNotMatch(stderr, /^connection:/mu);
      assert.ok(status === 0 || status === 1, `${command}: ${status} ${stderr}`);
      assert.notEqual(stdout, '');
    }
    writeFileSync(join(folder, 'calls.cjs'), 'require("node:http").get("http://127.0.0.1:9/").on("error", () => undefined);');
    assert.equal(run(join(folder, 'calls.cjs')).status, 97);
  });
});
