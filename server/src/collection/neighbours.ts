import type { LocatedReport } from './digest.ts';
import type { Unit } from './names.ts';

/** A unit of a government in the year of the government's report. */
export interface UnitReport extends Unit {
  /** Absent where none has come, or more than one. */
  readonly located?: LocatedReport;
  readonly isDuplicate: boolean;
}

/** Another report of an organ and year, of which no more is told than where it stands. */
interface Twin {
  readonly uri: string;
  /** Where its title stands: line, character, end line, end character. */
  readonly title: readonly number[];
}

/** What there is to compare a report with. */
export interface Neighbours {
  /** Reports of the same organ and year; where there are any, the report is compared with nothing else. */
  readonly twins: readonly Twin[];
  /** Last year's report of the organ, where there is exactly one. */
  readonly lastYear?: LocatedReport;
  /** The units that the settings name below the organ. */
  readonly units?: readonly UnitReport[];
  /** Whether a report of any of the units has come, of whatever year: where none has, none is missing. */
  readonly hasUnits: boolean;
}

/** A report of the collection with the name that its organ is known by; undefined where organ or year is not certain. */
export interface CollectedReport extends LocatedReport {
  readonly organ: string | undefined;
}
