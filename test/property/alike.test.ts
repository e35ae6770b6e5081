import assert from 'node:assert/strict';

import { createReportService } from '../../server/src/service.ts';
import type { ReportService } from '../../server/src/service-types.ts';
import { randomDamage } from '../support/damage.ts';
import { damaged } from '../support/damaged.ts';
import { layouts, strangeLayouts, type LaidOut } from '../support/layouts/index.ts';
import { seeded, type Random } from '../support/random.ts';
import { runs } from '../support/runs.ts';
import { randomReport } from '../support/source.ts';
import { tableDamageKinds } from '../support/table-damage/index.ts';
import { threeForms } from '../support/third-form.ts';

const { numRuns: tries } = runs(5);
const first = Number(process.env['PROPERTY_SEED'] ?? 1);

/** What stands between the marks of two cells, or a mark and the end of the line. */
const plainFigure = /(?<=[\t|,] *)(?:0|[1-9]\d{0,14})(?= *(?:[\t|,\r\n]|$))/gu;

/** Two that remember tables apart, as they do by their forms: one reads each table after another one, and the other one does not. */
const [inTurn, alone] = [createService(), createService()];

describe('a table that differs from one read before in digits alone is read as if it were the first', () => {
  for (const layout of [...layouts, ...strangeLayouts]) {
    it(`${layout.name}: whole reports, and damaged tables`, () => {
      for (let seed = first; seed < first + (tries ?? 1); seed += 1) {
        const random = seeded(seed);
        assertReadAlike(layout.lay(randomReport(random.pick(['2019', '2021']), random), { ...randomDamage(random), blanks: 0 }), random);
        const found = damaged(layout, random.pick(tableDamageKinds), seed);
        if (found) {
          assertReadAlike(found.laidOut, random);
        }
      }
    });
  }
});

function assertReadAlike({ text, language }: LaidOut, random: Random): void {
  const other = text.replace(plainFigure, () => String(random.pick([0, 1, 10, 2022, 2023, random.integer(0, 9_999)])));
  lookInto(inTurn, text, language);
  assert.deepEqual(lookInto(inTurn, other, language), lookInto(alone, other, language), other);
}

function createService(): ReportService {
  return createReportService({
    forms: [...threeForms],
    log: (message) => {
      throw new Error(message);
    },
  });
}

function lookInto(service: ReportService, text: string, language: string): unknown {
  const document = service.open('test:///report', language, 1, text);
  const found = service.diagnostics(document).map(({ code, severity, message, range, figure }) => ({ code, severity, message, range, figure }));
  return { reports: service.extract(document), found };
}
