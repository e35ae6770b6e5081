import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import simplified from '../../../server/src/forms/traditional.json' with { type: 'json' };
import { foldText, normalise } from '../../../server/src/forms/vocabulary.ts';
import { traditionalFormsOf, writings } from '../../support/traditional.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Where the words of reports stand: the forms, the phrases, our reports and sentences. */
const corpora = ['server/src/forms', 'samples', 'test/fixtures', 'test/fixtures/twins', 'test/support'];

/** Characters that have a traditional form which no text of reports uses. */
const unused = '画';

const characters = [...new Set(corpora.flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
  (entry.isFile() && !entry.name.startsWith('traditional.') && !(folder === 'test/support' && entry.name.endsWith('.ts')) ? [...readFileSync(join(root, folder, entry.name), 'utf8')] : []))))]
  .filter((character) => /\p{Script=Han}/u.test(character));

describe('traditional characters', () => {
  it('are those of every character of the corpora, each read as the simplified one', () => {
    const lost = characters.flatMap((character) => traditionalFormsOf(character).filter((form) => foldText(form) !== foldText(character)));
    assert.deepEqual(lost, []);
    assert.ok(characters.length > 700, `${characters.length} characters`);
  });

  it('are known to these tests wherever the product knows one', () => {
    const known = new Set(Object.values(simplified));
    const untold = characters.filter((character) => known.has(character) && traditionalFormsOf(character).join('') === character);
    assert.deepEqual(untold.filter((character) => !unused.includes(character)), [], 'pairs that test/support/traditional.ts has to know as well');
  });

  it('come from one table for labels and for sentences', () => {
    for (const [traditional, character] of Object.entries(simplified)) {
      assert.equal(normalise(traditional), character);
      assert.equal(foldText(traditional), character);
    }
  });

  it('change no text that is simplified, but for what is written in two ways', () => {
    const simplifiedText = characters.filter((character) => traditionalFormsOf(character).join('') !== character).join('');
    assert.equal(foldText(simplifiedText), simplifiedText);
    for (const write of writings) {
      assert.equal(write(simplifiedText).length, simplifiedText.length);
    }
  });
});
