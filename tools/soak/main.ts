/**
 * Edits texts in every layout at random for so many minutes (`npm run soak -- MINUTES [SEED]`), and holds all that is shown to a fresh start.
 * What fails is written into `.soak/`, with what is needed to see it fail again.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReportService } from '../../server/src/service.ts';
import { seeded } from '../../test/support/random.ts';
import { soak, SoakFailure, type SoakCounts } from '../../test/support/soak/soak.ts';
import { soakKinds, type SoakKind } from '../../test/support/soak/texts.ts';

const [minutes = '1', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const until = Date.now() + Number(minutes) * 60_000;
const random = seeded(Number(seed));
const counts: SoakCounts = { edits: 0, batches: 0, compared: 0, comparedWholly: 0 };
const texts = new Map<string, number>();
let failures = 0;
const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

void run();

async function run(): Promise<void> {
  for (let round = 0; Date.now() < until; round += 1) {
    await one(soakKinds[round % soakKinds.length] as SoakKind);
    if (round % 100 === 0) {
      report();
    }
  }
  report();
  process.exitCode = failures === 0 ? 0 : 1;
}

async function one(kind: SoakKind): Promise<void> {
  const start = await kind.make(random);
  texts.set(kind.name, (texts.get(kind.name) ?? 0) + 1);
  try {
    soak(service, start, 60, random, counts);
  } catch (error) {
    failures += 1;
    keep(error, kind.name);
  }
}

function report(): void {
  const { edits, batches, compared, comparedWholly } = counts;
  const number = (value: number): string => value.toLocaleString('en');
  console.log(`seed ${seed}: ${number(edits)} edits in ${number(batches)} batches of ${number([...texts.values()].reduce((sum, one) => sum + one, 0))} texts `
    + `of ${texts.size} kinds, ${number(compared)} compared, ${number(comparedWholly)} of them in all that can be asked, ${failures} failed`);
}

function keep(error: unknown, kind: string): void {
  if (!(error instanceof SoakFailure)) {
    throw error;
  }
  const path = join('.soak', `${seed}-${failures}.json`);
  mkdirSync('.soak', { recursive: true });
  writeFileSync(path, JSON.stringify({ kind, language: error.language, before: error.before, batches: error.batches, message: error.message }, undefined, 1));
  console.error(`${kind}: ${error.message.slice(0, 2000)}\nkept in ${path}`);
}
