import assert from 'node:assert/strict';
import type { Form } from '../../../server/src/forms/index.ts';
import { officialForms } from '../../../server/src/official-forms.ts';
import { createRecogniser, type Recogniser } from '../../../server/src/recogniser.ts';
import { fixture } from '../../support/fixtures.ts';

/** A recogniser whose forms count how often they are asked for anything: whatever reads a text asks them. */
function counting(): { isReport: Recogniser; asked: () => number } {
  let count = 0;
  const watched = officialForms.map((form) => new Proxy(form, {
    get(target, key) {
      count += 1;
      return Reflect.get(target, key) as unknown;
    },
  })) as readonly Form[];
  return { isReport: createRecogniser(watched), asked: () => count };
}

/** How often the forms are asked for a text by a recogniser that has been asked before. */
function askedFor(text: string): number {
  const { isReport, asked } = counting();
  isReport('第一句话。');
  const before = asked();
  isReport(text);
  return asked() - before;
}

describe('a document that is no report', () => {
  it('costs no look at the forms where nothing in it is Chinese', () => {
    const { isReport, asked } = counting();
    assert.equal(isReport('const total = 3;\n'.repeat(20_000)), false);
    assert.equal(asked(), 0);
  });

  it('is not read where no word of a report stands in it, however long it is', () => {
    assert.equal(askedFor('春天来了，院子里的杏花开了，孩子们在树下念书。\n\n'.repeat(8_000)), 0);
    assert.equal(askedFor('| 品名 | 数量 | 总计 |\n| --- | --- | --- |\n| 苹果 | 3 | 3 |\n'.repeat(2_000)), 0);
  });

  it('is not read behind the part that is looked at', () => {
    assert.equal(askedFor('春天来了。'.repeat(50_000) + fixture('base-2021.md')), 0);
  });

  it('is read where it looks like one, so that the count would see a reading', () => {
    assert.ok(askedFor(fixture('base-2021.md')) > 0);
  });
});
