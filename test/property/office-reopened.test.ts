import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate/browser';
import { readWell } from '../support/office/reading.ts';
import { seeded } from '../support/random.ts';
import { offsets, read } from '../support/reading.ts';

const fixtures = new URL('../fixtures/office/', import.meta.url);

/** No figure of the reports. */
const written = '73195';

/** Files of LibreOffice, and in which format it says what they show. */
const programs = [
  { names: ['2019.docx', '2021.docx'], shownAs: 'txt:Text (encoded):UTF8' },
  // All sheets, each in a file of its own, as their cells are shown.
  { names: ['2019.xlsx', '2019-one-sheet.xlsx', '2021.xlsx', '2021-one-sheet.xlsx'], shownAs: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' },
] as const;

interface Correction {
  readonly name: string;
  readonly figure: string;
  readonly old: string;
  readonly bytes: Uint8Array;
}

/** Some figures of a file, each corrected by itself; those that the file itself computes are refused. */
async function corrections(name: string): Promise<Correction[]> {
  const reading = await readWell(readFileSync(new URL(name, fixtures)));
  const at = offsets(reading.text);
  const figures = Object.entries(read(reading.text, 'markdown').reports[0]?.figures ?? {});
  const made: Correction[] = [];
  const { pick } = seeded(7);
  while (made.length < 4) {
    const [id, { range, text }] = pick(figures);
    const applied = reading.apply([{ start: at(range.start), end: at(range.end), newText: written }]);
    if ('bytes' in applied) {
      made.push({ name, figure: id, old: text.trim(), bytes: applied.bytes });
    } else {
      assert.deepEqual(applied.refused.map(({ reason }) => reason), ['computed'], `${name} ${id}`);
    }
  }
  return made;
}

/** One of the texts that differ is the figure, and the others are sums with it in them. */
function assertFollows(differing: readonly (readonly [before: string, after: string | undefined])[], old: string, what: string): void {
  const [figure, ...sums] = [...differing].sort(([, one], [, other]) => Number(other === written) - Number(one === written));
  assert.deepEqual(figure, [old, written], what);
  for (const [before, after] of sums) {
    assert.ok(Math.abs(Number(after) - Number(before) - (Number(written) - Number(old))) < 1e-9, `${what}: ${before} → ${after}`);
  }
}

describe('a figure corrected in a file of another program', () => {
  it('leaves all other parts the same bytes, and all of its own part but the text of the cell and of sums that follow it', async () => {
    for (const name of programs.flatMap(({ names }) => names)) {
      const before = unzipSync(readFileSync(new URL(name, fixtures)));
      for (const { figure, old, bytes } of await corrections(name)) {
        const after = unzipSync(bytes);
        assert.deepEqual(Object.keys(after), Object.keys(before));
        const changed = Object.keys(before).filter((part) => !Buffer.from(before[part]!).equals(Buffer.from(after[part]!)));
        assert.equal(changed.length, 1, `${name} ${figure}: ${changed.join()}`);
        const [one, other] = [before, after].map((parts) => strFromU8(parts[changed[0]!]!).split(/(?<=>)(?=[\d.]*<)|(?<=>[\d.]*)(?=<)/u)) as [string[], string[]];
        const differing = one.flatMap((piece, at) => (piece === other[at] ? [] : [[piece, other[at]] as const]));
        assert.equal(other.length, one.length, `${name} ${figure}`);
        assertFollows(differing, old, `${name} ${figure}`);
      }
    }
  }).timeout(60_000);

  it('is shown by that program in its cell and in sums that follow it, and nothing else is another', async function () {
    if (!hasLibreOffice()) {
      this.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'office-reopened-'));
    try {
      for (const { names, shownAs } of programs) {
        const made = (await Promise.all(names.map(corrections))).flat();
        const ending = names[0].split('.')[1]!;
        for (const [index, bytes] of [...names.map((name) => readFileSync(new URL(name, fixtures))), ...made.map((each) => each.bytes)].entries()) {
          mkdirSync(join(folder, ending), { recursive: true });
          writeFileSync(join(folder, ending, `${String(index).padStart(3, '0')}.${ending}`), bytes);
        }
        const shown = shownBy(folder, ending, shownAs);
        for (const [index, { name, figure, old }] of made.entries()) {
          const [before, after] = [shown[names.indexOf(name as never)]!, shown[names.length + index]!];
          assert.equal(after.length, before.length, `${name} ${figure}`);
          const lines = before.flatMap((line, at) => (line === after[at] ? [] : [[line, after[at]!] as const]));
          assert.equal(lines.length, 1, `${name} ${figure}: ${JSON.stringify(lines)}`);
          const [fields, now] = lines[0]!.map((line) => (ending === 'xlsx' ? line.split(',') : [line])) as [string[], string[]];
          assertFollows(fields.flatMap((field, at) => (field === now[at] ? [] : [[field, now[at]] as const])), old, `${name} ${figure}`);
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }).timeout(240_000);
});

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The lines that LibreOffice shows of each file with that ending, in the order of their names; all of them at one start. */
function shownBy(folder: string, ending: string, format: string): string[][] {
  const [from, to] = [join(folder, ending), join(folder, `${ending}-shown`)];
  const files = readdirSync(from).sort();
  execFileSync('soffice', [
    `-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', format, '--outdir', to, ...files.map((file) => join(from, file)),
  ], { stdio: 'ignore' });
  const made = readdirSync(to).sort();
  return files.map((file) => {
    const own = made.filter((name) => name.startsWith(file.slice(0, 3)));
    assert.ok(own.length > 0, `${file} was not opened`);
    return own.flatMap((name) => readFileSync(join(to, name), 'utf8').split('\n'));
  });
}
