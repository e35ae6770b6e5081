import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officeHost } from '../../../server/src/cli/reading/office-host.ts';
import { docxReport } from '../office/docx-report.ts';
import { packed } from '../office/package.ts';
import { readWell } from '../office/reading.ts';
import { noDamage, randomDamage } from '../damage.ts';
import { compile, convertedLayouts, layouts, runTogether, strangeLayouts, type Language } from '../layouts/index.ts';
import type { Random } from '../random.ts';
import { randomReport, type ReportSource } from '../source.ts';
import { wounded } from '../wounds.ts';

interface SoakText {
  readonly text: string;
  readonly language: Language;
}

/** A source of texts, by the name that the counts are kept under. */
export interface SoakKind {
  readonly name: string;
  make(random: Random): Promise<SoakText>;
}

const office = new URL('../../fixtures/office/', import.meta.url).pathname;
const files = ['2019.docx', '2021.docx', '2019.xlsx', '2021-one-sheet.xlsx', '2019.pdf', '2021-browser.pdf', '2021-unruled.pdf', '2019.doc'];

/** Texts in every layout, several reports in one text, and the texts of office files. */
export const soakKinds: readonly SoakKind[] = [
  ...[...layouts, ...strangeLayouts, ...convertedLayouts, runTogether].map((layout) => ({
    name: layout.name,
    make: async (random: Random) => {
      const { text, language } = layout.lay(reportOf(random), damageOf(random));
      return { text: random.chance(0.2) ? wounded(text, random) : text, language };
    },
  })),
  {
    name: 'compilation',
    make: async (random) => {
      const parts = [0, 1].map(() => random.pick(layouts.filter(({ name }) => name !== 'HTML page')).lay(reportOf(random), damageOf(random)));
      return { text: compile(parts).text, language: 'markdown' };
    },
  },
  {
    name: 'Word document',
    make: async (random) => ({ text: (await readWell(packed(docxReport(reportOf(random), damageOf(random)).parts))).text, language: 'markdown' }),
  },
  ...files.map((file) => ({
    name: file,
    make: async () => ({ text: (await readWell(readFileSync(join(office, file)), officeHost)).text, language: 'markdown' as const }),
  })),
];

function reportOf(random: Random): ReportSource {
  return randomReport(random.pick(['2019', '2021']), random);
}

function damageOf(random: Random): typeof noDamage {
  return random.chance(0.4) ? { ...noDamage, lineEnd: random.pick(['\n', '\r\n', '\r']) } : randomDamage(random);
}
