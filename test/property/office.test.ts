import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate/browser';
import { damageArbitrary } from '../support/damage.ts';
import { docxReport } from '../support/office/docx-report.ts';
import { packed } from '../support/office/package.ts';
import { readWell } from '../support/office/reading.ts';
import { offsets, read } from '../support/reading.ts';
import { seeded } from '../support/random.ts';
import { runs } from '../support/runs.ts';
import { reportArbitrary } from '../support/source.ts';

describe('what stands in a Word document is what is read', () => {
  it('every figure, however the document was worn', async () => {
    await fc.assert(fc.asyncProperty(reportArbitrary(), damageArbitrary(), async (report, damage) => {
      const { parts, expected } = docxReport(report, damage);
      const { text } = await readWell(packed(parts));
      const { reports } = read(text, 'markdown');
      assert.equal(reports.length, 1, text);
      assert.deepEqual(wrongIn(expected, reports[0]?.figures ?? {}), [], text);
      assert.equal(reports[0]?.year, report.year, text);
    }), runs(20));
  });
});

describe('what is written into a Word document is what it shows', () => {
  it('in one cell and nowhere else, or the reason is told', async () => {
    let written = 0;
    await fc.assert(fc.asyncProperty(reportArbitrary(), damageArbitrary(), fc.nat({ max: 10_000 }), async (report, damage, seed) => {
      const { parts, expected } = docxReport(report, damage);
      const bytes = packed(parts);
      const reading = await readWell(bytes);
      const at = offsets(reading.text);
      const [id] = seeded(seed).pick([...expected]);
      const figure = read(reading.text, 'markdown').reports[0]?.figures[id];
      assert.ok(figure);
      const applied = reading.apply([{ start: at(figure.range.start), end: at(figure.range.end), newText: '7319' }]);
      if ('refused' in applied) {
        assert.deepEqual(applied.refused.map(({ reason }) => reason), ['tracked-change']);
        return;
      }
      written += 1;
      const [before, after] = [unzipSync(bytes), unzipSync(applied.bytes)];
      const changed = Object.keys(before).filter((path) => !Buffer.from(before[path] as Uint8Array).equals(Buffer.from(after[path] as Uint8Array)));
      assert.deepEqual(changed, ['word/document.xml']);
      assert.doesNotMatch(difference(parts['word/document.xml'] as string, strFromU8(after['word/document.xml'] as Uint8Array)), /<\/?w:(?:tc|p)>/u);
      const again = read((await readWell(applied.bytes)).text, 'markdown').reports[0]?.figures ?? {};
      const unit = /[元]/u.test(figure.text) ? again[id]?.value ?? null : 7319;
      assert.deepEqual(wrongIn(new Map([...expected, [id, unit]]), again), []);
    }), runs(20));
    assert.ok(written > 5, `only ${written} were written`);
  });
});

function wrongIn(expected: ReadonlyMap<string, number | null>, figures: Readonly<Record<string, { readonly value: number | null }>>): string[] {
  return [...expected].filter(([id, value]) => {
    const figure = figures[id];
    return figure === undefined || (value === null ? figure.value !== null : Math.abs((figure.value ?? Infinity) - value) > 1e-9);
  }).map(([id, value]) => `${id}: ${value} was read as ${JSON.stringify(figures[id])}`);
}

/** What stands between the first and the last difference. */
function difference(before: string, after: string): string {
  let start = 0;
  while (before[start] === after[start]) {
    start += 1;
  }
  let end = 0;
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) {
    end += 1;
  }
  return before.slice(start, before.length - end);
}
