import type { Damage } from '../damage.ts';
import type { TableName } from '../grid.ts';
import { settle, type FigureSpan } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';
import type { ReportSource } from '../source.ts';
import type { TableDamage } from '../table-damage/table-damage.ts';
import { toTraditional } from '../traditional.ts';

export type Language = 'markdown' | 'plaintext' | 'html';

/** What a reader must find for a figure. */
export interface ExpectedFigure {
  /** Null where the cell is blank or holds no number. */
  readonly value: number | null;
  /** The number without white space; undefined for a blank. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** All places where it stands: converters repeat the text of merged cells. */
  readonly places: readonly FigureSpan[];
}

export interface LaidOut {
  readonly layout: string;
  readonly text: string;
  readonly language: Language;
  readonly report: ReportSource;
  readonly damage: Damage;
  /** Figures that a careful reader reads for certain. */
  readonly expected: ReadonlyMap<string, ExpectedFigure>;
  /**
   * Figures of rows from which blank cells were lost: their column cannot be told, so they are absent, null or,
   * where a reader has good reason, exactly right.
   */
  readonly uncertain: ReadonlyMap<string, ExpectedFigure>;
}

/** One way in which reports arrive. */
export interface Layout {
  readonly name: string;
  lay(report: ReportSource, damage: Damage, harm?: TableDamage): LaidOut;
}

/** Writes one table of a sheet as marked text, without a line end at its end. */
export interface TableWriter {
  readonly name: string;
  readonly write: (sheet: Sheet, table: TableName) => string;
  /** Whether a blank cell leaves a trace from which its column can be told. */
  readonly keepsBlanks: boolean;
  /** Whether an empty line must follow the table. */
  readonly endsWithEmptyLine: boolean;
}

/** Takes the marks out and says what must be read. */
export function finish(
  layout: string,
  language: Language,
  sheet: Sheet,
  marked: string,
  keepsBlanks: (table: string) => boolean,
): LaidOut {
  const { damage, report } = sheet;
  const lines = (damage.traditional ? toTraditional(marked) : marked).replaceAll('\n', damage.lineEnd);
  const { text, places } = settle(damage.byteOrderMark ? `\ufeff${lines}` : lines);
  const expected = new Map<string, ExpectedFigure>();
  const uncertain = new Map<string, ExpectedFigure>();
  const broken = brokenRows(sheet, keepsBlanks);
  sheet.figures.forEach((definition, index) => {
    const content = sheet.isBlank(definition) ? null : report.figures.get(definition.id) ?? null;
    const found = places.get(index) ?? [];
    const figure: ExpectedFigure = {
      value: typeof content === 'number' ? content : null,
      start: found[0]?.start,
      end: found[0]?.end,
      places: found,
    };
    (broken.has(definition.row) || broken.has(definition.row.block) ? uncertain : expected).set(definition.id, figure);
  });
  return { layout, text, language, report, damage, expected, uncertain };
}

/** The rows whose blanks are lost; where all rows stand in one line (section 四), their block. */
function brokenRows(sheet: Sheet, keepsBlanks: (table: string) => boolean): Set<unknown> {
  const broken = new Set<unknown>();
  for (const table of sheet.form.tables.values()) {
    for (const figure of keepsBlanks(table.id) ? [] : table.figures) {
      if (sheet.isBlank(figure)) {
        broken.add(table.data.arrangement === 'across' ? figure.row.block : figure.row);
      }
    }
  }
  return broken;
}
