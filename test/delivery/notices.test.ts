import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages, writeNotices } from '../../tools/notices.mjs';
import { root } from './npm-package.ts';

/** Licences that ask for no more than their notice. */
const plain = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD'];

describe('the notices of what is bundled', () => {
  const meta = JSON.parse(readFileSync(join(root, 'dist/meta.json'), 'utf8'));
  const packages = bundledPackages(meta);

  it('name each package that esbuild took something of, with the text of its licence', () => {
    writeNotices();
    const text = readFileSync(join(root, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    assert.ok(packages.length > 10, String(packages.length));
    for (const folder of packages) {
      const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const [, notice = ''] = text.split(`\n${name} ${version} (`);
      assert.match(notice.split(`\n${'-'.repeat(78)}\n`)[0] as string, /copyright|licen[cs]e|permission/iu, name);
    }
    assert.match(text, /Adobe/u, 'the character maps of PDF.js have a licence of their own');
  });

  it('cover licences that ask for nothing else', () => {
    const licences = packages.map((folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).license as string);
    assert.deepEqual(licences.filter((licence) => !plain.includes(licence)), []);
  });
});
