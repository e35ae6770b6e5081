import assert from 'node:assert/strict';
import { overrideSettings, emptySettings, readSeverity, relativePath, settingsUris } from '../../../server/src/settings/index.ts';

describe('the place of the settings file', () => {
  it('is the folder of the document or one above, nearest first, as far as they are open', () => {
    const report = 'file:///home/wang/%E5%B9%B4%E6%8A%A5/2024.md';
    const [own, above] = ['file:///home/wang/%E5%B9%B4%E6%8A%A5/.disclosure-report.json', 'file:///home/wang/.disclosure-report.json'];
    assert.deepEqual(settingsUris(report, ['file:///home/wang', 'file:///tmp']), [own, above]);
    assert.deepEqual(settingsUris(report, ['file:///home/wang/']), [own, above]);
    assert.deepEqual(settingsUris(report, ['file:///home/wang/%E5%B9%B4%E6%8A%A5']), [own]);
    assert.deepEqual(settingsUris('vscode-vfs://github/owner/a.md?x=1', ['vscode-vfs://github']), [
      'vscode-vfs://github/owner/.disclosure-report.json', 'vscode-vfs://github/.disclosure-report.json',
    ]);
  });

  it('is the folder of the document alone where that is not open', () => {
    assert.deepEqual(settingsUris('file:///home/wang/2024.md', []), ['file:///home/wang/.disclosure-report.json']);
    assert.deepEqual(settingsUris('file:///home/wang/2024.md', ['file:///home/wa', 'file:///tmp']), ['file:///home/wang/.disclosure-report.json']);
    assert.deepEqual(settingsUris('untitled:Untitled-1', ['file:///home']), []);
  });

  it('gives the relative path of a document, decoded', () => {
    assert.equal(relativePath('file:///home/.disclosure-report.json', 'file:///home/%E5%8E%BF/a%20b.md'), '县/a b.md');
    assert.equal(relativePath('file:///c%3A/x/.disclosure-report.json', 'file:///c:/x/y.md'), 'y.md');
    assert.equal(relativePath('file:///home/.disclosure-report.json', 'file:///tmp/a.md'), undefined);
    assert.equal(relativePath('file:///home/.disclosure-report.json', 'file:///home/100%.md'), '100%.md');
  });
});

describe('the settings of the editor', () => {
  const codes = new Set(['balance', 'row-total']);

  it('override those of the file, code by code', () => {
    const file = { ...emptySettings, severity: { 'balance': 'off', 'row-total': 'hint' } as const };
    assert.deepEqual(overrideSettings(file, { severity: { balance: 'error' } }).severity, { 'balance': 'error', 'row-total': 'hint' });
  });

  it('may hold anything', () => {
    assert.deepEqual(readSeverity({ 'balance': 'off', 'row-total': 1, 'x': 'off' }, codes), {
      severity: { balance: 'off' }, unknownCodes: ['x'], wrongValues: ['row-total'],
    });
    for (const value of [undefined, null, 1, 'x', []]) {
      assert.deepEqual(readSeverity(value, codes).severity, {});
    }
  });
});
